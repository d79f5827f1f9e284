// Which events a state leaves, and how many each further choice would leave: OR inside a filter, AND between them.
import * as bits from "./bits.js";
import { FILTERS } from "./state.js";

const DAY = 86_400_000;
const OPEN = -1;
const ENOUGH = 40; // events in the list before further months wait for the reader

/** Reads facets.json once: posting lists become sets, dates become days since the first. */
export function index(document) {
  const { total, first, days, spans, facets, months, labels } = document;
  const sets = {};
  for (const [key, values] of Object.entries(facets)) {
    sets[key] = new Map(Object.entries(values).map(([value, steps]) => [value, bits.fromDeltas(steps, total)]));
  }
  let at = 0;
  const earliest = Int32Array.from(days, (step) => (at += step));
  const latest = earliest.map((day, position) => (spans[position] === OPEN ? 0x7fffffff : day + spans[position]));
  const qualified = bits.fromDeltas(document.qualified, total);
  const monthly = bits.fromDeltas(document.monthly, total);
  return { total, first, earliest, latest, qualified, monthly, sets, months, labels };
}

/** @returns {number} days from the first day of the chronology to an ISO day */
export function dayNumber(iso, first) {
  return Math.round((Date.parse(iso) - Date.parse(first)) / DAY);
}

/** The events certainly and possibly inside a range of ISO days, either of which may be "". */
export function inRange({ total, first, earliest, latest, qualified }, from, to) {
  const start = from ? dayNumber(from, first) : -0x80000000;
  const end = to ? dayNumber(to, first) : 0x7fffffff;
  const possibly = bits.none(total);
  const whole = bits.none(total);
  for (let at = 0; at < total; at += 1) {
    if (earliest[at] <= end && start <= latest[at]) bits.add(possibly, at);
    if (start <= earliest[at] && latest[at] <= end) bits.add(whole, at);
  }
  return { certainly: bits.less(whole, qualified), possibly };
}

/**
 * Everything that a view shows of a state.
 *
 * @param {object} index of `index`
 * @param {object} state of state.js
 * @param {Uint32Array | null} found the events that the text of the search finds; null without one
 * @returns {{shown: Uint32Array, doubtful: Uint32Array, counts: Record<string, Map<string, number>>, loosen: object[]}}
 *   doubtful: those only possibly in the range, whether shown or not. counts: by key and value, how many events the
 *   list would hold with that value, were its filter left to it alone. loosen: of an empty list, what helps to leave out.
 */
export function narrow(index, state, found = null) {
  const parts = constraints(index, state, found);
  const shown = together(parts, index.total);
  const counts = {};
  for (const [key, values] of Object.entries(index.sets)) {
    const others = together(parts.filter((part) => part.key !== key), index.total);
    counts[key] = new Map([...values].map(([value, set]) => [value, bits.countBoth(set, others)]));
  }
  const loosen = bits.count(shown) ? [] : loosening(parts, index.total);
  return { shown, doubtful: doubtful(index, state, parts), counts, loosen };
}

/** Each thing that narrows the list, with the events that it leaves: {key, set}. */
function constraints(index, state, found) {
  const parts = FILTERS.filter((key) => state[key].length).map((key) => ({ key, set: anyOf(index, key, state[key]) }));
  if (state.from || state.to) {
    const { certainly, possibly } = inRange(index, state.from, state.to);
    parts.push({ key: "range", set: state.within ? certainly : possibly, certainly, possibly });
  }
  if (found) parts.push({ key: "q", set: found });
  return parts;
}

function anyOf({ sets, total }, key, values) {
  const known = values.map((value) => sets[key]?.get(value)).filter(Boolean);
  return known.reduce(bits.or, bits.none(total));
}

function together(parts, total) {
  return parts.reduce((left, { set }) => bits.and(left, set), bits.all(total));
}

function loosening(parts, total) {
  return parts
    .map(({ key }) => ({ key, yields: bits.count(together(parts.filter((part) => part.key !== key), total)) }))
    .filter(({ yields }) => yields > 0);
}

/** The events only possibly inside the range that everything else leaves. */
function doubtful({ total }, state, parts) {
  const range = parts.find(({ key }) => key === "range");
  if (!range) return bits.none(total);
  const others = together(parts.filter((part) => part !== range), total);
  return bits.and(others, bits.less(range.possibly, range.certainly));
}

/** By month of the index (`2018-06`), its first position and how many of a set's events begin in it. */
export function byMonth({ months }, set) {
  let start = 0;
  return months.map(([month, size]) => {
    let inside = 0;
    for (let at = start; at < start + size; at += 1) inside += bits.has(set, at) ? 1 : 0;
    const entry = { month, start, size, count: inside };
    start += size;
    return entry;
  });
}

/**
 * @param {{month: string, count: number}[]} months in the order of time, with how many events of each are to be shown
 * @param {(month: string) => boolean} loaded whether a month is in the page
 * @returns {{seen: object[], after: object | null}} the months of the list, in its order, and the first one after them:
 *   a month that would have to be fetched, while enough stands before it
 */
export function reach(months, loaded, newest = false) {
  const seen = [];
  let sum = 0;
  for (const month of (newest ? [...months].reverse() : months).filter(({ count }) => count)) {
    if (sum >= ENOUGH && !loaded(month.month)) return { seen, after: month };
    seen.push(month);
    sum += month.count;
  }
  return { seen, after: null };
}
