// A stretch of weeks on the overview: two handles for the keyboard and the finger, or a drag over the drawing.
import { element } from "./dom.js";

const PAGE = 4; // weeks
const FAR = 6; // px that a pointer moves before it is a drag and no click
const REST = 400; // ms after which a stretch is a choice

/**
 * @param {SVGElement} drawing of the overview
 * @param {object} weeks of weeks.js
 * @param {object} words of words.js
 * @param {{moved: (range: object) => void, chosen: (range: object) => void}} on the way, and when it has come to rest
 */
export function makeSpan(drawing, weeks, words, { moved, chosen }) {
  const mirrored = getComputedStyle(drawing).direction === "rtl";
  const box = element("div", "span");
  const band = element("div", "span__band");
  const from = handle("find.from", (edge) => weeks.monday(edge));
  const to = handle("find.to", (edge) => weeks.sunday(edge - 1));
  let resting = 0;
  const focused = document.activeElement;
  drawing.before(box);
  box.append(drawing, band, from.input, to.input);
  if (drawing.contains(focused)) focused.focus({ preventScroll: true }); // an element that is moved loses it
  const plot = drawing.querySelector(".links");
  if (plot) box.style.setProperty("--plot", `${plot.getAttribute("height")}px`);
  put(0, weeks.count);

  /** A handle stands on an edge between weeks: 0 before the first, `count` after the last. */
  function handle(name, day) {
    const input = element("input", "span__handle");
    Object.assign(input, { type: "range", min: "0", max: String(weeks.count), step: "1" });
    input.setAttribute("aria-label", words.text(name));
    input.addEventListener("input", () => move(input));
    input.addEventListener("keydown", (event) => {
      const step = { PageUp: PAGE, PageDown: -PAGE }[event.key];
      if (!step) return;
      event.preventDefault();
      input.value = String(Number(input.value) + step);
      move(input);
    });
    return { input, day };
  }

  function edges() {
    return [Number(from.input.value), Number(to.input.value)];
  }

  /** A week at least stays between the ends: the one that is moved stops before the other. */
  function move(input) {
    const [start, end] = edges();
    if (start >= end) input.value = String(input === from.input ? end - 1 : start + 1);
    told();
  }

  function put(start, end) {
    from.input.value = String(start);
    to.input.value = String(end);
    draw();
  }

  function told() {
    draw();
    const [start, end] = edges();
    const range = weeks.range(start, end - 1);
    moved(range);
    clearTimeout(resting);
    resting = setTimeout(() => chosen(range), REST);
  }

  function draw() {
    const [start, end] = edges();
    for (const { input, day } of [from, to]) input.setAttribute("aria-valuetext", words.day(day(Number(input.value))));
    band.style.insetInlineStart = `${(start / weeks.count) * 100}%`;
    band.style.inlineSize = `${((end - start) / weeks.count) * 100}%`;
    box.toggleAttribute("data-chosen", start > 0 || end < weeks.count);
  }

  startDrag();

  function startDrag() {
    let first = null;
    const weekAt = ({ clientX }) => {
      const { left, width } = box.getBoundingClientRect();
      const along = (mirrored ? left + width - clientX : clientX - left) / width;
      return Math.min(Math.max(Math.floor(along * weeks.count), 0), weeks.count - 1);
    };
    const stop = () => {
      if (first?.far) box.addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
      first = null;
    };
    box.addEventListener("dragstart", (event) => event.preventDefault());
    box.addEventListener("pointerdown", (event) => {
      if (event.pointerType !== "touch" && event.button === 0 && !event.target.matches("input")) {
        first = { x: event.clientX, week: weekAt(event), far: false };
      }
    });
    addEventListener("pointermove", (event) => {
      if (!first) return;
      first.far ||= Math.abs(event.clientX - first.x) > FAR;
      if (!first.far) return;
      const week = weekAt(event);
      put(Math.min(first.week, week), Math.max(first.week, week) + 1);
      told();
    });
    addEventListener("pointerup", stop);
    addEventListener("pointercancel", stop);
  }

  return {
    show({ from: start, to: end }) {
      put(start ? weeks.at(start) : 0, end ? weeks.at(end) + 1 : weeks.count);
    },
  };
}
