// Weeks, Monday to Sunday, as the overview counts them: from that of the first event on.

const DAY = 86_400_000;

/** @param {string} first ISO day; @param {string} last ISO day; both in the chronology */
export function makeWeeks(first, last) {
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7; // days since Monday
  const monday = Date.parse(first) - weekday * DAY;
  const count = Math.floor((Date.parse(last) - monday) / (7 * DAY)) + 1;
  const iso = (days) => new Date(monday + days * DAY).toISOString().slice(0, 10);
  return {
    count,
    /** The week of a day that lies `days` after the first one. */
    of: (days) => Math.floor((days + weekday) / 7),
    /** The week in which an ISO day lies, none before the first or after the last. */
    at: (day) => Math.min(Math.max(Math.floor((Date.parse(day) - monday) / (7 * DAY)), 0), count - 1),
    monday: (week) => iso(week * 7),
    sunday: (week) => iso(week * 7 + 6),
    /** What weeks `start` to `end` are in a state: the ends of the whole are no choice. */
    range: (start, end) => ({ from: start > 0 ? iso(start * 7) : "", to: end < count - 1 ? iso(end * 7 + 6) : "" }),
  };
}
