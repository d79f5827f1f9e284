import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { terms, words } from "../../theme/static/js/find/fold.js";

const cases = JSON.parse(readFileSync(new URL("folding.json", import.meta.url), "utf-8"));

for (const [term, ...spellings] of cases["one term"]) {
  test(`every spelling of ${term} is that term`, () => {
    for (const spelling of spellings) assert.deepEqual(terms(spelling), [term], spelling);
  });
}

test("a text is its words without articles", () => {
  for (const [text, wanted] of cases.terms) assert.deepEqual(terms(text), wanted, text);
});

test("words that only look alike stay apart", () => {
  for (const [one, other] of cases.apart) assert.notDeepEqual(terms(one), terms(other), one);
});

test("a term knows where its word stands, signs and all", () => {
  assert.deepEqual(words("in al-Sha'itat."), [
    { term: "in", start: 0, end: 2 },
    { term: "setat", start: 6, end: 14 },
  ]);
});
