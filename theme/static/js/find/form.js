// The form of the filters: shows a state and its counts, and reads what a change makes of a state.
import { put } from "./dom.js";
import { FILTERS, toggled } from "./state.js";

/** @param {HTMLElement} dialog the form's; @param {object} words of words.js */
export function makeForm(dialog, words) {
  const form = dialog.querySelector("form");
  const group = (key) => form.querySelector(`[data-filter=${key}]`);
  const choice = (key, value) => form.querySelector(`.choice:has([name=${key}][value="${value}"])`);

  /** Puts in values that the page does not list: all of them, or those of `only`. */
  function extend(key, labels, only) {
    const more = group(key)?.querySelector(".find-group__more");
    if (!more) return; // the page lists all values, or the filter is switched off
    for (const [value, label] of Object.entries(labels ?? {})) {
      if (!only || only.includes(value)) more.before(choice(key, value) ?? copied(key, value, label));
    }
    if (!only) more.hidden = true;
  }

  function copied(key, value, [textContent, lang]) {
    const made = group(key).querySelector(".choice").cloneNode(true);
    Object.assign(made.querySelector(".choice__name"), { textContent, lang });
    Object.assign(made.querySelector("input"), { value, checked: false });
    return made;
  }

  return {
    extend,
    /** The name of a value, as nodes to put elsewhere. */
    name: (key, value) => choice(key, value)?.querySelector(".choice__name").cloneNode(true),
    show(state) {
      for (const box of form.querySelectorAll("input[value]")) box.checked = state[box.name].includes(box.value);
      for (const name of ["q", "from", "to"]) {
        if (form.elements[name].value !== state[name]) form.elements[name].value = state[name];
      }
      form.elements.best.checked = state.sort === "relevance";
      for (const each of form.querySelectorAll("[data-filter]")) {
        const chosen = (state[each.dataset.filter] ?? [state.from, state.to]).filter(Boolean).length;
        put(each.querySelector(".find-group__chosen"), chosen ? words.plural("find.chosen", chosen) : "");
      }
    },
    count(counts) {
      for (const box of form.querySelectorAll("input[value]")) {
        const count = counts[box.name]?.get(box.value) ?? 0;
        put(box.parentElement.querySelector(".choice__count"), words.number(count));
        box.parentElement.classList.toggle("choice--none", !count);
      }
    },
    /** @returns {object} the state after a change of one of the form's inputs */
    changed(state, input) {
      if (FILTERS.includes(input.name)) return toggled(state, input.name, input.value);
      if (input.name === "best") return { ...state, sort: input.checked ? "relevance" : "oldest" };
      return { ...state, [input.name]: input.value };
    },
  };
}
