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


def reach(columns: Sequence[Column], families: Families) -> tuple[int, int]:
    """The highest pile and the lowest, in events."""
    above = max((column.height(families.above) for column in columns), default=0)
    return above, max((column.height(families.below) for column in columns), default=0)


def plot(
    columns: Sequence[Column],
    bars: Sequence[tuple[date, date, int]],
    scale: Timescale,
    step: int,
    families: Families,
    rows: tuple[int, int],
    site: Site,
) -> Plot:
    """Draw piles of `columns`, each `step` days wide, and `bars` (first day, last day, lane) under them.

    rows: events for which there is room above and below the line (see `reach`).
    """
    above, below = max(rows[0], ROWS), rows[1]
    unit = min(MARK, TALLEST / max(above, below))
    ground = _Ground(TOP + above * unit, unit, sum(column.events for column in columns) <= SEPARATE)
    foot = ground.line + 2 + below * unit + 6
    lanes = max((lane for _, _, lane in bars), default=-1) + 1
    parts = [
        *_levels(above, ground, scale, site),
        *_piles(columns, step, families.above, ground, scale, -1),
        *_piles(columns, step, families.below, ground, scale, 1),
        element("line", class_="line", x1="0", x2="100%", y1=ground.line + 0.5, y2=ground.line + 0.5),
        *_bars(bars, foot, scale),
    ]
    return Plot(joined(parts), foot + lanes * BAR_LANE + (2 if lanes else 0))


def swatch(texture: str, *, below: bool = False) -> Markup:
    """A mark for the key: of a colour family, or `month` for the bar of a month."""
    width, height = SWATCH
    if texture == "month":
        parts = [element("rect", class_="month", x=0.5, y=4, width=width - 1, height=BAR)]
    else:
        strips = TEXTURES.get(texture, WHOLE)
        parts = [element("rect", x=width * a, y=2 * below, width=width * (b - a), height=height - 2 * below) for a, b in strips]
        parts += [element("line", class_="line", x1=0, x2=width, y1=0.5, y2=0.5)] if below else []
    group = element("g", *parts, class_=None if texture == "month" else f"family-{texture}")
    return element("svg", group, class_="overview-swatch", width=width, height=height, aria_hidden="true")


def _levels(above: int, ground: _Ground, scale: Timescale, site: Site) -> Iterator[Markup]:
    """Lines at round numbers of events, at most three, each with its number at the end of the line of time."""
    step = next(size * 10**power for power in range(9) for size in (5, 10, 20) if above <= 3 * size * 10**power)
    for count in range(step, above + 1, step):
        y = round(ground.line - count * ground.unit) + 0.5
        yield element("line", class_="level", x1="0", x2="100%", y1=y, y2=y)
        yield element("text", site.strings.number(count), class_="level", x=scale.point(100), y=y - 3, text_anchor="end")


def _piles(
    columns: Sequence[Column], step: int, families: Sequence[str], ground: _Ground, scale: Timescale, side: int
) -> Iterator[Markup]:
    """The marks of some families, one family after the other: side -1 grows from the line upwards, 1 downwards."""
    piled = dict.fromkeys((column.start for column in columns), 0)
    for family in families:
        marks: list[Markup] = []
        for column in columns:
            count = column.counts.get(family, 0)
            if count:
                marks += _marks(column.start, step, piled[column.start], count, TEXTURES.get(family, WHOLE), ground, scale, side)
                piled[column.start] += count
        if marks:
            yield element("g", *marks, class_=f"family-{family}")


def _marks(
    start: date, step: int, under: int, count: int, strips: Strips, ground: _Ground, scale: Timescale, side: int
) -> Iterator[Markup]:
    """`count` marks over the `under` that are there, or one bar as high as all of them."""
    pieces, height = (count, 1) if ground.separate else (1, count)
    left = scale.along(start)
    width = scale.along(start, step) - left
    for piece in range(pieces):
        reached = (under + piece) * ground.unit
        y = ground.line - reached - height * ground.unit if side < 0 else ground.line + 2 + reached
        for a, b in strips:
            box = scale.stretch(left + a * width, left + b * width)
            yield element("rect", **box, y=y, height=height * ground.unit - 1)


def _bars(bars: Sequence[tuple[date, date, int]], top: float, scale: Timescale) -> Iterator[Markup]:
    for start, end, lane in bars:
        box = scale.stretch(scale.along(start), scale.along(end, 1))
        yield element("rect", class_="month", **box, y=top + lane * BAR_LANE + 0.5, height=BAR)
