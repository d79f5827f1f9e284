// Which events a state leaves, and how many each further choice would leave: OR inside a filter, AND between them.
import * as bits from "./bits.js";
import { FILTERS } from "./state.js";

export const DAY = 86_400_000; // ms
const FOREVER = 0x7fffffff; // days
const ENOUGH = 40; // events in the list before further months wait for the reader

/** Reads facets.json: posting lists become sets, dates become days since the first. */
export function index({ total, first, days, spans, qualified, monthly, facets, months, labels }) {
  const set = (steps) => bits.fromDeltas(steps, total);
  const sets = {};
  for (const [key, values] of Object.entries(facets)) {
    sets[key] = new Map(Object.entries(values).map(([value, steps]) => [value, set(steps)]));
  }
  let at = 0;
  const earliest = Int32Array.from(days, (step) => (at += step));
  const latest = earliest.map((day, position) => (spans[position] < 0 ? FOREVER : day + spans[position]));
  return { total, first, earliest, latest, qualified: set(qualified), monthly: set(monthly), sets, months, labels };
}

/** @returns {number} days from the first day of the chronology to an ISO day */
export function dayNumber(iso, first) {
  return Math.round((Date.parse(iso) - Date.parse(first)) / DAY);
}

/** The events certainly and possibly inside a range of ISO days, either of which may be "". */
export function inRange({ total, first, earliest, latest, qualified }, from, to) {
  const start = from ? dayNumber(from, first) : -FOREVER;
  const end = to ? dayNumber(to, first) : FOREVER;
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
 * @param {Uint32Array | null} found the events that the text of the search finds; null without one
 * @returns {{shown: Uint32Array, doubtful: Uint32Array, counts: Record<string, Map<string, number>>, loosen: object[]}}
 *   doubtful: only possibly in the range, whether shown or not. counts: by key and value, how many events the list would
 *   hold, were the filter left to that value alone. loosen: of an empty list, the keys that help to leave out.
 */
export function narrow(index, state, found = null) {
  const parts = constraints(index, state, found);
  const without = (key) =>
    parts.filter((part) => part.key !== key).reduce((left, { set }) => bits.and(left, set), bits.all(index.total));
  const shown = without("");
  const counts = {};
  for (const [key, values] of Object.entries(index.sets)) {
    const others = without(key);
    counts[key] = new Map([...values].map(([value, set]) => [value, bits.countBoth(set, others)]));
  }
  const loosen = parts.map(({ key }) => ({ key, yields: bits.count(without(key)) })).filter(({ yields }) => yields);
  const range = parts.find(({ key }) => key === "range");
  const doubtful = range ? bits.and(range.doubtful, without("range")) : bits.none(index.total);
  return { shown, doubtful, counts, loosen: bits.count(shown) ? [] : loosen };
}

/** What narrows the list, and the events that each leaves. */
function constraints(index, state, found) {
  const parts = FILTERS.filter((key) => state[key].length).map((key) => ({ key, set: anyOf(index, key, state[key]) }));
  if (state.from || state.to) {
    const { certainly, possibly } = inRange(index, state.from, state.to);
    const doubtful = bits.less(possibly, certainly);
    parts.push({ key: "range", set: state.within ? certainly : possibly, doubtful });
  }
  if (found) parts.push({ key: "q", set: found });
  return parts;
}

function anyOf({ sets, total }, key, values) {
  const known = values.map((value) => sets[key]?.get(value)).filter(Boolean);
  return known.reduce(bits.or, bits.none(total));
}

/** @returns {object[]} by month (`2018-06`): its first position, its size, and how many of a set's events begin in it */
export function byMonth({ months }, set) {
  let start = 0;
  return months.map(([month, size]) => {
    const entry = { month, start, size, count: 0 };
    for (const end = start + size; start < end; start += 1) entry.count += bits.has(set, start);
    return entry;
  });
}

/**
 * Of `months` of `byMonth`, those in the list, in its order, and the first one after them: one that would have to be
 * fetched, while enough stands before it. loaded: whether a month is in the page.
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
