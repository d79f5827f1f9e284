import assert from "node:assert/strict";
import { test } from "node:test";

import { reverse } from "../../theme/static/js/order.js";

/** Like an element: what is appended leaves its old place. */
function list(...children) {
  return {
    children,
    append(...moved) {
      this.children = [...this.children.filter((child) => !moved.includes(child)), ...moved];
    },
  };
}

test("children stand in reverse order, each once", () => {
  const rows = list("May", "June", "July");
  reverse(rows);
  assert.deepEqual(rows.children, ["July", "June", "May"]);
});

test("twice reversed is as it was", () => {
  const rows = list("May", "June", "July");
  reverse(rows);
  reverse(rows);
  assert.deepEqual(rows.children, ["May", "June", "July"]);
});
