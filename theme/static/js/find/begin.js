// Opens the filters: beside the list where there is room, else a button opens them as a sheet.
// What makes them work is loaded with the first sign of a reader, or for an address with a choice.
import { elsewhere } from "./dom.js";

const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"];
const WAITING = ["change", "input"];

/** @param {HTMLDialogElement} dialog with the form */
export function startFind(dialog) {
  const bar = dialog.parentElement.querySelector("[data-bar]");
  const sheet = makeSheet(dialog, bar);
  const stop = new AbortController();
  const waiting = [];

  async function begin() {
    stop.abort();
    const { makeFind } = await import("./find.js");
    makeFind(dialog, bar, sheet);
    WAITING.forEach((type) => dialog.removeEventListener(type, keep));
    for (const { type, target, value } of waiting) {
      target.value = value;
      target.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }

  /** A choice that is made while the rest is on its way is made again when it is there. */
  function keep({ type, target }) {
    waiting.push({ type, target, value: target.value });
  }

  WAITING.forEach((type) => dialog.addEventListener(type, keep));
  if (location.search || history.state) begin();
  else SIGNS.forEach((type) => addEventListener(type, begin, { signal: stop.signal, passive: true }));
}

/** The dialog as a sheet, while the window is narrow. */
function makeSheet(dialog, bar) {
  const wide = matchMedia("(min-width: 68rem)");
  const isOpen = () => dialog.matches(":modal");

  function settle() {
    if (isOpen()) dialog.close();
    dialog.toggleAttribute("open", wide.matches);
    bar.hidden = wide.matches;
    document.documentElement.toggleAttribute("data-bar", !wide.matches);
  }

  function open() {
    if (!dialog.open) dialog.showModal();
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
  return { isOpen };
}
