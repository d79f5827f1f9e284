// Which rows stand in the list: the first ones change at once, those far down between the frames that follow.
import { has } from "./bits.js";
import { element } from "./dom.js";

const SCREEN = 30; // rows in the list that are right before the page is drawn again: more than a screen holds
const STEP = 500; // rows that change between two frames: all that a page has when it comes

/** @param {object} words of words.js */
export function makeRows(words) {
  let turn = 0;

  /**
   * Shows and hides rows until a later call takes over.
   *
   * @param {{row: HTMLElement, at: number}[]} rows in the order of the list, each with its position in the chronology
   * @param {{shown: Uint32Array, doubtful: Uint32Array}} view sets of filter.js
   * @returns {Promise<void>} fulfilled when the last row is right
   */
  async function show(rows, { shown, doubtful }) {
    const mine = (turn += 1);
    let screen = SCREEN;
    let left = STEP;
    for (const { row, at } of rows) {
      const listed = has(shown, at);
      if (turned(row, listed, listed && has(doubtful, at))) left -= 1;
      if (listed) screen -= 1;
      if (left > 0 || screen > 0) continue;
      await nextFrame();
      if (mine !== turn) return;
      left = STEP;
    }
  }

  /** @returns {boolean} whether anything of the row changed */
  function turned(row, listed, partly) {
    const same = row.hidden !== listed;
    if (!same) row.hidden = !listed;
    return mark(row, partly) || !same;
  }

  function mark(row, partly) {
    if (row.classList.contains("row--partly") === partly) return false;
    row.classList.toggle("row--partly", partly);
    if (partly) row.querySelector(".card__title").after(element("p", "card__partly", words.text("find.partly")));
    else row.querySelector(".card__partly").remove();
    return true;
  }

  return { show };
}

function nextFrame() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
