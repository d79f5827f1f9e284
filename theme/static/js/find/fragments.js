// Months are fetched as pages, and their own list is taken out of them: there is no second way to draw a row.
import { once } from "./data.js";

const AT_ONCE = 3; // requests under way at the same time

/** @param {(address: string) => Promise<Element>} fetchMonth */
export function makeFragments(fetchMonth = fetchPage) {
  const ask = once(fetchMonth);
  return {
    /** Yields what stands at each address, in the order asked for, whichever comes first; throws at one that fails. */
    async *inOrder(addresses) {
      for (const [at, address] of addresses.entries()) {
        addresses.slice(at, at + AT_ONCE).forEach(ask);
        yield await ask(address);
      }
    },
  };
}

/** @returns {Promise<Element>} the month in the page at an address; text never becomes HTML here: the browser parses it */
function fetchPage(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.timeout = 30_000;
    request.addEventListener("loadend", () => {
      const month = request.status === 200 && request.response?.querySelector(".listing .month");
      if (month) resolve(month);
      else reject(new Error(`${address}: ${request.status}`));
    });
    request.send();
  });
}
