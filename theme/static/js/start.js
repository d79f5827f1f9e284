// A feature that fails is reported and leaves the rest of the page as it is.

/**
 * Calls, for each element with data-module, the function of that name with the element.
 *
 * @param {ParentNode} root
 * @param {Record<string, (element: HTMLElement) => void>} features
 * @param {(...what: unknown[]) => void} report takes the name of a feature that failed or is unknown, and the error
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
