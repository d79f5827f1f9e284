// Which rows stand in the list: the first ones change at once, those far down between the frames that follow.
import { has } from "./bits.js";
import { element } from "./dom.js";

const SCREEN = 30; // rows in the list that are right before the page is drawn again: more than a screen holds
const STEP = 500; // rows that change between two frames

export function makeRows(words) {
  let turn = 0;

  /** Shows and hides rows {row, at}, in the order of the list, until the last one is right or a later call takes over. */
  async function show(rows, { shown, doubtful }) {
    const mine = (turn += 1);
    let screen = SCREEN;
    let left = STEP;
    for (const { row, at } of rows) {
      const listed = has(shown, at);
      if (listed) screen -= 1;
      if (row.hidden === listed) {
        row.hidden = !listed;
        left -= 1;
      }
      mark(row, listed && has(doubtful, at));
      if (left > 0 || screen > 0) continue;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      if (mine !== turn) return;
      left = STEP;
    }
  }

  function mark(row, partly) {
    if (row.classList.contains("row--partly") === partly) return;
    row.classList.toggle("row--partly");
    if (partly) row.querySelector(".card__title").after(element("p", "card__partly", words.text("find.partly")));
    else row.querySelector(".card__partly").remove();
  }

  return { show };
}
