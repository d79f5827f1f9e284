// Small things that several views do.

/** A new element; what it has besides its class and text are properties by their names. */
export function element(name, className = "", textContent = "", others = {}) {
  const made = document.createElement(name);
  if (className) made.className = className;
  return Object.assign(made, { textContent, ...others });
}

/** A new button; `onclick` is what it does. */
export function button(className, text, onclick = null) {
  return element("button", className, text, { type: "button", onclick });
}

/** The id of the place to whose page a link leads. */
export function placeOf(link) {
  return /\/places\/([a-z0-9-]+)\/$/.exec(link.getAttribute("href"))?.[1];
}

/** Writes a text where it differs, so that nothing is laid out anew for nothing. */
export function put(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/** Whether a click or key asks for a new tab or is the browser's own. */
export function elsewhere({ ctrlKey, metaKey, shiftKey, altKey }) {
  return ctrlKey || metaKey || shiftKey || altKey;
}
