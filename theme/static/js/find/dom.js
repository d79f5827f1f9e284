// Small things that several views do.

/** @returns {HTMLElement} a new element with a class and a text */
export function element(name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

/** Writes a text where it differs, so that nothing is laid out anew for nothing. */
export function put(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

/** Whether a click or key asks for a new tab or is the browser's own. */
export function elsewhere({ ctrlKey, metaKey, shiftKey, altKey }) {
  return ctrlKey || metaKey || shiftKey || altKey;
}
