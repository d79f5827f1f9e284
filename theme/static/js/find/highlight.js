// Marks the words of a search in the rows, by ranges: the page itself stays as it is.
import { placeOf } from "./dom.js";
import { hits, queryTerms } from "./search.js";

const NAME = "found";
const AT_ONCE = 40; // rows between two breaths
const PARTS = ".card__title, .card__summary, .meta__places";

let run = 0;

/** @param {object | null} search of data.js, null to mark nothing */
export async function highlight(rows, search) {
  if (!globalThis.CSS?.highlights) return;
  const turn = (run += 1);
  CSS.highlights.delete(NAME);
  if (!search) return;
  const found = new Highlight();
  CSS.highlights.set(NAME, found);
  let seen = 0;
  for (const row of rows) {
    for (const range of ranges(row, search)) found.add(new StaticRange(range));
    seen += 1;
    if (seen % AT_ONCE === 0) await new Promise((done) => setTimeout(done));
    if (turn !== run) return;
  }
}

function* ranges(row, { terms, places }) {
  const named = [...row.querySelectorAll(".meta__places a")].filter((link) => places.has(placeOf(link)));
  const alone = named.map((link) => queryTerms(link.textContent)).filter(({ length }) => length === 1);
  const wanted = [...terms, ...alone.flat()];
  for (const part of row.querySelectorAll(PARTS)) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      for (const [startOffset, endOffset] of hits(text.data, wanted)) {
        yield { startContainer: text, startOffset, endContainer: text, endOffset };
      }
    }
  }
  for (const link of named) yield { startContainer: link, startOffset: 0, endContainer: link, endOffset: 1 };
}
