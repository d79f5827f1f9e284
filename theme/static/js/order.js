// Oldest or newest first: turns round what is there. Nothing is remembered and nothing fetched.

/** Puts the children of an element into reverse order. */
export function reverse(element) {
  element.append(...[...element.children].reverse());
}

/** @param {HTMLButtonElement} button with aria-controls, the id of the list of months */
export function startOrder(button) {
  const list = document.getElementById(button.getAttribute("aria-controls"));
  button.addEventListener("click", () => {
    const newest = button.getAttribute("aria-pressed") !== "true";
    reverse(list);
    list.querySelectorAll(".month__rows").forEach(reverse);
    button.setAttribute("aria-pressed", String(newest));
  });
  button.hidden = false;
}
