// Marks the words of a search in the rows, by ranges: the page itself stays as it is.
import { hits } from "./search.js";

const NAME = "found";
const AT_ONCE = 40; // rows between two breaths
const PARTS = ".card__title, .card__summary, .meta__places";

let run = 0;

/** @param {Iterable<Element>} rows to mark in; @param {string[]} terms of the search, none to mark nothing */
export async function highlight(rows, terms) {
  if (!globalThis.CSS?.highlights) return;
  const turn = (run += 1);
  CSS.highlights.delete(NAME);
  if (!terms.length) return;
  const found = new Highlight();
  CSS.highlights.set(NAME, found);
  let seen = 0;
  for (const row of rows) {
    for (const range of ranges(row, terms)) found.add(range);
    seen += 1;
    if (seen % AT_ONCE === 0) await new Promise((done) => setTimeout(done));
    if (turn !== run) return;
  }
}

function* ranges(row, terms) {
  for (const part of row.querySelectorAll(PARTS)) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const [start, end] of hits(walker.currentNode.data, terms)) {
        yield new StaticRange({ startContainer: walker.currentNode, startOffset: start, endContainer: walker.currentNode, endOffset: end });
      }
    }
  }
}
