import assert from "node:assert/strict";
import { test } from "node:test";

import * as bits from "../../theme/static/js/find/bits.js";
import { byMonth, index, inRange, narrow } from "../../theme/static/js/find/filter.js";
import { empty, parse } from "../../theme/static/js/find/state.js";

// Six events: 1 May, 3 May (about), 10-20 May, 30 May to 2 June, 5 June, 7 June and on.
const made = index({
  total: 6,
  first: "2018-05-01",
  months: [["2018-05", 4], ["2018-06", 2]],
  days: [0, 2, 7, 20, 6, 2],
  spans: [0, 0, 10, 3, 0, -1],
  qualified: [1],
  monthly: [],
  facets: {
    kind: { attack: [0, 1, 2], aid: [2, 2], talk: [5] },
    place: { hajin: [0, 2, 2], susah: [1, 2, 2] },
    confidence: { disputed: [4, 1] },
  },
  labels: {},
});
const at = (set) => [...bits.positions(set)];
const shown = (query, ...rest) => at(narrow(made, parse(query), ...rest).shown);

test("sets of any size hold what was put in", () => {
  for (const total of [1, 31, 32, 33, 100]) {
    assert.equal(bits.count(bits.all(total)), total);
    assert.deepEqual(at(bits.all(total)), [...Array(total).keys()]);
  }
});

test("without a choice all events are shown", () => {
  assert.deepEqual(at(narrow(made, empty()).shown), [0, 1, 2, 3, 4, 5]);
});

test("values of one filter are alternatives, filters hold together", () => {
  assert.deepEqual(shown("?kind=attack"), [0, 1, 3]);
  assert.deepEqual(shown("?kind=attack,aid"), [0, 1, 2, 3, 4]);
  assert.deepEqual(shown("?kind=attack,aid&place=hajin"), [0, 2, 4]);
  assert.deepEqual(shown("?kind=attack,aid&place=hajin&confidence=disputed"), [4]);
});

test("a value that no event carries finds nothing", () => {
  assert.deepEqual(shown("?kind=unknown"), []);
});

test("the search narrows like a filter", () => {
  assert.deepEqual(shown("?kind=attack", bits.fromDeltas([1, 1], 6)), [1]);
});

test("a count is what the list would hold, the other filters applied", () => {
  const { counts } = narrow(made, parse("?kind=attack&place=hajin"));
  assert.deepEqual(Object.fromEntries(counts.kind), { attack: 1, aid: 2, talk: 0 });
  assert.deepEqual(Object.fromEntries(counts.place), { hajin: 1, susah: 2 });
  assert.deepEqual(Object.fromEntries(counts.confidence), { disputed: 0 });
});

test("certainly inside is the whole span without a mark, possibly is any day of it", () => {
  const may = inRange(made, "2018-05-01", "2018-05-31");
  assert.deepEqual([at(may.certainly), at(may.possibly)], [[0, 2], [0, 1, 2, 3]]);
  const open = inRange(made, "2019-01-01", "");
  assert.deepEqual([at(open.certainly), at(open.possibly)], [[], [5]]);
});

test("only possibly inside is marked, and left out when that is wanted", () => {
  const both = narrow(made, parse("?from=2018-05&to=2018-05"));
  assert.deepEqual([at(both.shown), at(both.doubtful)], [[0, 1, 2, 3], [1, 3]]);
  const certain = narrow(made, parse("?from=2018-05&to=2018-05&within=certain"));
  assert.deepEqual([at(certain.shown), at(certain.doubtful)], [[0, 2], [1, 3]]);
});

test("an empty list names only what helps to leave out, with its yield", () => {
  assert.deepEqual(narrow(made, parse("?kind=talk&place=hajin")).loosen, [
    { key: "kind", yields: 3 },
    { key: "place", yields: 1 },
  ]);
  assert.deepEqual(narrow(made, parse("?kind=talk&place=hajin&to=2018-05-02")).loosen, [{ key: "kind", yields: 1 }]);
  assert.deepEqual(narrow(made, parse("?kind=attack")).loosen, []);
});

test("a month knows where it begins and how many of its events are left", () => {
  assert.deepEqual(byMonth(made, bits.fromDeltas([3, 2], 6)), [
    { month: "2018-05", start: 0, size: 4, count: 1 },
    { month: "2018-06", start: 4, size: 2, count: 1 },
  ]);
});
