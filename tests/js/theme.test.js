import assert from "node:assert/strict";
import { test } from "node:test";

import { other, shown } from "../../theme/static/js/theme.js";

test("a switch leads to the other mode", () => {
  assert.equal(other("dark"), "light");
  assert.equal(other("light"), "dark");
});

test("what the reader chose outranks the system", () => {
  assert.equal(shown("light", true), "light");
  assert.equal(shown("dark", false), "dark");
});

test("without a choice, or with one that is unknown, the system decides", () => {
  assert.equal(shown(undefined, true), "dark");
  assert.equal(shown("sepia", false), "light");
});
