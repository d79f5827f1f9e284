import assert from "node:assert/strict";
import { test } from "node:test";

import * as bits from "../../theme/static/js/find/bits.js";
import { heights, pileAt, pilesOf } from "../../theme/static/js/find/strip.js";
import { makeWeeks } from "../../theme/static/js/find/weeks.js";

const weeks = makeWeeks("2018-06-06", "2018-06-25"); // Wednesday to Monday: three weeks and a day of the fourth

test("weeks run from Monday to Sunday", () => {
  assert.equal(weeks.count, 4);
  assert.deepEqual([weeks.monday(0), weeks.sunday(0), weeks.monday(3)], ["2018-06-04", "2018-06-10", "2018-06-25"]);
  assert.deepEqual([0, 4, 5, 19].map(weeks.of), [0, 0, 1, 3]);
});

test("a day outside counts to the nearest week", () => {
  assert.deepEqual(["2017-01-01", "2018-06-11", "2020-01-01"].map(weeks.at), [0, 1, 3]);
});

test("the ends of the whole are no choice", () => {
  assert.deepEqual(weeks.range(0, 3), { from: "", to: "" });
  assert.deepEqual(weeks.range(1, 2), { from: "2018-06-11", to: "2018-06-24" });
});

test("piles are by family and week, those of events known by their month by its weeks", () => {
  const kind = new Map([["raid", bits.fromDeltas([0, 1], 4)], ["talk", bits.fromDeltas([2, 1], 4)]]);
  const index = { total: 4, sets: { kind }, earliest: [0, 1, 8, 9], latest: [0, 1, 8, 99], monthly: bits.fromDeltas([3], 4) };
  const piles = pilesOf(index, (each) => ({ raid: "sky", talk: "moss" })[each], weeks.of, 19);
  assert.deepEqual(piles, ["sky 0 0", "sky 0 0", "moss 1 1", "month 1 3"]);
  assert.deepEqual(heights(piles, bits.fromDeltas([1, 1], 4)), new Map([["sky 0 0", 1], ["moss 1 1", 1]]));
});

test("a mark knows its pile by where it stands, whether it fills its days or not", () => {
  assert.equal(pileAt("sky", 25, 50, 4), "sky 1 1");
  assert.equal(pileAt("sky", 43, 48.5, 4), "sky 1 1");
  assert.equal(pileAt("month", 24.99, 75.01, 4), "month 1 2");
  assert.equal(pileAt("month", 100 / 28, 100, 4), "month 0 3");
});
