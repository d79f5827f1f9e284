// Small things that several views do.

/** @returns {HTMLElement} a new element with a class and a text */
export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** @returns {HTMLButtonElement} a new button with a class, a text and what a click on it does */
export function button(className, text, act = null) {
  return Object.assign(element("button", className, text), { type: "button", onclick: act });
}

/** @returns {string | undefined} the id of the place to whose page a link leads */
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
