// Opens the filters. What makes them work is loaded with the first sign of a reader, or for an address with a choice.
import { makeSheet } from "./sheet.js";

const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"];
const WAITING = ["change", "input"];

/** @param {HTMLDialogElement} dialog with the form; @param {() => Promise<object>} load gives the module find.js */
export function startFind(dialog, load = () => import("./find.js")) {
  const bar = dialog.parentElement.querySelector("[data-bar]");
  const sheet = makeSheet(dialog, bar);
  const stop = new AbortController();
  const waiting = [];
  dialog.parentElement.querySelector(".find-plain").hidden = true;

  async function begin() {
    stop.abort();
    const { makeFind } = await load();
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
