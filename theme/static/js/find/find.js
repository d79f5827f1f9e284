// Filters and search of the timeline: a state, its address, and everything that is shown of it.
import { makeBest, MOST } from "./best.js";
import * as bits from "./bits.js";
import { makeChips } from "./chips.js";
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
import { makeSheet } from "./sheet.js";
import { empty, FILTERS, narrows, toggled } from "./state.js";
import { makeWords } from "./words.js";

/** @param {HTMLDialogElement} dialog with data-facets, data-search, data-edition, data-words */
export function startFind(dialog) {
  const words = makeWords(JSON.parse(dialog.dataset.words), document.documentElement.lang);
  const list = document.getElementById("events");
  const count = document.getElementById("count");
  const bar = dialog.parentElement.querySelector("[data-bar]");
  const order = document.querySelector("[data-module=order]");
  const data = makeData(dialog.dataset);
  const report = makeReport(count, words);
  const best = makeBest(list, words.text("find.best"));
  const months = makeMonths(list, words, report);
  const form = makeForm(dialog, words);
  const sheet = makeSheet(dialog, bar);
  const history = makeHistory((state) => show(state));
  const chips = makeChips(count, words, form, choose);
  const pictures = makePictures(dialog, words, {
    moved: (range) => show({ ...now, ...range }),
    chosen: (range) => choose({ ...now, ...range }),
    place: (place) => choose(toggled(now, "place", place)),
  });
  let now = history.state();
  let certainOnly = false;
  let turn = 0;

  /** Takes a choice that has come to rest: it has an address of its own, and the list is seen from its start. */
  function choose(state) {
    history.push(state);
    show(state);
    const top = count.closest(".tools");
    if (top.getBoundingClientRect().top < 0 && !sheet.isOpen()) top.scrollIntoView({ behavior: "instant" });
  }

  /** Shows a state; without a choice, and before there ever was one, nothing is loaded for it. */
  async function show(state) {
    now = state;
    const mine = (turn += 1);
    form.show(state);
    try {
      const index = await data.facets();
      const search = await data.find(state.q, index.total);
      if (mine !== turn) return;
      draw(index, state, search);
    } catch (error) {
      if (mine !== turn) return;
      const text = words.text(error instanceof StaleError ? "find.stale" : "find.failed");
      report.failed(text, () => (error instanceof StaleError ? location.reload() : show(state)));
      console.error(error);
    }
  }

  function draw(index, state, search) {
    for (const key of FILTERS) form.extend(key, index.labels, state[key]);
    form.show(state);
    const result = narrow(index, state, search?.found, certainOnly);
    const number = bits.count(result.shown);
    form.count(result.counts);
    chips.show(state, { ...result, count: number, certainOnly, doubtfulCount: bits.count(result.doubtful) });
    tell(state, number, index.total, result.loosen.length);
    pictures.show(index, state, result);
    drawList(index, state, search, result);
  }

  function tell(state, number, total, loosen) {
    put(bar.querySelector(".find-bar__count"), words.plural("count.events", number));
    put(dialog.querySelector("[data-show]"), words.plural("find.show", number));
    if (narrows(state)) report.counted(number, total, loosen);
    else report.whole();
  }

  function drawList(index, state, search, result) {
    const by = byMonth(index, result.shown);
    const relevant = search && state.sort === "relevance" ? ranked(result.shown, search.scores, MOST) : [];
    report.settled();
    best.clear();
    turned(state.sort === "newest");
    const missing = months.show({
      ...result,
      months: by,
      narrowed: narrows(state),
      newest: state.sort === "newest",
      needed: by.filter(({ start, size }) => relevant.some((at) => start <= at && at < start + size)),
    });
    const finish = () => {
      best.show(relevant.map(months.row).filter(Boolean));
      highlight(() => document.querySelectorAll(".listing .row:not([hidden]), .best .row"), search?.terms ?? []);
    };
    finish();
    if (missing.length) months.fill(missing).then((done) => done && finish());
  }

  /** Brings the list into the order of the state, by the switch that readers have for it. */
  function turned(newest) {
    if ((order.getAttribute("aria-pressed") === "true") !== newest) order.click();
  }

  order.addEventListener("click", () => {
    const sort = order.getAttribute("aria-pressed") === "true" ? "newest" : "oldest";
    if (now.sort !== sort && (now.sort !== "relevance" || sort === "newest")) choose({ ...now, sort });
  });
  dialog.addEventListener("change", ({ target }) => {
    if (target.name && target.name !== "q") choose(form.changed(now, target));
  });
  dialog.addEventListener("input", ({ target }) => {
    if (target.name !== "q") return;
    const state = form.changed(now, target);
    show(state);
    history.replaceSoon(state);
  });
  dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", ({ target }) => {
    if (target.closest("[data-clear]")) {
      choose({ ...empty(), sort: now.sort === "relevance" ? "oldest" : now.sort });
      if (!sheet.isOpen()) count.focus();
    }
  });
  document.addEventListener("change", ({ target }) => {
    if (!("possibly" in target.dataset)) return;
    certainOnly = !target.checked;
    show(now).then(() => document.querySelector("[data-possibly]")?.focus());
  });
  startMore();
  startKeys();
  put(bar.querySelector(".find-bar__count"), count.textContent);
  put(dialog.querySelector("[data-show]"), count.textContent);
  document.querySelector(".find-plain").hidden = true;
  form.show(now);
  if (narrows(now) || now.sort !== empty().sort) show(now).then(history.restore);
  else history.restore();

  /** The links to all values of a filter list them here instead. */
  function startMore() {
    for (const link of dialog.querySelectorAll(".find-group__more")) {
      const { filter } = link.closest("[data-filter]").dataset;
      link.addEventListener("click", async (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const before = link.previousElementSibling;
        await show(now);
        form.extend(filter, (await data.facets()).labels);
        await show(now);
        before.nextElementSibling.querySelector("input")?.focus();
      });
    }
  }

  function startKeys() {
    const field = dialog.querySelector("[name=q]");
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        sheet.open();
        field.focus();
      }
      if (event.key === "Escape" && event.target === field && field.value && !sheet.isOpen()) {
        event.preventDefault();
        field.value = "";
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
  }
}
