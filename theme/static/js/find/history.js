// The address of a state, and the way back: each choice is an entry of the browser's history that knows its place.
import { format, parse } from "./state.js";

const REST = 300; // ms after the last letter
const FRAMES = 10; // in which rows that come near get their heights

/** @param {(state: object) => Promise<void>} show for when the reader goes back or forward; fulfilled with the list */
export function makeHistory(show) {
  let soon = 0;
  let shown = location.search;
  history.scrollRestoration = "manual";

  const address = (state) => `${location.pathname}${format(state, location.search)}`;

  /** How far the page is scrolled, and to which row: heights of rows that were never near are guesses. */
  function place() {
    const row = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest(".row");
    return { scroll: scrollY, row: row?.querySelector("a").getAttribute("href"), top: row?.getBoundingClientRect().top };
  }

  function keepPlace() {
    history.replaceState(place(), "");
  }

  async function restore(to = history.state, frames = FRAMES) {
    if (!to) return;
    const { scroll, row, top } = to;
    scrollTo({ top: scroll, behavior: "instant" });
    const here = document.querySelector(`.row:not([hidden]) a[href="${row}"]`)?.closest(".row");
    for (let frame = 0; here && frame < frames; frame += 1) {
      const off = here.getBoundingClientRect().top - top;
      if (Math.abs(off) > 1) scrollBy({ top: off, behavior: "instant" });
      await new Promise(requestAnimationFrame);
    }
  }

  addEventListener("scrollend", keepPlace);
  addEventListener("pagehide", keepPlace);
  addEventListener("popstate", async () => {
    clearTimeout(soon);
    if (location.search !== shown) {
      shown = location.search;
      await show(parse(location.search));
    }
    restore();
  });

  return {
    state: () => parse(location.search),
    place,
    restore,
    push(state) {
      clearTimeout(soon);
      if (history.state?.scroll !== scrollY) keepPlace();
      if (address(state) === address(parse(location.search))) return;
      history.pushState(null, "", address(state));
      shown = location.search;
    },
    /** Writes the state into the entry that is there, after a rest. */
    replaceSoon(state) {
      clearTimeout(soon);
      soon = setTimeout(() => {
        history.replaceState(place(), "", address(state));
        shown = location.search;
      }, REST);
    },
  };
}
