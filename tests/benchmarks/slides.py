"""How a reader of TimelineJS3 comes to each answer, from its start slide on.

It has no filter, search or count. What leads to an event is «next», a marker that can be seen in the strip of time, and
the row that the markers of a kind stand in; a reader knows a slide by what is written on it. Where each marker stands
in time is taken from its event, as a reader takes it from the axis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playwright.sync_api import TimeoutError as TakesTooLongError

from tests.benchmarks.answers import DASHISHA, DISPUTED, HAJIN, OIL, WEEK, Answer, Event, busiest_week, month
from tests.benchmarks.hand import Hand

NEXT = ".tl-slidenav-next"
LOOK = 1000  # ms that a reader looks at the start slide, while TimelineJS3 still puts things in place
PATIENCE = 5000  # ms until a reader clicks again, since a click on what moves may be lost
LOST = 5  # clicks at most
BACK = ".tl-slidenav-previous"
# The slide that stands in the window, once it stands still and is another than `before`.
SLIDE = """before => {
  const slide = [...document.querySelectorAll(".tl-slide")].find(each => each.getBoundingClientRect().x === 0);
  return slide && slide.id !== before && {
    id: slide.id,
    title: slide.querySelector(".tl-headline").textContent.trim(),
    text: [...slide.querySelectorAll(".tl-text-content p")].map(each => each.textContent).join("\\n"),
    links: [...slide.querySelectorAll(".tl-text-content a")].map(each => each.href),
  };
}"""
# Where each marker can be clicked, by the id of its event, once the strip stands still: the first point from the left
# at which nothing covers it.
MARKERS = """async () => {
  const strip = document.querySelector(".tl-timenav-slider");
  for (let still = 0, before; still < 5; before = strip.getBoundingClientRect().x) {
    await new Promise(done => requestAnimationFrame(done));
    still = strip.getBoundingClientRect().x === before ? still + 1 : 0;
  }
  return Object.fromEntries([...document.querySelectorAll(".tl-timemarker")].flatMap(marker => {
    const { left, right, top, bottom } = marker.querySelector(".tl-timemarker-content-container").getBoundingClientRect();
    const y = (top + bottom) / 2;
    for (let x = Math.max(left + 2, 1); x < Math.min(right, innerWidth); x += 4) {
      if (document.elementFromPoint(x, y)?.closest(".tl-timemarker") === marker) {
        return [[marker.id.replace(/-marker$/, ""), [x, y]]];
      }
    }
    return [];
  }));
}"""


@dataclass(frozen=True, slots=True)
class Slide:
    """What stands on a slide."""

    id: str
    title: str
    text: str
    links: list[str]

    def says(self, fact: str, value: str) -> bool:
        """Whether one of the values of a fact, such as `Places`, is this one."""
        lines = (line.partition(": ") for line in self.text.splitlines())
        return any(name == fact and value in values.split("; ") for name, _, values in lines)


class Slides:
    """The slides in their order, under a reader's hand. slide: the one in the window; at: its place, -1 at the start."""

    def __init__(self, hand: Hand, events: Sequence[Event]) -> None:
        self.hand = hand
        self.lost = 0
        self.events = sorted(events, key=lambda each: each["date"]["earliest"])
        self.place = {each["id"]: at for at, each in enumerate(self.events)}
        hand.page.wait_for_timeout(LOOK)
        self.arrive("")

    def arrive(self, before: str) -> None:
        """Wait for another slide than one that was there before; a click that led nowhere leaves the same one."""
        try:
            found = self.hand.page.wait_for_function(SLIDE, arg=before, timeout=PATIENCE)
        except TakesTooLongError:
            self.lost += 1
            if self.lost > LOST:
                raise
            return
        self.slide = Slide(**found.json_value())
        self.at = self.place.get(self.slide.id, -1)

    def step(self, button: str = NEXT) -> None:
        """Click «next», or another button."""
        before = self.slide.id
        self.hand.click(self.hand.page.locator(button))
        self.arrive(before)

    def go(self, wanted: int) -> None:
        """Come to a slide: by the nearest marker that can be seen and is not after it, else by «next» or «back»."""
        while self.at != wanted:
            seen = self.hand.page.evaluate(MARKERS)
            near = [each["id"] for each in self.events[self.at + 1 : wanted + 1] if each["id"] in seen]
            if near:
                before = self.slide.id
                self.hand.point(*seen[near[-1]])
                self.arrive(before)
            else:
                self.step(NEXT if self.at < wanted else BACK)

    def every(self) -> Iterator[Slide]:
        """All slides, by «next»."""
        while self.at + 1 < len(self.events):
            before = self.at
            self.step()
            if self.at != before:
                yield self.slide

    def row(self, kind: str) -> Iterator[Slide]:
        """The slides whose markers stand in the row of a kind."""
        for at, event in enumerate(self.events):
            if event["kind"] == kind:
                self.go(at)
                yield self.slide


def hajin(slides: Slides) -> Answer:
    """Go to the month by the axis, then read all its slides."""
    found = []
    for at, event in enumerate(slides.events):
        if month(event) == "2018-11":
            slides.go(at)
            if slides.slide.says("Places", "Hajin"):
                found.append(slides.slide.title)
    return found


def disputed(slides: Slides) -> Answer:
    """Read all slides."""
    return [
        slide.title
        for slide in slides.every()
        if slide.says("Confidence", "Disputed") and slide.says("Actors", "Russian Armed Forces")
    ]


def dashisha(slides: Slides) -> Answer:
    """Read the slides in the row of changes of control until one tells of the place's fall."""
    return next(
        (sorted(slide.links) for slide in slides.row("territorial-control") if "captures Dashisha" in slide.title), []
    )


def week(slides: Slides) -> Answer:
    """Read all slides and keep a tally of their dates."""
    return [busiest_week([slides.events[slides.at]["date"]["earliest"] for _ in slides.every()])]


def oil(slides: Slides) -> Answer:
    """Read all slides in the row of changes of control."""
    return [
        slide.title for slide in slides.row("territorial-control") if slide.says("Tags", "Oil fields and gas plants")
    ]


WAYS = {HAJIN: hajin, DISPUTED: disputed, DASHISHA: dashisha, WEEK: week, OIL: oil}
