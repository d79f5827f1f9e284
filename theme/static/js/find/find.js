// Filters and search of the timeline: a state, and everything that is shown of it.
import { makeBest, MOST } from "./best.js";
import * as bits from "./bits.js";
import { makeChips } from "./chips.js";
import { startControls } from "./controls.js";
import { makeData, StaleError } from "./data.js";
import { put } from "./dom.js";
import { byMonth, narrow } from "./filter.js";
import { makeForm } from "./form.js";
import { highlight } from "./highlight.js";
import { makeHistory } from "./history.js";
import { makeMonths } from "./months.js";
import { makePictures } from "./pictures.js";
import { makeReport } from "./report.js";
import { ranked } from "./search.js";
import { empty, FILTERS, format, narrows, parse } from "./state.js";
import { makeWords } from "./words.js";

/** @param {HTMLDialogElement} dialog with the data of data.js and words.js; @param {object} sheet of begin.js */
export function makeFind(dialog, bar, sheet) {
  const words = makeWords(JSON.parse(dialog.dataset.words), document.documentElement.lang);
  const list = document.getElementById("events");
  const count = document.getElementById("count");
  const order = document.querySelector("[data-module=order]");
  const data = makeData(dialog.dataset);
  const report = makeReport(count, words);
  const best = makeBest(list, words.text("find.best"));
  const history = makeHistory(showWhole);
  const place = history.place();
  const months = makeMonths(list, words, report);
  const form = makeForm(dialog, words);
  const whole = new Set(); // filters with all their values in the form
  const finder = { now: history.state(), choose, type, show, listAll };
  const chips = makeChips(count, words, form, choose);
  const pictures = makePictures(dialog, words, finder);
  let turn = 0;

  /** Takes a choice that has come to rest: it has an address of its own, and the list is seen from its start. */
  function choose(choice) {
    const state = parse(format(choice)); // what no address can hold is not chosen either
    history.push(state);
    toStart();
    return show(state);
  }

  /** Takes what stands in the search so far; its address is written after a rest. */
  function type(state) {
    history.replaceSoon(state);
    toStart();
    return show(state);
  }

  function toStart() {
    const top = count.closest(".tools");
    if (top.getBoundingClientRect().top < 0 && !sheet.isOpen()) top.scrollIntoView({ behavior: "instant" });
  }

  /** Shows a state once its data are there, unless another one has come. drawn: fulfilled when the whole list is. */
  async function show(state) {
    finder.now = state;
    const mine = (turn += 1);
    form.show(state);
    try {
      const index = await data.facets();
      const search = await data.find(state.q, index);
      if (mine === turn) return { drawn: draw(index, state, search) };
    } catch (error) {
      if (mine === turn) fail(error, state);
    }
  }

  async function showWhole(state) {
    await (await show(state))?.drawn;
  }

  function fail(error, state) {
    const stale = error instanceof StaleError;
    report.failed(words.text(stale ? "find.stale" : "find.failed"), () => (stale ? location.reload() : show(state)));
    console.error(error);
  }

  function draw(index, state, search) {
    for (const key of FILTERS) form.extend(key, index.labels[key], whole.has(key) ? null : state[key]);
    form.show(state);
    const result = narrow(index, state, search?.found);
    const number = bits.count(result.shown);
    form.count(result.counts);
    chips.show(state, { ...result, count: number, doubts: bits.count(result.doubtful) });
    put(bar.querySelector(".find-bar__count"), words.plural("count.events", number));
    put(dialog.querySelector("[data-show]"), words.plural("find.show", number));
    if (narrows(state)) report.counted(number, index.total, result.loosen.length);
    else report.whole();
    pictures.show(index, state, result);
    return drawList(index, state, search, result);
  }

  function drawList(index, state, search, result) {
    const newest = state.sort === "newest";
    const inTime = byMonth(index, result.shown);
    const first = search && state.sort === "relevance" ? ranked(result.shown, search.scores, MOST) : [];
    const needed = inTime.filter(({ start, size }) => first.some((at) => start <= at && at < start + size));
    const finish = () => {
      best.show(first.map(months.row).filter(Boolean));
      highlight(months.inList(), search);
    };
    report.settled();
    best.clear();
    if ((order.getAttribute("aria-pressed") === "true") !== newest) order.click();
    const { missing, drawn } = months.show({ ...result, months: inTime, narrowed: narrows(state), newest, needed });
    finish();
    if (missing.length) months.fill(missing).then((done) => done && finish());
    return drawn;
  }

  function listAll(key) {
    whole.add(key);
    return show(finder.now);
  }

  form.show(finder.now);
  startControls({ dialog, sheet, order, count, form, finder });
  if (narrows(finder.now) || finder.now.sort !== empty().sort) showWhole(finder.now).then(() => history.restore());
  else if (globalThis.history.state) history.restore();
  else history.restore(place, 1); // the list may have moved when it came to life
}
