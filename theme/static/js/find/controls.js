// What the reader does, and what state it leads to.
import { elsewhere } from "./dom.js";
import { empty } from "./state.js";

/** @param {object} parts of find.js: the finder shows and takes states */
export function startControls({ dialog, sheet, order, count, form, finder }) {
  dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  dialog.addEventListener("change", ({ target }) => {
    if (target.name && target.name !== "q") finder.choose(form.changed(finder.now, target));
  });
  dialog.addEventListener("input", ({ target }) => {
    if (target.name === "q") finder.type(form.changed(finder.now, target));
  });
  order.addEventListener("click", () => {
    const sort = order.getAttribute("aria-pressed") === "true" ? "newest" : "oldest";
    const relevance = finder.now.sort === "relevance" && sort === "oldest"; // the switch only stood back for it
    if (finder.now.sort !== sort && !relevance) finder.choose({ ...finder.now, sort });
  });
  document.addEventListener("click", ({ target }) => {
    if (!target.closest("[data-clear]")) return;
    const { sort } = finder.now;
    finder.choose({ ...empty(), sort: sort === "relevance" ? "oldest" : sort });
    if (!sheet.isOpen()) count.focus();
  });
  for (const link of dialog.querySelectorAll(".find-group__more")) startMore(link, finder);
  dialog.querySelector("[name=q]").addEventListener("keydown", (event) => emptied(event, sheet));
}

/** The link to the list of all values of a filter lists them here instead. */
function startMore(link, finder) {
  link.addEventListener("click", async (event) => {
    if (elsewhere(event)) return;
    event.preventDefault();
    const before = link.previousElementSibling;
    await finder.listAll(link.closest("[data-filter]").dataset.filter);
    before.nextElementSibling.querySelector("input")?.focus();
  });
}

/** Escape empties the search, and only then does what it does elsewhere; in a sheet it closes the sheet. */
function emptied(event, sheet) {
  const field = event.target;
  if (event.key !== "Escape" || !field.value || sheet.isOpen()) return;
  event.preventDefault();
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
