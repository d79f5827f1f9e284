// Light or dark: follows the system until the reader chooses, and remembers the choice in this browser alone.
import { remember } from "./memory.js";

/** The mode that a switch leads to. */
export function other(mode) {
  return mode === "dark" ? "light" : "dark";
}

/** The mode shown: what was chosen, else what the system prefers. */
export function shown(chosen, prefersDark) {
  if (chosen === "light" || chosen === "dark") return chosen;
  return prefersDark ? "dark" : "light";
}

/** @param {HTMLButtonElement} button with data-dark and data-light, the names of the modes */
export function startTheme(button) {
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const next = () => other(shown(page.dataset.theme, system.matches));
  const label = () => {
    button.textContent = button.dataset[next()];
  };
  button.addEventListener("click", () => {
    page.dataset.theme = next();
    remember("theme", page.dataset.theme);
    label();
  });
  system.addEventListener("change", label);
  label();
  button.hidden = false;
}
