// What filters and search work with, loaded when first asked for.
import { index } from "./filter.js";
import { namedOtherwise, queryTerms, search, shardsFor } from "./search.js";

/** The data belong to other events than the page: it was loaded before the site changed. */
export class StaleError extends Error {}

/** @returns {(address: string) => Promise} `get`, which asks for an address once; what failed is asked for anew */
export function once(get) {
  const kept = new Map();
  return (address) => {
    if (!kept.has(address)) {
      kept.set(address, get(address));
      kept.get(address).catch(() => kept.delete(address));
    }
    return kept.get(address);
  };
}

/** Takes the addresses of both files and the edition of the page; `get` fetches what stands at an address. */
export function makeData({ facets, search: directory, edition }, get = getJson) {
  const checked = async (address) => {
    const document = await get(address);
    if (document.edition !== edition) throw new StaleError(`${document.edition} is not ${edition}`);
    return document;
  };
  const known = once(checked);
  const made = once(async (address) => index(await checked(address)));
  const shard = once(get);
  return {
    /** @returns {Promise<object>} the index of filter.js */
    facets: () => made(facets),
    /** What a text finds in the index: as `search`, with its terms, and places of `namedOtherwise`; null for no terms. */
    async find(text, { total, sets }) {
      const wanted = queryTerms(text);
      if (!wanted.length) return null;
      const { starts, places } = await known(directory);
      const numbers = shardsFor(starts, wanted);
      const shards = await Promise.all(numbers.map((at) => shard(directory.replace(".json", `/${at}.json`))));
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
