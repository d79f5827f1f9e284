// What is chosen, over the list: a button for each choice that takes it back; and what helps when nothing is left.
import { button, element } from "./dom.js";
import { FILTERS, without } from "./state.js";

/** Chips go after the row of `count`; the form knows the names of values; `choose` takes the state a button leads to. */
export function makeChips(count, words, form, choose) {
  const box = element("div", "chips");
  const empty = element("div", "find-empty");
  count.closest(".tools").after(box, empty);
  Object.assign(box, { role: "group", ariaLabel: words.text("find.choices") });

  const named = (state, { key, value }) => {
    if (key === "range") return document.createTextNode(words.range(state.from, state.to));
    if (key === "q") return element("bdi", "", `“${state.q.trim()}”`);
    return form.name(key, value) ?? element("bdi", "", value);
  };

  function chip(state, choice) {
    const name = element("span", "chip__name");
    name.append(named(state, choice));
    const made = button("chip", "", async () => {
      const at = [...box.querySelectorAll(".chip")].indexOf(made);
      await choose(without(state, choice));
      const left = box.querySelectorAll(".chip");
      (left[Math.min(at, left.length - 1)] ?? count).focus();
    });
    made.append(name);
    made.ariaLabel = words.text("find.remove", { name: name.textContent });
    return made;
  }

  function clear() {
    const made = button("chips__clear", words.text("find.clear"));
    made.dataset.clear = "";
    return made;
  }

  /** The switch for events that are only possibly inside the chosen dates. */
  function possibly(state, doubts) {
    const label = element("label", "chips__possibly");
    const input = element("input", "", "", { type: "checkbox", checked: !state.within });
    input.addEventListener("change", async () => {
      await choose({ ...state, within: input.checked ? "" : "certain" });
      box.querySelector("input")?.focus();
    });
    label.append(input, words.plural("find.also-possibly", doubts));
    return label;
  }

  function loosening(state, choice) {
    const values = FILTERS.includes(choice.key) ? state[choice.key] : [undefined];
    const name = values.map((value) => named(state, { key: choice.key, value }).textContent).join(words.text("list.comma"));
    const events = words.plural("count.events", choice.yields);
    const item = element("li");
    item.append(
      button("find-empty__choice", words.text("find.without", { name, events }), async () => {
        await choose(without(state, choice));
        count.focus();
      }),
    );
    return item;
  }

  return {
    show(state, view) {
      const choices = chosen(state);
      const made = choices.map((choice) => chip(state, choice));
      if (choices[0]?.key === "range" && (view.doubts || state.within)) made.splice(1, 0, possibly(state, view.doubts));
      box.replaceChildren(...made, ...(choices.length ? [clear()] : []));
      empty.replaceChildren();
      if (view.count) return;
      const list = element("ul");
      list.append(...view.loosen.map((choice) => loosening(state, choice)));
      empty.append(element("h2", "", words.text("find.none-title")), view.loosen.length ? list : clear());
    },
  };
}

/** The choices of a state in the order of the chips. */
function chosen(state) {
  const values = FILTERS.flatMap((key) => state[key].map((value) => ({ key, value })));
  return [...(state.from || state.to ? [{ key: "range" }] : []), ...values, ...(state.q.trim() ? [{ key: "q" }] : [])];
}
