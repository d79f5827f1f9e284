import assert from "node:assert/strict";
import { test } from "node:test";

import { copied } from "../../theme/static/js/copy.js";

test("the clipboard gets the text", async () => {
  const written = [];
  assert.equal(await copied("a citation", { writeText: async (text) => written.push(text) }), true);
  assert.deepEqual(written, ["a citation"]);
});

test("a clipboard that refuses, or none, is not an error", async () => {
  const refusing = { writeText: () => Promise.reject(new Error("denied")) };
  assert.equal(await copied("a citation", refusing), false);
  assert.equal(await copied("a citation", undefined), false);
});
