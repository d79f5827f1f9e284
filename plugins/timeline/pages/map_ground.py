"""The ground of a plate: positions on the earth to places on the drawing, and what is drawn before any place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from markupsafe import Markup

from timeline.entries.basemap import Basemap, Line, Plate, Position, Word
from timeline.pages.labels import in_language
from timeline.pages.lettering import text_width
from timeline.pages.map_room import Box, Room
from timeline.pages.site import Site
from timeline.pages.svg import element, figure

WIDTH = 288.0  # px of every plate: a screen of 320 px less its margins, so that labels are placed for the smallest
SIZE = 11.5  # px of every word
SPACED = 1.25  # names of countries are set with space between their letters
KM_PER_DEGREE = 111.19  # of latitude: a sphere of 6371 km
CLOSE = 0.6  # px: points of a line nearer than this to the one before say nothing
BAND = 3.0  # px by which a line may be off before that is drawn
LENGTHS = (500, 200, 100, 50, 20, 10, 5, 2, 1)  # km of the scale bar


@dataclass(frozen=True, slots=True)
class Projection:
    """Equirectangular, true to scale at the plate's middle latitude. Lengths in px of the drawing."""

    plate: Plate

    @property
    def per_degree(self) -> tuple[float, float]:
        """Length of a degree of longitude and of latitude, in px."""
        east = WIDTH / (self.plate.east - self.plate.west)
        return east, east / cos(radians((self.plate.north + self.plate.south) / 2))

    @property
    def height(self) -> float:
        """Height of the plate."""
        return round((self.plate.north - self.plate.south) * self.per_degree[1], 1)

    @property
    def per_km(self) -> float:
        """Length of a kilometre, in px."""
        return self.per_degree[1] / KM_PER_DEGREE

    def place(self, position: Position) -> tuple[float, float]:
        """Where a position lies, x and y; outside the plate too."""
        east, north = self.per_degree
        return round((position[0] - self.plate.west) * east, 1), round((self.plate.north - position[1]) * north, 1)


def draw_ground(basemap: Basemap, plate: Plate, site: Site) -> tuple[Markup, Room]:
    """The ground of a plate, and the room on it that is left for names.

    Its lines are a group with the id `map-<plate>`, for smaller drawings of the same page to use.
    """
    projection = Projection(plate)
    room = Room(WIDTH, projection.height)
    lines = (part for line in basemap.lines for part in _line(line, projection))
    others = [
        *_frames(basemap, plate, projection),
        *(_word(word, projection, room, site) for word in basemap.words if word.plate == plate.id),
        *_scale_bar(projection, room, site),
    ]
    ground = element("g", *lines, id=f"map-{plate.id}", aria_hidden="true")
    return ground + element("g", *others, aria_hidden="true"), room


def _line(line: Line, projection: Projection) -> Iterator[Markup]:
    """A line where it crosses the plate, over a band as wide as it may be off."""
    data = "".join(_path(run) for run in _runs([projection.place(point) for point in line.points], projection))
    if not data:
        return
    off = line.accuracy * projection.per_km
    if off > BAND:
        yield element("path", class_=f"map__band map__band--{line.kind}", d=data, stroke_width=2 * off)
    yield element("path", class_=f"map__{line.kind}" + (" map__schematic" if line.schematic else ""), d=data)


def _runs(points: Sequence[tuple[float, float]], projection: Projection) -> Iterator[list[tuple[float, float]]]:
    """The parts of a line that touch the plate, with a point beyond each edge."""
    run: list[tuple[float, float]] = []
    for start, end in pairwise(points):
        low, high = sorted((start[0], end[0])), sorted((start[1], end[1]))
        if low[1] >= 0 and low[0] <= WIDTH and high[1] >= 0 and high[0] <= projection.height:
            run = run or [start]
            run.append(end)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _path(points: Sequence[tuple[float, float]]) -> str:
    """Path data through points, in tenths of a px; those that lie close to the one before are left out."""
    kept = [points[0]]
    for x, y in points[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= CLOSE:
            kept.append((x, y))
    kept.append(points[-1])
    return "M" + " ".join(f"{figure(x)} {figure(y)}" for x, y in kept)


def _frames(basemap: Basemap, plate: Plate, projection: Projection) -> Iterator[Markup]:
    """Where the other plates lie that are part of this one."""
    for other in basemap.plates:
        inside = plate.holds((other.west, other.south)) and plate.holds((other.east, other.north))
        if other.id != plate.id and inside:
            left, top = projection.place((other.west, other.north))
            right, foot = projection.place((other.east, other.south))
            yield element("rect", class_="map__frame", x=left, y=top, width=right - left, height=foot - top)


def _word(word: Word, projection: Projection, room: Room, site: Site) -> Markup:
    text, lang = in_language(word.names, site.language)
    x, y = projection.place(word.at)
    half = text_width(text, SIZE) / 2 * (SPACED if word.kind == "land" else 1)
    room.take((x - half, y - 9, x + half, y + 4))
    return element("text", text, class_=f"map__word map__word--{word.kind}", x=x, y=y, text_anchor="middle", lang=lang)


def _scale_bar(projection: Projection, room: Room, site: Site) -> Iterator[Markup]:
    """A length in round kilometres, at most a quarter of the plate, in its lower left corner."""
    length = next((km for km in LENGTHS if km * projection.per_km <= WIDTH / 4), LENGTHS[-1])
    left, foot = 8.0, projection.height - 8
    right = left + length * projection.per_km
    text = site.strings.text("map.kilometres", count=length)
    box: Box = (left, foot - 9, right + 6 + text_width(text, SIZE), foot + 4)
    room.take(box)
    yield element("path", class_="map__scale", d=f"M{figure(left)} {figure(foot - 4)}v4H{figure(right)}v-4")
    yield element("text", text, class_="map__word", x=right + 5, y=foot)
