// What the reader has chosen, and the same as the query of an address: one table says how each key is read and written.

const LISTED = {
  none: () => [],
  read: (text) => [...new Set(text.split(",").filter((value) => /^[a-z][a-z0-9-]*$/.test(value)))],
  write: (values) => values.join(","),
};
const TEXT = { none: () => "", write: (text) => text };
const SORTS = ["oldest", "newest", "relevance"];

/** The keys of an address in their order; what cannot be read counts as not chosen. */
export const KEYS = {
  tag: LISTED,
  kind: LISTED,
  actor: LISTED,
  place: LISTED,
  phase: LISTED,
  confidence: LISTED,
  from: { ...TEXT, read: (text) => day(text, false) },
  to: { ...TEXT, read: (text) => day(text, true) },
  // `certain` leaves out what is only possibly inside the dates, and means nothing without them.
  within: {
    ...TEXT,
    read: (text) => (text === "certain" ? text : ""),
    write: (text, { from, to }) => (from || to ? text : ""),
  },
  q: { ...TEXT, read: (text) => text.replace(/\s+/g, " ").slice(0, 200), write: (text) => text.trim() },
  sort: { ...TEXT, none: () => SORTS[0], read: (text) => (SORTS.includes(text) ? text : SORTS[0]) },
};

/** The keys that take several values. */
export const FILTERS = Object.keys(KEYS).filter((key) => KEYS[key] === LISTED);

/** The state in which nothing is chosen. */
export function empty() {
  return Object.fromEntries(Object.entries(KEYS).map(([key, { none }]) => [key, none()]));
}

/** @param {string} query of an address, with or without its question mark */
export function parse(query) {
  const given = new URLSearchParams(query);
  const state = empty();
  for (const [key, { read }] of Object.entries(KEYS)) {
    if (given.has(key)) state[key] = read(given.get(key));
  }
  return state;
}

/** The query with its question mark, "" when nothing is chosen; unknown keys of `query` are kept. */
export function format(state, query = "") {
  const others = [...new URLSearchParams(query)].filter(([key]) => !(key in KEYS));
  const chosen = Object.entries(KEYS)
    .map(([key, { none, write }]) => [key, write(state[key], state), write(none(), state)])
    .filter(([, text, usual]) => text !== usual);
  const pairs = [...chosen, ...others].map(([key, text]) => `${key}=${escaped(text)}`);
  return pairs.length ? `?${pairs.join("&")}` : "";
}

/** Whether anything narrows the list; the order of the list does not. */
export function narrows(state) {
  return format({ ...state, sort: SORTS[0] }) !== "";
}

/** The state with a value of a filter put in or taken out. */
export function toggled(state, key, value) {
  const values = state[key].includes(value) ? state[key].filter((each) => each !== value) : [...state[key], value];
  return { ...state, [key]: values };
}

/** The state without one value of a key, without all of them, or for the key `range` without dates. */
export function without(state, { key, value }) {
  if (key === "range") return { ...state, from: "", to: "", within: "" };
  if (value) return toggled(state, key, value);
  return { ...state, [key]: KEYS[key].none() };
}

/** A comma and an Arabic letter stay readable in an address. */
function escaped(text) {
  return encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%20", "+");
}

/** A year, month or day as its first or last day; "" when it is none of the calendar. */
function day(text, last) {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!match) return "";
  const [, year, month = last ? "12" : "01"] = match;
  const ends = last ? new Date(Date.UTC(year, month, 0)).getUTCDate() : "01";
  const written = `${year}-${month}-${match[3] ?? ends}`;
  return new Date(Date.parse(written) || 0).toISOString().startsWith(written) ? written : "";
}
