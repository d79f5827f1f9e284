// The overview follows the list: marks of events that are not in it lose their colour.
import { has, positions } from "./bits.js";

/**
 * The pile of the overview in which each event lies, by position: `family week`, or `month first-last` in days where no
 * better than the month is known.
 *
 * @param {object} index of filter.js
 * @param {(kind: string) => string} familyOf
 * @param {(day: number) => number} week of a day since the first
 * @param {number} end the last day of the overview
 */
export function pilesOf({ total, sets, earliest, latest, monthly }, familyOf, week, end) {
  const piles = new Array(total);
  for (const [kind, set] of sets.kind ?? []) {
    for (const at of positions(set)) {
      const day = earliest[at];
      piles[at] = has(monthly, at) ? `month ${day}-${Math.min(latest[at], end)}` : `${familyOf(kind)} ${week(day)}`;
    }
  }
  return piles;
}

/** How many events of a set lie in each pile; piles in the order of their first events. */
export function heights(piles, set) {
  const found = new Map();
  for (const at of positions(set)) found.set(piles[at], (found.get(piles[at]) ?? 0) + 1);
  return found;
}

/** Deals the bars of months out to their piles: one for each event, or where those are too many one for each pile. */
export function barsOf(bars, whole) {
  const piles = [...whole].filter(([pile]) => pile?.startsWith("month "));
  const each = bars.length > piles.length;
  let at = 0;
  return piles.map(([pile, count]) => [pile, bars.slice(at, (at += each ? count : 1))]);
}

/**
 * @param {SVGElement} drawing of the overview; @param {number} weeks on its line; @param {boolean} mirrored
 * @param {Map<string, number>} whole of `heights` of all events
 */
export function makeStrip(drawing, weeks, mirrored, whole) {
  const marks = new Map(barsOf([...drawing.querySelectorAll("rect.month")], whole));
  for (const rect of drawing.querySelectorAll("[class^=family] > rect")) {
    const left = parseFloat(rect.getAttribute("x"));
    const middle = left + parseFloat(rect.getAttribute("width")) / 2;
    const week = Math.floor(((mirrored ? 100 - middle : middle) / 100) * weeks);
    const pile = `${rect.parentElement.getAttribute("class").slice("family-".length)} ${week}`;
    marks.set(pile, [...(marks.get(pile) ?? []), rect]);
  }
  return {
    /** @param {Map<string, number>} shown `heights` of the list */
    show(shown) {
      for (const [pile, rects] of marks) {
        const part = (shown.get(pile) ?? 0) / whole.get(pile); // without kinds no number: nothing is off then
        rects.forEach((rect, at) => rect.classList.toggle("off", (at + 0.5) / rects.length > part));
      }
    },
  };
}
