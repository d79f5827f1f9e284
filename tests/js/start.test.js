import assert from "node:assert/strict";
import { test } from "node:test";

import { start } from "../../theme/static/js/start.js";

const page = (...names) => ({ querySelectorAll: () => names.map((name) => ({ dataset: { module: name } })) });

test("a feature is called with each of its elements", () => {
  const called = [];
  start(page("copy", "order", "copy"), {
    copy: (element) => called.push(["copy", element.dataset.module]),
    order: (element) => called.push(["order", element.dataset.module]),
  });
  assert.deepEqual(called, [["copy", "copy"], ["order", "order"], ["copy", "copy"]]);
});

test("a feature that fails is reported and the next one still starts", () => {
  const called = [];
  const reported = [];
  const features = {
    broken: () => {
      throw new Error("no list");
    },
    order: () => called.push("order"),
  };
  start(page("broken", "order"), features, (name, error) => reported.push([name, error.message]));
  assert.deepEqual(called, ["order"]);
  assert.deepEqual(reported, [["broken", "no list"]]);
});

test("a name without a feature is reported", () => {
  const reported = [];
  start(page("nothing"), {}, (name) => reported.push(name));
  assert.deepEqual(reported, ["nothing"]);
});
