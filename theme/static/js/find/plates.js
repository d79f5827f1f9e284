// The plates of the map follow the counts of places, and a place on them is a choice.
import { elsewhere, placeOf } from "./dom.js";

const LEAST = 2; // px of radius of a place without an event in the list

/** @param {(place: string) => void} choose takes a place that was clicked */
export function makePlates(atlas, choose) {
  const marks = [];
  for (const link of atlas.querySelectorAll("svg a")) {
    const place = placeOf(link);
    if (!place) continue;
    const dot = link.querySelector(".map__dot");
    const title = link.querySelector("title");
    marks.push({ link, place, dot, size: Number(dot?.getAttribute("r")), title, name: title?.textContent.replace(/,[^,]*$/, "") });
    link.role = "button";
    const take = (event) => {
      if (elsewhere(event) || (event.key ?? " ") !== " ") return; // a click, or the key that presses buttons
      event.preventDefault();
      choose(place);
    };
    link.addEventListener("click", take);
    link.addEventListener("keydown", take);
  }
  return {
    /** counts: by place, of the list; whole: of all events. */
    show(chosen, counts, whole, words) {
      for (const { link, place, dot, size, title, name } of marks) {
        const count = counts.get(place) ?? 0;
        dot?.setAttribute("r", count ? Math.max(LEAST, size * Math.sqrt(count / whole.get(place))).toFixed(1) : LEAST);
        link.classList.toggle("off", !count);
        link.ariaPressed = chosen.includes(place);
        if (title) title.textContent = `${name}${words.text("list.comma")}${words.plural("count.events", count)}`;
      }
      for (const link of atlas.querySelectorAll(".map__list a, .map__more a")) {
        link.nextSibling.data = ` ${words.number(counts.get(placeOf(link)) ?? 0)}`;
      }
    },
  };
}
