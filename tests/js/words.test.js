import assert from "node:assert/strict";
import { test } from "node:test";

import { makeWords } from "../../theme/static/js/find/words.js";

const english = {
  "number.digits": "0123456789",
  "number.thousands": ",",
  "date.day": "{day} {month} {year}",
  "date.range-wide": "{first} – {last}",
  "find.date-from": "from {date}",
  "find.date-to": "until {date}",
  "month.full.6": "June",
  "count.events": { one: "{count} event", other: "{count} events" },
};
const words = makeWords(english, "en");

test("numbers are set apart by thousands", () => {
  assert.equal(words.number(1234567), "1,234,567");
  assert.equal(words.number(215), "215");
});

test("a plural takes the form of its number", () => {
  assert.equal(words.plural("count.events", 1), "1 event");
  assert.equal(words.plural("count.events", 1200), "1,200 events");
});

test("the digits and plurals are those of the language", () => {
  const arabic = makeWords({ ...english, "number.digits": "٠١٢٣٤٥٦٧٨٩", "count.events": { two: "حدثان", few: "{count} أحداث", other: "{count} حدث" } }, "ar");
  assert.equal(arabic.plural("count.events", 2), "حدثان");
  assert.equal(arabic.plural("count.events", 3), "٣ أحداث");
});

test("a range names the ends that it has", () => {
  assert.equal(words.range("2018-06-01", "2018-06-30"), "1\u00a0June\u00a02018 – 30\u00a0June\u00a02018");
  assert.equal(words.range("2018-06-01", ""), "from 1\u00a0June\u00a02018");
  assert.equal(words.range("", "2018-06-30"), "until 30\u00a0June\u00a02018");
});
