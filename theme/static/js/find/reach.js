// How far the list goes before the reader asks for more.

export const ENOUGH = 40; // events

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
