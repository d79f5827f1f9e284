// The form of the filters: shows a state and its counts, and reads what a change makes of a state.
import { put } from "./dom.js";
import { FILTERS, toggled } from "./state.js";

/** @param {HTMLElement} dialog the form's; @param {object} words of words.js */
export function makeForm(dialog, words) {
  const form = dialog.querySelector("form");
  const groups = Object.fromEntries([...form.querySelectorAll("[data-filter]")].map((each) => [each.dataset.filter, each]));
  const choices = new Map();
  const known = (box) => choices.set(`${box.name}=${box.value}`, box.closest(".choice"));
  form.querySelectorAll("input[value]").forEach(known);

  /** Puts in the values that the page does not list: all of them, or those of `only`. */
  function extend(key, labels, only) {
    const more = groups[key]?.querySelector(".find-group__more"); // a facet that is switched off has no group
    const missing = Object.entries(labels[key] ?? {}).filter(([value]) => !only || only.includes(value));
    for (const [value, [text, language]] of missing) {
      const choice = choices.get(`${key}=${value}`) ?? copied(key, value, text, language);
      more.before(choice);
    }
    if (!only && more) more.hidden = true;
  }

  function copied(key, value, text, language) {
    const choice = groups[key].querySelector(".choice").cloneNode(true);
    const name = choice.querySelector(".choice__name");
    const box = choice.querySelector("input");
    box.value = value;
    box.checked = false;
    name.textContent = text;
    name.lang = language;
    known(box);
    return choice;
  }

  return {
    extend,
    /** The name of a value, as nodes to put elsewhere. */
    name: (key, value) => choices.get(`${key}=${value}`)?.querySelector(".choice__name").cloneNode(true),
    show(state) {
      for (const choice of choices.values()) {
        const box = choice.querySelector("input");
        box.checked = state[box.name].includes(box.value);
      }
      for (const name of ["q", "from", "to"]) {
        if (form.elements[name].value !== state[name]) form.elements[name].value = state[name];
      }
      form.elements.best.checked = state.sort === "relevance";
      form.querySelector("[data-best]").hidden = !state.q.trim();
      for (const [key, group] of Object.entries(groups)) {
        const chosen = key === "range" ? [state.from, state.to].filter(Boolean).length : state[key].length;
        put(group.querySelector(".find-group__chosen"), chosen ? words.plural("find.chosen", chosen) : "");
      }
    },
    count(counts) {
      for (const [pair, choice] of choices) {
        const [key, value] = pair.split("=");
        const count = counts[key]?.get(value) ?? 0;
        put(choice.querySelector(".choice__count"), words.number(count));
        choice.classList.toggle("choice--none", count === 0);
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
