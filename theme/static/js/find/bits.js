// Sets of events as bits, one for each position in the order of the chronology.

/** The empty set for `total` events. */
export function none(total) {
  return new Uint32Array(Math.ceil(total / 32));
}

/** The set of all. */
export function all(total) {
  const set = none(total).fill(0xffffffff);
  if (total % 32) set[set.length - 1] = 2 ** (total % 32) - 1;
  return set;
}

export function add(set, at) {
  set[at >>> 5] |= 1 << (at & 31);
}

export function has(set, at) {
  return (set[at >>> 5] & (1 << (at & 31))) !== 0;
}

/** The set of positions that are given by the steps between them. */
export function fromDeltas(steps, total) {
  const set = none(total);
  let at = 0;
  for (const step of steps) add(set, (at += step));
  return set;
}

export const and = (one, other) => one.map((word, at) => word & other[at]);
export const or = (one, other) => one.map((word, at) => word | other[at]);
export const less = (one, other) => one.map((word, at) => word & ~other[at]);

export function count(set) {
  return countBoth(set, set);
}

/** How many events both sets have; without making a third one, for it is asked once for every value of every filter. */
export function countBoth(one, other) {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += ones(one[at] & other[at]);
  return sum;
}

/** The positions in a set, rising. */
export function* positions(set) {
  for (let at = 0; at < set.length; at += 1) {
    for (let word = set[at]; word; word &= word - 1) yield at * 32 + 31 - Math.clz32(word & -word);
  }
}

/** How many bits are set, counted in pairs, fours and bytes at once. */
function ones(word) {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
