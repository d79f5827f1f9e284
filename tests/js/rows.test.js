import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { all, fromDeltas, none } from "../../theme/static/js/find/bits.js";
import { makeRows } from "../../theme/static/js/find/rows.js";

const TOTAL = 1300;
let frames = [];

beforeEach(() => {
  frames = [];
  globalThis.requestAnimationFrame = (call) => frames.push(call);
});

function list() {
  const classList = { contains: () => false, toggle() {} };
  return Array.from({ length: TOTAL }, (_, at) => ({ row: { hidden: false, classList }, at }));
}

const hidden = (rows) => rows.filter(({ row }) => row.hidden).length;
const nothing = { shown: none(TOTAL), doubtful: none(TOTAL) };
const everything = { shown: all(TOTAL), doubtful: none(TOTAL) };

function frame() {
  frames.shift()();
  return new Promise((done) => setTimeout(done, 5));
}

test("whatever comes before a full screen of rows is right at once", async () => {
  const rows = list();
  let done = false;
  const last = Array.from({ length: 31 }, (_, at) => (at ? 1 : TOTAL - 31));
  makeRows({}).show(rows, { ...nothing, shown: fromDeltas(last, TOTAL) }).then(() => (done = true));
  assert.equal(hidden(rows), TOTAL - 31); // all of them: the first rows in the list are the last of the chronology
  await frame();
  assert.equal(done, true);
});

test("once a screen of rows is right, the others wait for the next frame", async () => {
  const rows = list();
  const first = Array.from({ length: 40 }, (_, at) => (at ? 1 : 0));
  const drawn = makeRows({}).show(rows, { ...nothing, shown: fromDeltas(first, TOTAL) });
  assert.equal(hidden(rows), 500);
  await frame();
  assert.equal(hidden(rows), 1000);
  await frame();
  assert.equal(hidden(rows), TOTAL - 40);
  await drawn;
});

test("a later call takes over, and the earlier one stops where it is", async () => {
  const rows = list();
  const made = makeRows({});
  const drawn = made.show(rows, nothing);
  const first = Array.from({ length: 40 }, (_, at) => (at ? 1 : 0));
  const other = made.show(rows, { ...nothing, shown: fromDeltas(first, TOTAL) });
  made.show(rows, everything);
  while (frames.length) await frame();
  await Promise.all([drawn, other]);
  assert.equal(hidden(rows), 0);
});
