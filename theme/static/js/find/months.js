// The list by months: which rows stand in it, and which months are put in when they are wanted.
import { reverse } from "../order.js";
import { has } from "./bits.js";
import { element, elsewhere, put } from "./dom.js";
import { reach } from "./filter.js";
import { makeFragments } from "./fragments.js";

const AT_ONCE = 500; // rows that are shown or hidden before the page is drawn again

/**
 * @param {HTMLElement} container the list of months; later months stand in it as links
 * @param {object} words of words.js
 * @param {{say: (text: string) => void, failed: (text: string, retry: () => void) => void}} report
 */
export function makeMonths(container, words, report) {
  const fragments = makeFragments();
  const months = new Map(); // by id: section, rows and title once it is there, link while it is not
  const later = container.querySelector(".later");
  const more = element("p", "find-more");
  let view = null;
  container.dataset.live = ""; // the stylesheet now spares what is far from the screen
  container.after(more);
  if (later) more.after(later);
  for (const item of later?.querySelectorAll("li") ?? []) {
    const [, year, month] = /(\d{4})\/(\d{2})\/$/.exec(item.querySelector("a").pathname);
    months.set(`${year}-${month}`, { item, name: item.querySelector("a").textContent, address: item.querySelector("a").href });
  }
  container.querySelectorAll(".month").forEach(adopt);

  function adopt(section) {
    const title = section.querySelector(".month__title");
    const rows = [...section.querySelectorAll(".row")];
    const link = months.get(title.id);
    if (link) link.item.hidden = true;
    months.set(title.id, { ...link, section, rows, title });
  }

  const loaded = (month) => Boolean(months.get(month).section);

  /**
   * Shows what of a view is there; rows far down follow once the first ones are drawn.
   *
   * @returns {{missing: object[], drawn: Promise<void>}} the months that it wants and that are not there
   */
  function show(next) {
    view = next;
    const rest = [];
    let touched = 0;
    const { seen, after } = reach(view.months, loaded, view.newest);
    container.toggleAttribute("data-narrowed", view.narrowed);
    for (const month of view.newest ? [...view.months].reverse() : view.months) {
      const here = months.get(month.month);
      if (!here.section) showLink(here.item, month);
      else {
        here.section.hidden = !seen.includes(month);
        put(here.section.querySelector(".month__count"), words.plural("count.events", month.count));
        if ((touched += month.size) <= AT_ONCE) showRows(here.rows, month.start);
        else rest.push([here.rows, month.start]);
      }
    }
    if (later) later.hidden = !later.querySelector("li:not([hidden])");
    offer(after);
    const missing = [...new Set([...seen, ...view.needed])].filter(({ month }) => !loaded(month));
    return { missing, drawn: showRest(rest) };
  }

  async function showRest(rest) {
    const wanted = view;
    for (const [rows, start] of rest) {
      await new Promise((done) => setTimeout(done));
      if (view !== wanted) return;
      showRows(rows, start);
    }
  }

  function showRows(rows, start) {
    rows.forEach((row, at) => {
      const shown = has(view.shown, start + at);
      if (row.hidden === shown) row.hidden = !shown;
      mark(row, shown && has(view.doubtful, start + at));
    });
  }

  function mark(row, doubtful) {
    if (row.classList.contains("row--partly") === doubtful) return;
    row.classList.toggle("row--partly", doubtful);
    if (doubtful) row.querySelector(".card__title").after(element("p", "card__partly", words.text("find.partly")));
    else row.querySelector(".card__partly").remove();
  }

  function showLink(item, { count }) {
    item.hidden = count === 0;
    put(item.querySelector(".count"), words.plural("count.events", count));
  }

  /** The button for the month after the list, a link to its page for who wants that. */
  function offer(month) {
    more.replaceChildren();
    if (!month) return;
    const { name, address } = months.get(month.month);
    const events = words.plural("count.events", month.count);
    const button = element("a", "button", words.text("find.next-month", { month: name, events }));
    button.href = address;
    button.addEventListener("click", async (event) => {
      if (elsewhere(event)) return;
      event.preventDefault();
      if (await fill([month])) months.get(month.month).title.querySelector("a").focus();
    });
    more.append(button);
  }

  /** Fetches months and puts each in when its turn comes. @returns {Promise<boolean>} whether all are there */
  async function fill(missing) {
    const wanted = view;
    let at = 0;
    const name = () => months.get(missing[at].month).name;
    const loading = () => report.say(words.text("find.month-loading", { month: name() }));
    loading();
    try {
      for await (const section of fragments.inOrder(missing.map(({ month }) => months.get(month).address))) {
        if (view !== wanted) return false;
        insert(missing[at], section);
        show(view);
        const events = words.plural("count.events", missing[at].count);
        report.say(words.text("find.month-loaded", { month: name(), events }));
        at += 1;
        if (at < missing.length) loading();
      }
    } catch {
      if (view === wanted) report.failed(words.text("find.month-failed", { month: name() }), () => fill(missing.slice(at)));
      return false;
    }
    return true;
  }

  /** Puts a month where it belongs. One that has not the events of the index is of another edition of the site. */
  function insert({ month, size }, section) {
    if (loaded(month)) return;
    if (section.querySelectorAll(".row").length !== size) throw new Error(`${month}: not ${size} events`);
    adopt(document.adoptNode(section));
    if (view.newest) reverse(section.querySelector(".month__rows"));
    const follows = (other) => (view.newest ? other < month : other > month);
    const after = [...container.querySelectorAll(".month__title")].find(({ id }) => follows(id));
    container.insertBefore(section, after?.closest(".month") ?? null);
  }

  /** The row of an event by its position, undefined while its month is not there. */
  function row(position) {
    const month = view.months.find(({ start, size }) => start <= position && position < start + size);
    return months.get(month.month).rows?.[position - month.start];
  }

  return { show, fill, row };
}
