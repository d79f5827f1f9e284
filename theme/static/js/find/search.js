// Search in the inverted index: every word of a query must begin a term of an event. Pure; loading is done elsewhere.
import * as bits from "./bits.js";
import { terms, words } from "./fold.js";

const SHORTEST = 2; // letters; a single one is looked for as a whole word
const LAST = "\uffff";

/** The folded words of what was typed, each once. */
export function queryTerms(text) {
  return [...new Set(terms(text))];
}

/** The numbers of the shards that hold terms which begin with one of `wanted`; starts: the first term of each shard. */
export function shardsFor(starts, wanted) {
  return starts.flatMap((start, at) => {
    const next = starts[at + 1] ?? LAST;
    return wanted.some((term) => term < next && start <= term + LAST) ? [at] : [];
  });
}

/** The events that have all words of a query, with their scores; shards: {terms, postings}[] that hold the words. */
export function search(shards, wanted, total) {
  let found = bits.all(total);
  const scores = new Uint16Array(total);
  for (const term of wanted) {
    const best = bestOf(shards, term, total);
    const here = bits.none(total);
    best.forEach((score, at) => {
      if (score) bits.add(here, at);
      scores[at] += score;
    });
    found = bits.and(found, here);
  }
  return { found, scores };
}

/** By position, the best score of a term that begins with `term`: 0 for none, to 8 for a whole word in a title. */
function bestOf(shards, term, total) {
  const best = new Uint8Array(total);
  for (const shard of shards) {
    const first = shard.terms.findIndex((each) => each >= term);
    for (let at = first; shard.terms[at]?.startsWith(term); at += 1) {
      const whole = shard.terms[at] === term;
      if (whole || term.length >= SHORTEST) score(best, shard.postings[at], whole ? 2 : 1);
    }
  }
  return best;
}

function score(best, postings, times) {
  let at = 0;
  for (const posting of postings) {
    at += posting >>> 2;
    best[at] = Math.max(best[at], ((posting & 3) + 1) * times);
  }
}

/** The positions of a set by score, the best first, equal ones in the order of the chronology. */
export function ranked(set, scores, most) {
  return [...bits.positions(set)].sort((one, other) => scores[other] - scores[one] || one - other).slice(0, most);
}

/** Where words that begin with one of `wanted` stand in a text: [start, end] of each. */
export function hits(text, wanted) {
  return words(text)
    .filter(({ term }) => asked(term, wanted))
    .map(({ start, end }) => [start, end]);
}

/** The ids of places that a query names by a spelling which rows do not show; spellings: terms, by sorted id. */
export function namedOtherwise(ids, spellings, wanted) {
  return new Set([...ids].sort().filter((_, at) => spellings[at].split(" ").some((term) => asked(term, wanted))));
}

function asked(term, wanted) {
  return wanted.some((each) => (each.length < SHORTEST ? term === each : term.startsWith(each)));
}
