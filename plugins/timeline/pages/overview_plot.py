"""The plot of an overview: marks piled on a line and below it, by colour family, each family with its own texture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from markupsafe import Markup

from timeline.pages.overview_counts import SEPARATE, Column, Families
from timeline.pages.site import Site
from timeline.pages.svg import element, joined
from timeline.pages.timescale import Timescale

# A mark is made of strips, each from one share of its width to another: families differ without their colour.
Strips = tuple[tuple[float, float], ...]
WHOLE: Strips = ((0.06, 0.94),)
TEXTURES: Mapping[str, Strips] = MappingProxyType(
    {
        "earth": WHOLE,
        "rose": WHOLE,
        "sky": ((0.06, 0.42), (0.58, 0.94)),
        "moss": ((0.3, 0.7),),
        "violet": ((0.06, 0.62),),
        "slate": ((0.06, 0.28), (0.39, 0.61), (0.72, 0.94)),
    }
)
MARK, TALLEST = 9.0, 96.0  # px of a mark with the space over it, and of the highest pile
ROWS = 3  # marks for which there is room at least
TOP = 16  # px over the highest pile, for the number at the highest line
BAR, BAR_LANE = 4, 6  # px of a month's bar, and of its lane
SWATCH = (16, 12)


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawn plot and its height in px."""

    drawing: Markup
    height: float


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where the line lies and how high a mark is, in px. separate: whether each event has its own mark."""

    line: float
    unit: float
    separate: bool

    def levels(self, under: int, count: int, side: int) -> list[tuple[float, float]]:
        """Top and height of `count` marks beyond the `under` that are there, or of one bar as high as all of them.

        side: -1 grows from the line upwards, 1 downwards.
        """
        marks, height = (count, self.unit) if self.separate else (1, count * self.unit)
        reached = (under * self.unit + mark * height for mark in range(marks))
        return [(self.line - up - height if side < 0 else self.line + 2 + up, height - 1) for up in reached]


def reach(columns: Sequence[Column], families: Families) -> tuple[int, int]:
    """The highest pile and the lowest, in events."""
    above = max((column.height(families.above) for column in columns), default=0)
    return above, max((column.height(families.below) for column in columns), default=0)


@dataclass(frozen=True, slots=True)
class Plotter:
    """Draws plots of columns that are each `step` days wide, on one scale."""

    scale: Timescale
    step: int
    families: Families
    site: Site

    def plot(self, columns: Sequence[Column], bars: Sequence[tuple[date, date, int]], rows: tuple[int, int]) -> Plot:
        """Draw piles of `columns`, and `bars` (first day, last day, lane) under them.

        rows: events for which there is room above and below the line (see `reach`).
        """
        above, below = max(rows[0], ROWS), rows[1]
        unit = min(MARK, TALLEST / max(above, below))
        ground = _Ground(TOP + above * unit, unit, sum(column.events for column in columns) <= SEPARATE)
        foot = ground.line + 2 + below * unit + 6
        lanes = max((lane for _, _, lane in bars), default=-1) + 1
        parts = [
            *self._levels(above, ground),
            *self._piles(columns, self.families.above, ground, -1),
            *self._piles(columns, self.families.below, ground, 1),
            element("line", class_="line", x1="0", x2="100%", y1=ground.line + 0.5, y2=ground.line + 0.5),
            *self._bars(bars, foot),
        ]
        return Plot(joined(parts), foot + lanes * BAR_LANE + (2 if lanes else 0))

    def _levels(self, above: int, ground: _Ground) -> Iterator[Markup]:
        """Lines at round numbers of events, at most three, each with its number at the end of the line of time."""
        step = next(size * 10**power for power in range(9) for size in (5, 10, 20) if above <= 3 * size * 10**power)
        end = self.scale.point(100)
        for count in range(step, above + 1, step):
            y = round(ground.line - count * ground.unit) + 0.5
            yield element("line", class_="level", x1="0", x2="100%", y1=y, y2=y)
            yield element("text", self.site.strings.number(count), class_="level", x=end, y=y - 3, text_anchor="end")

    def _piles(
        self, columns: Sequence[Column], families: Sequence[str], ground: _Ground, side: int
    ) -> Iterator[Markup]:
        """The marks of some families, one family after the other, on the side of the line where `side` points."""
        piled = dict.fromkeys((column.start for column in columns), 0)
        for family in families:
            marks: list[Markup] = []
            for column in columns:
                if count := column.counts.get(family, 0):
                    levels = ground.levels(piled[column.start], count, side)
                    marks += self._marks(column.start, levels, TEXTURES.get(family, WHOLE))
                    piled[column.start] += count
            if marks:
                yield element("g", *marks, class_=f"family-{family}")

    def _marks(self, start: date, levels: Sequence[tuple[float, float]], strips: Strips) -> Iterator[Markup]:
        left = self.scale.along(start)
        width = self.scale.along(start, self.step) - left
        boxes = [self.scale.stretch(left + a * width, left + b * width) for a, b in strips]
        for y, height in levels:
            for box in boxes:
                yield element("rect", **box, y=y, height=height)

    def _bars(self, bars: Sequence[tuple[date, date, int]], top: float) -> Iterator[Markup]:
        for start, end, lane in bars:
            box = self.scale.stretch(self.scale.along(start), self.scale.along(end, 1))
            yield element("rect", class_="month", **box, y=top + lane * BAR_LANE + 0.5, height=BAR)


def swatch(texture: str, *, below: bool = False) -> Markup:
    """A mark for the key: of a colour family, or `month` for the bar of a month."""
    width, height = SWATCH
    if texture == "month":
        parts = [element("rect", class_="month", x=0.5, y=4, width=width - 1, height=BAR)]
    else:
        strips = TEXTURES.get(texture, WHOLE)
        top = 2 if below else 0
        parts = [element("rect", x=width * a, y=top, width=width * (b - a), height=height - top) for a, b in strips]
        parts += [element("line", class_="line", x1=0, x2=width, y1=0.5, y2=0.5)] if below else []
    group = element("g", *parts, class_=None if texture == "month" else f"family-{texture}")
    return element("svg", group, class_="overview-swatch", width=width, height=height, aria_hidden="true")
