import assert from "node:assert/strict";
import { test } from "node:test";

import * as bits from "../../theme/static/js/find/bits.js";
import { barsOf, heights, pilesOf } from "../../theme/static/js/find/strip.js";
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

test("piles are by family and week, those of events known by their month by its days", () => {
  const kind = new Map([["raid", bits.fromDeltas([0, 1], 4)], ["talk", bits.fromDeltas([2, 1], 4)]]);
  const index = { total: 4, sets: { kind }, earliest: [0, 1, 8, 9], latest: [0, 1, 8, 99], monthly: bits.fromDeltas([3], 4) };
  const piles = pilesOf(index, (each) => ({ raid: "sky", talk: "moss" })[each], weeks.of, 19);
  assert.deepEqual(piles, ["sky 0", "sky 0", "moss 1", "month 9-19"]);
  assert.deepEqual(heights(piles, bits.fromDeltas([1, 1], 4)), new Map([["sky 0", 1], ["moss 1", 1]]));
});

test("bars of months go to their events, or where they are too many to equal months at once", () => {
  const whole = new Map([["sky 0", 5], ["month 0-29", 2], ["month 0-60", 1]]);
  assert.deepEqual(barsOf(["a", "b", "c"], whole), [["month 0-29", ["a", "b"]], ["month 0-60", ["c"]]]);
  assert.deepEqual(barsOf(["a", "b"], whole), [["month 0-29", ["a"]], ["month 0-60", ["b"]]]);
});
