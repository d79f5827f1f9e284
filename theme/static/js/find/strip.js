// The overview follows the list: marks of events that are not in it lose their colour.
import { has, positions } from "./bits.js";

/**
 * By position, the pile of the overview in which an event lies: its family, or `month` where no more is known, and its
 * first and last week there. end: the last day of the overview.
 */
export function pilesOf({ total, sets, earliest, latest, monthly }, familyOf, week, end) {
  const piles = new Array(total);
  for (const [kind, set] of sets.kind ?? []) {
    for (const at of positions(set)) {
      const [family, last] = has(monthly, at) ? ["month", Math.min(latest[at], end)] : [familyOf(kind), earliest[at]];
      piles[at] = `${family} ${week(earliest[at])} ${week(last)}`;
    }
  }
  return piles;
}

/** The pile of a mark that lies between two shares of the line, in percent. */
export function pileAt(family, start, stop, weeks) {
  const half = 50 / (weeks * 7); // of a day, for shares are rounded
  const week = (share) => Math.floor((share / 100) * weeks);
  return `${family} ${week(start + half)} ${week(stop - half)}`;
}

/** How many events of a set lie in each pile. */
export function heights(piles, set) {
  const found = new Map();
  for (const at of positions(set)) found.set(piles[at], (found.get(piles[at]) ?? 0) + 1);
  return found;
}

/** weeks: on the line of the drawing; whole: `heights` of all events. */
export function makeStrip(drawing, weeks, mirrored, whole) {
  const marks = new Map();
  for (const rect of drawing.querySelectorAll("[class^=family] > rect, rect.month")) {
    const [x, width] = ["x", "width"].map((name) => parseFloat(rect.getAttribute(name)));
    const start = mirrored ? 100 - x - width : x;
    const family = (rect.getAttribute("class") ?? rect.parentElement.getAttribute("class")).replace("family-", "");
    const pile = pileAt(family, start, start + width, weeks);
    marks.set(pile, [...(marks.get(pile) ?? []), rect]);
  }
  return {
    /** shown: `heights` of the list. */
    show(shown) {
      for (const [pile, rects] of marks) {
        const part = (shown.get(pile) ?? 0) / whole.get(pile); // without kinds no number: nothing is off then
        rects.forEach((rect, at) => rect.classList.toggle("off", (at + 0.5) / rects.length > part));
      }
    },
  };
}
