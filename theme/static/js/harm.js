// Folds the text of entries that tell of harm, for readers who wish it. The titles stay.
import { remember } from "./memory.js";

/** @param {HTMLButtonElement} button with aria-pressed */
export function startHarm(button) {
  const page = document.documentElement.dataset;
  const show = () => button.setAttribute("aria-pressed", String(page.harm === "folded"));
  button.addEventListener("click", () => {
    page.harm = page.harm === "folded" ? "open" : "folded";
    remember("harm", page.harm);
    show();
  });
  show();
  button.hidden = false;
}

/** @param {HTMLButtonElement} button inside the entry that it opens, for this once */
export function startReveal(button) {
  const entry = button.closest("article");
  button.addEventListener("click", () => {
    entry.dataset.open = "";
    const text = entry.querySelector(".event__text");
    text.tabIndex = -1;
    text.focus();
  });
}
