// The overview follows the list: marks of events that are not in it lose their colour.
import { has, positions } from "./bits.js";

/**
 * Which family each event is of, by position; the kinds' families come from the form.
 *
 * @param {Map<string, Uint32Array>} kinds the events of each kind
 * @param {(kind: string) => string} familyOf
 */
export function familiesOf(kinds, familyOf, total) {
  const families = new Array(total).fill("");
  for (const [kind, set] of kinds) for (const at of positions(set)) families[at] = familyOf(kind);
  return families;
}

/** How many events of a set begin in each week, by `family week`; those known by their month only are in none. */
export function piles({ total, earliest, monthly }, families, week, set) {
  const found = new Map();
  for (let at = 0; at < total; at += 1) {
    if (!has(set, at) || has(monthly, at)) continue;
    const pile = `${families[at]} ${week(earliest[at])}`;
    found.set(pile, (found.get(pile) ?? 0) + 1);
  }
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
    /** @param {Map<string, number>} whole of `piles` of all events; @param {Map<string, number>} shown of the list */
    show(whole, shown) {
      for (const [pile, rects] of marks) {
        const part = (shown.get(pile) ?? 0) / (whole.get(pile) ?? 1);
        rects.forEach((rect, at) => rect.classList.toggle("off", (at + 0.5) / rects.length > part));
      }
    },
  };
}
