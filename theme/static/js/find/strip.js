// The overview follows the list: marks of events that are not in it lose their colour.
import { has, positions } from "./bits.js";

/**
 * The pile of the overview in which each event lies, `family week` by position; "" for those known by their month only.
 *
 * @param {object} index of filter.js
 * @param {(kind: string) => string} familyOf
 * @param {(day: number) => number} week of a day since the first
 */
export function pilesOf({ total, sets, earliest, monthly }, familyOf, week) {
  const piles = new Array(total).fill("");
  for (const [kind, set] of sets.kind ?? []) {
    for (const at of positions(set)) if (!has(monthly, at)) piles[at] = `${familyOf(kind)} ${week(earliest[at])}`;
  }
  return piles;
}

/** How many events of a set lie in each pile. */
export function heights(piles, set) {
  const found = new Map();
  for (const at of positions(set)) found.set(piles[at], (found.get(piles[at]) ?? 0) + 1);
  return found;
}

/** @param {SVGElement} drawing of the overview; @param {number} weeks on its line; @param {boolean} mirrored */
export function makeStrip(drawing, weeks, mirrored) {
  const marks = new Map();
  for (const rect of drawing.querySelectorAll("[class^=family] > rect")) {
    const left = parseFloat(rect.getAttribute("x"));
    const middle = left + parseFloat(rect.getAttribute("width")) / 2;
    const week = Math.floor(((mirrored ? 100 - middle : middle) / 100) * weeks);
    const pile = `${rect.parentElement.getAttribute("class").slice("family-".length)} ${week}`;
    marks.set(pile, [...(marks.get(pile) ?? []), rect]);
  }
  return {
    /** @param {Map<string, number>} whole of `heights` of all events; @param {Map<string, number>} shown of the list */
    show(whole, shown) {
      for (const [pile, rects] of marks) {
        const part = (shown.get(pile) ?? 0) / (whole.get(pile) ?? 1);
        rects.forEach((rect, at) => rect.classList.toggle("off", (at + 0.5) / rects.length > part));
      }
    },
  };
}
