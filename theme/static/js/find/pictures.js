// The drawings of the page, overview and map, as parts of the filters; each of them may be absent.
import { all, count } from "./bits.js";
import { dayNumber } from "./filter.js";
import { makePlates } from "./plates.js";
import { makeSpan } from "./span.js";
import { toggled } from "./state.js";
import { heights, makeStrip, pilesOf } from "./strip.js";
import { makeWeeks } from "./weeks.js";

/** The dialog knows the days of the chronology and the families of kinds; what a drawing sets goes to the finder. */
export function makePictures(dialog, words, finder) {
  const { min, max } = dialog.querySelector("[name=from]");
  const weeks = makeWeeks(min, max);
  const drawing = document.querySelector(".overview .overview-drawing");
  const atlas = document.querySelector(".atlas");
  const mirrored = document.documentElement.dir === "rtl";
  const span = drawing && makeSpan(drawing, weeks, mirrored, words, {
    moved: (range) => finder.show({ ...finder.now, ...range }),
    chosen: (range) => finder.choose({ ...finder.now, ...range }),
  });
  const plates = atlas && makePlates(atlas, (place) => finder.choose(toggled(finder.now, "place", place)));
  let whole = null;

  function familyOf(kind) {
    const symbol = dialog.querySelector(`[name=kind][value="${kind}"] + .symbol`);
    return /family-(\S+)/.exec(symbol?.getAttribute("class"))?.[1] ?? "";
  }

  /** What never changes: the pile of each event with the strip that they make, and how many events a place has. */
  function wholeOf(index) {
    const piles = pilesOf(index, familyOf, weeks.of, dayNumber(max, index.first));
    const strip = drawing && makeStrip(drawing, weeks.count, mirrored, heights(piles, all(index.total)));
    const places = new Map([...(index.sets.place ?? [])].map(([place, set]) => [place, count(set)]));
    return { piles, strip, places };
  }

  return {
    show(index, state, { shown, counts }) {
      whole ??= wholeOf(index);
      span?.show(state);
      whole.strip?.show(heights(whole.piles, shown));
      plates?.show(state.place, counts.place ?? new Map(), whole.places, words);
    },
  };
}
