// The address of a state, and the way back: each choice is an entry of the browser's history that knows its scroll.
import { format, parse } from "./state.js";

const REST = 300; // ms after the last letter

/** @param {(state: object) => Promise<void>} show called when the reader goes back or forward */
export function makeHistory(show) {
  let soon = 0;
  let shown = location.search;
  history.scrollRestoration = "manual";

  const address = (state) => `${location.pathname}${format(state, location.search)}`;

  function keepScroll() {
    history.replaceState({ scroll: scrollY }, "");
  }

  function restore() {
    const scroll = history.state?.scroll;
    if (scroll !== undefined) scrollTo({ top: scroll, behavior: "instant" });
  }

  addEventListener("scrollend", keepScroll);
  addEventListener("pagehide", keepScroll);
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
    restore,
    push(state) {
      clearTimeout(soon);
      keepScroll();
      if (address(state) === address(parse(location.search))) return;
      history.pushState(null, "", address(state));
      shown = location.search;
    },
    /** Writes the state into the entry that is there, after a rest. */
    replaceSoon(state) {
      clearTimeout(soon);
      soon = setTimeout(() => {
        history.replaceState({ scroll: scrollY }, "", address(state));
        shown = location.search;
      }, REST);
    },
  };
}
