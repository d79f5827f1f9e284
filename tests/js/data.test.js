import assert from "node:assert/strict";
import { test } from "node:test";

import { makeData, StaleError } from "../../theme/static/js/find/data.js";
import { reach } from "../../theme/static/js/find/filter.js";
import { makeFragments } from "../../theme/static/js/find/fragments.js";

const facets = {
  edition: "e", total: 2, first: "2018-06-01", months: [["2018-06", 2]], days: [0, 1], spans: [0, 0],
  qualified: [], monthly: [], facets: {}, labels: {},
};
const files = {
  "facets.json?e": facets,
  "search.json?e": { edition: "e", starts: ["a", "m"], places: ["", "mal"] },
  "search/0.json?e": { terms: ["abu"], postings: [[0]] },
  "search/1.json?e": { terms: ["mal"], postings: [[4]] },
};
const index = { total: 2, sets: { place: new Map([["susah", null], ["hajin", null]]) } };
const addresses = { facets: "facets.json?e", search: "search.json?e", edition: "e" };

test("a file is asked for once, and only when it is needed", async () => {
  const asked = [];
  const data = makeData(addresses, async (address) => asked.push(address) && files[address]);
  assert.equal(await data.find("al-", index), null);
  assert.deepEqual(asked, []);
  await data.facets();
  await data.facets();
  const { found, places } = await data.find("mal", index);
  assert.deepEqual([[...found], [...places]], [[0b10], ["susah"]]);
  await data.find("ma", index);
  assert.deepEqual(asked, ["facets.json?e", "search.json?e", "search/1.json?e"]);
});

test("a file that failed is asked for anew", async () => {
  let fails = true;
  const data = makeData(addresses, async (address) => {
    if (fails) throw new Error("offline");
    return files[address];
  });
  await assert.rejects(data.facets(), /offline/);
  fails = false;
  assert.equal((await data.facets()).total, 2);
});

test("data of another edition are refused", async () => {
  const data = makeData({ ...addresses, edition: "f" }, async (address) => files[address]);
  await assert.rejects(data.facets(), StaleError);
  await assert.rejects(data.find("abu", index), StaleError);
});

test("months come in the order asked for, whichever is there first", async () => {
  const waiting = new Map();
  const fragments = makeFragments((address) => new Promise((resolve) => waiting.set(address, resolve)));
  const got = [];
  const done = (async () => {
    for await (const month of fragments.inOrder(["1", "2", "3", "4"])) got.push(month);
  })();
  await null;
  assert.deepEqual([...waiting.keys()], ["1", "2", "3"]);
  waiting.get("3")("c");
  waiting.get("2")("b");
  await new Promise(setImmediate);
  assert.deepEqual(got, []);
  waiting.get("1")("a");
  await new Promise(setImmediate);
  waiting.get("4")("d");
  await done;
  assert.deepEqual(got, ["a", "b", "c", "d"]);
});

test("a month that failed ends the row, and is asked for anew", async () => {
  const asked = [];
  let fails = true;
  const fragments = makeFragments(async (address) => {
    asked.push(address);
    if (address === "2" && fails) throw new Error("gone");
    return address;
  });
  const got = [];
  const fetchAll = async (all) => {
    for await (const month of fragments.inOrder(all)) got.push(month);
  };
  await assert.rejects(fetchAll(["1", "2", "3"]), /gone/);
  fails = false;
  await fetchAll(["2", "3"]);
  assert.deepEqual(got, ["1", "2", "3"]);
  assert.deepEqual(asked, ["1", "2", "3", "2", "2"]); // in advance, in its turn, and when the reader wants it again
});

const months = [30, 0, 20, 5, 7].map((count, at) => ({ month: `2018-0${at + 1}`, count }));
const inPage = (...loaded) => (month) => loaded.includes(month);

test("the list goes on until enough events stand in it", () => {
  const { seen, after } = reach(months, inPage("2018-01"));
  assert.deepEqual(seen.map(({ month }) => month), ["2018-01", "2018-03"]);
  assert.equal(after.month, "2018-04");
});

test("what is loaded stands in the list, up to the first month that is not", () => {
  const { seen, after } = reach(months, inPage("2018-01", "2018-03", "2018-04"));
  assert.deepEqual(seen.map(({ month }) => month), ["2018-01", "2018-03", "2018-04"]);
  assert.equal(after.month, "2018-05");
});

test("newest first goes the other way", () => {
  const { seen, after } = reach(months, inPage("2018-01"), true);
  assert.deepEqual(seen.map(({ month }) => month), ["2018-05", "2018-04", "2018-03", "2018-01"]);
  assert.equal(after, null);
});
