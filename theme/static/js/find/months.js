// The list by months: which of them stand in it, and which are put in when they are wanted.
import { reverse } from "../order.js";
import { has } from "./bits.js";
import { element, elsewhere, put } from "./dom.js";
import { reach } from "./filter.js";
import { makeFragments } from "./fragments.js";
import { makeRows } from "./rows.js";

/** @param {HTMLElement} container the list of months; later months stand in it as links */
export function makeMonths(container, words, report) {
  const fragments = makeFragments();
  const rows = makeRows(words);
  const months = new Map(); // by id: {section, title, rows, between} of what is there, {item, name, address} of links
  const later = container.querySelector(".later");
  const more = element("p", "find-more");
  let view = null;
  container.dataset.live = ""; // the stylesheet now spares what is far from the screen
  container.after(more);
  if (later) more.after(later);
  for (const item of later?.querySelectorAll("li") ?? []) {
    const link = item.querySelector("a");
    const [, year, month] = /(\d{4})\/(\d{2})\/$/.exec(link.pathname);
    months.set(`${year}-${month}`, { item, name: link.textContent, address: link.href });
  }
  container.querySelectorAll(".month").forEach(adopt);

  function adopt(section) {
    const title = section.querySelector(".month__title");
    const link = months.get(title.id);
    if (link) link.item.hidden = true;
    const between = section.querySelectorAll(".gap, .phase");
    months.set(title.id, { ...link, section, rows: [...section.querySelectorAll(".row")], between, title });
  }

  const loaded = (month) => Boolean(months.get(month).section);

  /** Shows what of a view is there. missing: the months that are not; drawn: fulfilled when the last row is right. */
  function show(next) {
    view = next;
    const { seen, after } = reach(view.months, loaded, view.newest);
    const listed = new Set(seen);
    for (const month of view.months) {
      const here = months.get(month.month);
      if (here.section) showMonth(here, month, listed.has(month));
      else showLink(here.item, month);
    }
    if (later) later.hidden = !later.querySelector("li:not([hidden])");
    offer(after);
    const missing = [...new Set([...seen, ...view.needed])].filter(({ month }) => !loaded(month));
    return { missing, drawn: rows.show(inOrder(), view) };
  }

  /** Silences and phases lie between all events: in a choice of them they would be between others. */
  function showMonth({ section, between }, { count }, listed) {
    section.hidden = !listed;
    put(section.querySelector(".month__count"), words.plural("count.events", count));
    between.forEach((each) => (each.hidden = view.narrowed));
  }

  /** The rows that are there, in the order of the list, each with its position in the chronology. */
  function* inOrder() {
    for (const { month, start } of view.newest ? [...view.months].reverse() : view.months) {
      const here = (months.get(month).rows ?? []).map((row, at) => ({ row, at: start + at }));
      yield* view.newest ? here.reverse() : here;
    }
  }

  /** The rows that the view lists and that are there, in the order of the list. */
  function* inList() {
    for (const { row, at } of inOrder()) if (has(view.shown, at)) yield row;
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
    const onclick = async (event) => {
      if (elsewhere(event)) return;
      event.preventDefault();
      if (await fill([month])) months.get(month.month).title.querySelector("a").focus();
    };
    more.append(element("a", "button", words.text("find.next-month", { month: name, events }), { href: address, onclick }));
  }

  /** Fetches months and puts each in when its turn comes. @returns {Promise<boolean>} whether all are there */
  async function fill(missing) {
    const wanted = view;
    let at = 0;
    const month = () => months.get(missing[at].month).name;
    const loading = () => report.say(words.text("find.month-loading", { month: month() }));
    loading();
    try {
      for await (const section of fragments.inOrder(missing.map(({ month }) => months.get(month).address))) {
        if (view !== wanted) return false;
        insert(missing[at], section);
        show(view);
        const events = words.plural("count.events", missing[at].count);
        report.say(words.text("find.month-loaded", { month: month(), events }));
        at += 1;
        if (at < missing.length) loading();
      }
    } catch {
      if (view === wanted) report.failed(words.text("find.month-failed", { month: month() }), () => fill(missing.slice(at)));
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
    container.insertBefore(section, after?.closest(".month"));
  }

  /** The row of an event by its position, undefined while its month is not there. */
  function row(position) {
    const month = view.months.find(({ start, size }) => start <= position && position < start + size);
    return months.get(month.month).rows?.[position - month.start];
  }

  return { show, fill, row, inList };
}
