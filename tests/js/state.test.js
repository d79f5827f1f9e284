import assert from "node:assert/strict";
import { test } from "node:test";

import { empty, format, narrows, parse, toggled, without } from "../../theme/static/js/find/state.js";

test("every key goes to an address and comes back", () => {
  const query = "?tag=oil,fuel&kind=attack&actor=isis&place=hajin,susah&phase=last&confidence=disputed&from=2018-05-01&to=2018-10-31&within=certain&q=Dachisha+bridge&sort=newest";
  assert.equal(format(parse(query)), query);
  assert.deepEqual(parse(format(parse(query))), parse(query));
});

test("what is not chosen is not written", () => {
  assert.equal(format(empty()), "");
  assert.equal(format(parse("?sort=oldest&q=&tag=")), "");
});

test("Arabic text survives", () => {
  assert.equal(parse(format({ ...empty(), q: "الدشيشة & 50%" })).q, "الدشيشة & 50%");
});

test("a year or a month stands for its first and last day", () => {
  assert.deepEqual([parse("?from=2018&to=2018").from, parse("?from=2018&to=2018").to], ["2018-01-01", "2018-12-31"]);
  assert.equal(parse("?to=2020-02").to, "2020-02-29");
});

test("what no calendar, sort or vocabulary can hold is not chosen", () => {
  assert.deepEqual(parse("?from=2018-02-30&to=soon&sort=best&kind=<b>,,Attack&place=a,a"), { ...empty(), place: ["a"] });
});

test("how dates are meant counts only while dates are chosen", () => {
  assert.equal(format(parse("?within=certain")), "");
  assert.equal(narrows(parse("?within=certain")), false);
  assert.equal(format(parse("?from=2018&within=certain")), "?from=2018-01-01&within=certain");
  assert.equal(format(parse("?from=2018&within=perhaps")), "?from=2018-01-01");
  assert.deepEqual(without(parse("?from=2018&within=certain"), { key: "range" }), empty());
});

test("keys of others are kept", () => {
  assert.equal(format(parse("?kind=attack&utm=x"), "?kind=attack&utm=x"), "?kind=attack&utm=x");
});

test("the order alone narrows nothing", () => {
  assert.equal(narrows(parse("?sort=newest")), false);
  assert.equal(narrows(parse("?q=x")), true);
});

test("a choice goes in and out again", () => {
  const one = toggled(empty(), "kind", "attack");
  assert.deepEqual(one.kind, ["attack"]);
  assert.deepEqual(toggled(one, "kind", "attack"), empty());
});

test("one value, one filter or the range is taken out", () => {
  const state = parse("?kind=a,b&from=2018&to=2019&q=x");
  assert.equal(format(without(state, { key: "kind", value: "a" })), "?kind=b&from=2018-01-01&to=2019-12-31&q=x");
  assert.equal(format(without(state, { key: "kind" })), "?from=2018-01-01&to=2019-12-31&q=x");
  assert.equal(format(without(state, { key: "range" })), "?kind=a,b&q=x");
});
