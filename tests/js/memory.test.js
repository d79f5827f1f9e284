import assert from "node:assert/strict";
import { test } from "node:test";

import { remember } from "../../theme/static/js/memory.js";

test("a choice is kept under its name", () => {
  const kept = [];
  remember("theme", "dark", () => ({ setItem: (name, value) => kept.push([name, value]) }));
  assert.deepEqual(kept, [["theme", "dark"]]);
});

test("storage that is switched off is not an error", () => {
  assert.doesNotThrow(() =>
    remember("theme", "dark", () => {
      throw new Error("denied");
    }),
  );
});
