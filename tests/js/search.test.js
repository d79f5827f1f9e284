import assert from "node:assert/strict";
import { test } from "node:test";

import * as bits from "../../theme/static/js/find/bits.js";
import { hits, namedOtherwise, queryTerms, ranked, search, shardsFor } from "../../theme/static/js/find/search.js";

const shards = [
  { terms: ["abu", "bridge", "dasisa"], postings: [[0, 4], [5, 4 + 3], [4, 4, 4 + 2]] },
  { terms: ["dasisan", "hajin", "x"], postings: [[16], [3], [0]] },
];
const find = (text) => search(shards, queryTerms(text), 6);
const at = (text) => [...bits.positions(find(text).found)];

test("a word finds every event with a term that it begins", () => {
  assert.deepEqual(at("Dashisha"), [1, 2, 3, 4]);
  assert.deepEqual(at("das"), [1, 2, 3, 4]);
});

test("all words must be there", () => {
  assert.deepEqual(at("dashisha bridge"), [1, 2]);
  assert.deepEqual(at("dashisha hajin"), []);
});

test("a single letter is a whole word", () => {
  assert.deepEqual(at("x"), [0]);
  assert.deepEqual(at("h"), []);
});

test("only articles ask for nothing", () => {
  assert.deepEqual(queryTerms("al- "), []);
});

test("titles rank before places, places before text, whole words before beginnings, then time", () => {
  const { found, scores } = find("das");
  assert.deepEqual(ranked(found, scores, 10), [3, 1, 2, 4]);
  const whole = find("dashisha");
  assert.deepEqual(ranked(whole.found, whole.scores, 2), [3, 1]);
  assert.deepEqual(ranked(find("bridge").found, find("bridge").scores, 1), [2]);
});

test("only the shards that can hold a word are asked for", () => {
  const starts = ["abu", "dasisan", "m"];
  assert.deepEqual(shardsFor(starts, ["dasisa"]), [0, 1]);
  assert.deepEqual(shardsFor(starts, ["hajin"]), [1]);
  assert.deepEqual(shardsFor(starts, ["a"]), [0]);
  assert.deepEqual(shardsFor(starts, ["zor", "abu"]), [0, 2]);
  assert.deepEqual(shardsFor(starts, ["داعش"]), [2]);
});

test("hits are whole words, wherever a spelling of the query begins them", () => {
  const text = "Near al-Dashishah, dachishan";
  assert.deepEqual(hits(text, queryTerms("Dashisha")).map(([start, end]) => text.slice(start, end)), ["Dashishah", "dachishan"]);
});

test("a place is known by a spelling that its row does not show, whatever the order of the places", () => {
  const spellings = ["دشيشه dusasia", "", "albu bu x"]; // of the ids in their order
  const named = (text) => [...namedOtherwise(["kamal", "dasisa", "hajin"], spellings, queryTerms(text))];
  assert.deepEqual(named("الدشيشة"), ["dasisa"]);
  assert.deepEqual(named("hajin Bu"), ["kamal"]);
  assert.deepEqual(named("b"), []);
  assert.deepEqual(named("x"), ["kamal"]);
});
