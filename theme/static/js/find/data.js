// What filters and search work with: loaded when first asked for, once; what failed is asked for anew the next time.
import { index } from "./filter.js";
import { namedOtherwise, queryTerms, search, shardsFor } from "./search.js";

/** The data belong to other events than the page: it was loaded before the site changed. */
export class StaleError extends Error {}

/**
 * @param {{facets: string, search: string, edition: string}} addresses of both files, and the edition of the page
 * @param {(address: string) => Promise<object>} get
 */
export function makeData({ facets, search: directory, edition }, get = getJson) {
  const kept = new Map();
  const once = (address, read) => {
    if (!kept.has(address)) kept.set(address, get(address).then(read));
    const promise = kept.get(address);
    promise.catch(() => kept.delete(address));
    return promise;
  };
  const checked = (document) => {
    if (document.edition !== edition) throw new StaleError(`${document.edition} is not ${edition}`);
    return document;
  };
  return {
    /** @returns {Promise<object>} the index of filter.js */
    facets: () => once(facets, (document) => index(checked(document))),
    /**
     * @param {string} text of the search; @param {object} index of filter.js
     * @returns {Promise<{found: Uint32Array, scores: Uint16Array, terms: string[], places: Set<string>} | null>} null
     *   when nothing is asked; places: those named by a spelling that rows do not show
     */
    async find(text, { total, sets }) {
      const wanted = queryTerms(text);
      if (!wanted.length) return null;
      const { starts, places } = await once(directory, checked);
      const shard = (at) => once(directory.replace(".json", `/${at}.json`), (document) => document);
      const shards = await Promise.all(shardsFor(starts, wanted).map(shard));
      const named = namedOtherwise(sets.place?.keys() ?? [], places, wanted);
      return { ...search(shards, wanted, total), terms: wanted, places: named };
    },
  };
}

async function getJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
