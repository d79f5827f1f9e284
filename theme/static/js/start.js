// A feature that fails is reported and leaves the rest of the page as it is.

/**
 * Calls, for each element with data-module, the feature of that name with the element.
 *
 * @param {(name: string, error: Error) => void} report takes a feature that failed or is unknown
 */
export function start(root, features, report = console.error) {
  for (const element of root.querySelectorAll("[data-module]")) {
    const name = element.dataset.module;
    try {
      features[name](element);
    } catch (error) {
      report(name, error);
    }
  }
}
