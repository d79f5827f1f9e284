// The best matches of a search, in a list of their own: rows leave the months for it and go back.
import { element } from "./dom.js";

export const MOST = 50;

/** @param {HTMLElement} container the list of months, before which this one stands */
export function makeBest(container, title) {
  const section = element("section", "best");
  const list = element("ol", "month__rows");
  const places = new Map();
  section.hidden = true;
  section.append(element("h2", "best__title", title), list);
  container.before(section);

  function clear() {
    for (const [row, place] of places) place.replaceWith(row);
    places.clear();
    section.hidden = true;
  }

  return {
    clear,
    /** @param {HTMLElement[]} rows the best first */
    show(rows) {
      clear();
      for (const row of rows) {
        const place = element("li");
        place.hidden = true;
        row.replaceWith(place);
        places.set(row, place);
        list.append(row);
      }
      section.hidden = rows.length === 0;
    },
  };
}
