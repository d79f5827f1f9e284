// Weeks, Monday to Sunday, as the overview counts them: from that of the first event on.
import { DAY, dayNumber } from "./filter.js";

/** @param {string} first ISO day; @param {string} last ISO day; both in the chronology */
export function makeWeeks(first, last) {
  const weekday = (new Date(first).getUTCDay() + 6) % 7; // days since Monday
  const of = (days) => Math.floor((days + weekday) / 7);
  const count = of(dayNumber(last, first)) + 1;
  const iso = (days) => new Date(Date.parse(first) + (days - weekday) * DAY).toISOString().slice(0, 10);
  const monday = (week) => iso(week * 7);
  const sunday = (week) => iso(week * 7 + 6);
  return {
    count,
    /** The week of a day that lies `days` after the first one. */
    of,
    /** The week in which an ISO day lies, none before the first or after the last. */
    at: (day) => Math.min(Math.max(of(dayNumber(day, first)), 0), count - 1),
    monday,
    sunday,
    /** What weeks `start` to `end` are in a state: the ends of the whole are no choice. */
    range: (start, end) => ({ from: start > 0 ? monday(start) : "", to: end < count - 1 ? sunday(end) : "" }),
  };
}
