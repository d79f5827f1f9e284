// The filters stand beside the list where there is room; on narrow screens a button opens them as a sheet.
import { elsewhere } from "./dom.js";

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement} bar with the button that opens the sheet
 */
export function makeSheet(dialog, bar) {
  const wide = matchMedia("(min-width: 68rem)");

  function settle() {
    if (dialog.matches(":modal")) dialog.close();
    dialog.toggleAttribute("open", wide.matches);
    bar.hidden = wide.matches;
    document.documentElement.toggleAttribute("data-bar", !wide.matches);
  }

  function open() {
    if (!wide.matches && !dialog.open) dialog.showModal();
  }

  wide.addEventListener("change", settle);
  bar.querySelector("[data-open]").addEventListener("click", open);
  dialog.querySelector("[data-show]").addEventListener("click", () => {
    dialog.close();
    document.querySelector(".tools").scrollIntoView({ behavior: "instant" });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || elsewhere(event) || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    open();
    dialog.querySelector("[name=q]").focus();
  });
  settle();
  return { open, isOpen: () => dialog.matches(":modal") };
}
