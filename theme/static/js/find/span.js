// A stretch of weeks on the overview: two handles for the keyboard and the finger, or a drag over the drawing.
import { element } from "./dom.js";

const PAGE = 4; // weeks
const FAR = 6; // px that a pointer moves before it is a drag and no click
const REST = 400; // ms after which a stretch is a choice

/** `moved` takes a range {from, to} on its way, `chosen` one that has come to rest. */
export function makeSpan(drawing, weeks, mirrored, words, { moved, chosen }) {
  const box = element("div", "span");
  const band = element("div", "span__band");
  const from = handle("find.from");
  const to = handle("find.to");
  let resting = 0;
  const focused = document.activeElement;
  drawing.before(box);
  box.append(drawing, band, from, to);
  if (drawing.contains(focused)) focused.focus({ preventScroll: true }); // an element that is moved loses it
  box.style.setProperty("--plot", `${drawing.querySelector(".links").getAttribute("height")}px`);
  put(0, weeks.count);

  /** A handle stands on an edge between weeks: 0 before the first, `count` after the last. */
  function handle(name) {
    const others = { type: "range", min: 0, max: weeks.count, ariaLabel: words.text(name) };
    const input = element("input", "span__handle", "", others);
    input.addEventListener("input", () => move(input));
    input.addEventListener("keydown", (event) => {
      const step = { PageUp: PAGE, PageDown: -PAGE }[event.key];
      if (!step) return;
      event.preventDefault();
      input.valueAsNumber += step;
      move(input);
    });
    return input;
  }

  /** A week at least stays between the ends: the one that is moved stops before the other. */
  function move(input) {
    if (from.valueAsNumber >= to.valueAsNumber) {
      input.value = input === from ? to.valueAsNumber - 1 : from.valueAsNumber + 1;
    }
    told();
  }

  function put(start, end) {
    from.value = start;
    to.value = end;
    draw();
  }

  function told() {
    draw();
    const range = weeks.range(from.valueAsNumber, to.valueAsNumber - 1);
    moved(range);
    clearTimeout(resting);
    resting = setTimeout(() => chosen(range), REST);
  }

  function draw() {
    const [start, end] = [from.valueAsNumber, to.valueAsNumber];
    from.ariaValueText = words.day(weeks.monday(start));
    to.ariaValueText = words.day(weeks.sunday(end - 1));
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
