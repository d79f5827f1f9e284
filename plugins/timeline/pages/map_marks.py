"""Places on a plate: circles by the number of events, and names where there is room for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from markupsafe import Markup

from timeline.pages.labels import Label
from timeline.pages.lettering import text_width
from timeline.pages.map_ground import SIZE
from timeline.pages.map_room import Box, Room
from timeline.pages.svg import element

LARGEST, LEAST = 9.0, 1.8  # px of radius: of the place with most events, of a town with none
REACH = 7.0  # px of radius that can be pointed at, at least; the stylesheet makes it more for fingers
OFF_POINT = (5.0, 11.0)  # px that the name of an area may stand off its point
ASCENT, DESCENT, SPACE = 9.0, 3.0, 2.5  # px of a name over and under its foot, and beside its circle


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to be drawn at x, y px. words: its events in words; dot: False for an area, which is a name only.

    here: the place that the page is about.
    """

    label: Label
    words: str
    count: int
    x: float
    y: float
    dot: bool
    here: bool = False


class Spot(NamedTuple):
    """Where a name stands: its foot, and the `text-anchor` that fits its side."""

    x: float
    y: float
    anchor: str


def radius(count: int, most: int) -> float:
    """Radius in px of a circle whose area grows with `count`; `most` has the largest."""
    return max(LEAST, round(LARGEST * sqrt(count / max(most, 1)), 1))


def by_weight(marks: Sequence[Mark]) -> list[Mark]:
    """The order in which marks are named and drawn: the page's own place, then by events, points before areas."""
    return sorted(marks, key=lambda mark: (not mark.here, -mark.count, not mark.dot, mark.label.id))


def spots(marks: Sequence[Mark], room: Room, most: int) -> dict[str, Spot]:
    """A spot for the name of each mark that has room, by place id; the room is taken. marks: by weight."""
    for mark in marks:
        if mark.dot:
            size = radius(mark.count, most)
            room.take((mark.x - size, mark.y - size, mark.x + size, mark.y + size))
    found: dict[str, Spot] = {}
    for mark in marks:
        width = text_width(mark.label.text, SIZE)
        tried = ((spot, _box(spot, width)) for spot in _candidates(mark, most))
        spot, box = next(((spot, box) for spot, box in tried if room.free(box)), (None, None))
        if spot and box:
            room.take(box)
            found[mark.label.id] = spot
    return found


def _candidates(mark: Mark, most: int) -> Iterator[Spot]:
    """Eight places around a circle, the right side first; a name without a circle on its point, or not far from it."""
    if mark.dot:
        yield from _around(mark, radius(mark.count, most) + SPACE)
        return
    yield Spot(mark.x, mark.y + 4, "middle")
    for away in OFF_POINT:
        yield from _around(mark, away)


def _around(mark: Mark, away: float) -> Iterator[Spot]:
    """Right, left, over, under, and the four corners, `away` px from the point."""
    over, under, corner = mark.y - away - DESCENT + 2, mark.y + away + ASCENT - 2, 0.7 * away
    yield Spot(mark.x + away, mark.y + 4, "start")
    yield Spot(mark.x - away, mark.y + 4, "end")
    yield Spot(mark.x, over, "middle")
    yield Spot(mark.x, under, "middle")
    for across, anchor in ((corner, "start"), (-corner, "end")):
        yield Spot(mark.x + across, mark.y - corner - 1, anchor)
        yield Spot(mark.x + across, mark.y + corner + ASCENT - 1, anchor)


def _box(spot: Spot, width: float) -> Box:
    left = spot.x - {"start": 0, "middle": width / 2, "end": width}[spot.anchor]
    return left - 1, spot.y - ASCENT, left + width + 1, spot.y + DESCENT


def draw(mark: Mark, spot: Spot | None, most: int, *, counted: bool = True) -> Markup:
    """A place as a link with its name as a title; nothing for an area whose name has no room.

    counted: whether the title has the number of events too.
    """
    name = Markup("")
    if spot:
        name = element("text", mark.label.text, x=spot.x, y=spot.y, text_anchor=spot.anchor, lang=mark.label.lang)
    circles = Markup("")
    if mark.dot:
        size = radius(mark.count, most)
        circles = element("circle", class_="map__reach", cx=mark.x, cy=mark.y, r=max(REACH, size))
        circles += element("circle", class_="map__dot", cx=mark.x, cy=mark.y, r=size)
    elif not spot:
        return circles
    look = " ".join(filter(None, ("" if mark.dot else "map__area", "map__here" if mark.here else "")))
    if not mark.count:
        return element("g", circles, name, class_="map__town", aria_hidden="true")
    detail = f" ({mark.label.detail})" if mark.label.detail else ""
    number = f", {mark.words}" if counted else ""
    title = element("title", f"{mark.label.text}{detail}{number}")
    return element("a", title, circles, name, class_=look or None, href=mark.label.address)
