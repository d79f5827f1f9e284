"""`content/basemap.yaml`: the ground on which places are drawn. Lines, words, and the plates that show parts of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from timeline.entries.blocks import read_block
from timeline.entries.desk import START, Desk
from timeline.entries.header import Block, Node, Rows, compose
from timeline.entries.schema import BASEMAP
from timeline.entries.vocabulary import NAMES, Place

Position = tuple[float, float]  # longitude, latitude: WGS 84 degrees


@dataclass(frozen=True, slots=True)
class Line:
    """A course on the ground. kind: `river` or `border`. accuracy: km by which it may be off, 0 when not said.

    schematic: drawn through a few known points only, so its bends are not those on the ground.
    """

    id: str
    kind: str
    points: tuple[Position, ...]
    accuracy: float = 0
    schematic: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """Words on one plate. kind: `water` or `land`; at: where their middle stands."""

    names: Mapping[str, str]
    kind: str
    plate: str
    at: Position


@dataclass(frozen=True, slots=True)
class Plate:
    """A part of the map that is drawn. west, south, east, north: its edges, WGS 84 degrees."""

    id: str
    names: Mapping[str, str]
    west: float
    south: float
    east: float
    north: float

    def holds(self, position: Position) -> bool:
        """Whether a position lies on the plate."""
        return self.west <= position[0] <= self.east and self.south <= position[1] <= self.north


@dataclass(frozen=True, slots=True)
class Basemap:
    """The ground. plates: the first shows the whole; towns: ids of places shown for orientation.

    notes: how to read it; credits: whose facts it rests on; both by language.
    """

    plates: tuple[Plate, ...]
    lines: tuple[Line, ...] = ()
    words: tuple[Word, ...] = ()
    towns: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=lambda: NAMES)
    credits: Mapping[str, str] = field(default_factory=lambda: NAMES)


def read_basemap(text: str, desk: Desk) -> Basemap | None:
    """The base map in a file's text; None when it has problems, which go to the desk."""
    root, mistakes = compose(text)
    desk.mistakes(mistakes)
    if root is None and not mistakes:
        must = "must have the keys plates and credits; remove the file when no map is wanted"
        desk.report(START, "file", "not-a-block", must)
    if root is None or mistakes:
        return None
    values = read_block(desk, root, "", BASEMAP)
    _check_plates(desk, root, values.get("plates", ()))
    _check_words(desk, root, values.get("words", ()), {plate.get("id") for plate in values.get("plates", ())})
    _check_towns(desk, root, values.get("towns", ()))
    return None if desk.refused else _basemap(values)


def _basemap(values: Mapping[str, Any]) -> Basemap:
    edges = ("west", "south", "east", "north")
    return Basemap(
        plates=tuple(
            Plate(each["id"], each["names"], *(float(each[edge]) for edge in edges)) for each in values["plates"]
        ),
        lines=tuple(
            Line(each["id"], each["kind"], each["points"], float(each.get("accuracy", 0)), "schematic" in each)
            for each in values.get("lines", ())
        ),
        words=tuple(Word(**each) for each in values.get("words", ())),
        towns=values.get("towns", ()),
        notes=values.get("notes", NAMES),
        credits=values["credits"],
    )


def _check_plates(desk: Desk, root: Node, plates: tuple[dict[str, Any], ...]) -> None:
    """Plates have an extent, and each its own id; there is one at least."""
    ids: set[str] = set()
    rows = _rows(root, "plates")
    if rows is not None and not rows.items:
        desk.refuse(rows, "plates", "no-plate", "must have one plate at least; remove the file when no map is wanted")
    for at, plate in enumerate(plates):
        node = rows.items[at] if rows else root
        for low, high in (("west", "east"), ("south", "north")):
            if low in plate and high in plate and float(plate[low]) >= float(plate[high]):
                must = f"must be less than {high} (found {low} {plate[low]}, {high} {plate[high]})"
                desk.refuse(_value(node, low), f"plates[{at}].{low}", "extent", must)
        if plate.get("id") in ids:
            must = f"a plate's id must stand once; rename one (found {plate['id']})"
            desk.refuse(_value(node, "id"), f"plates[{at}].id", "duplicate-id", must)
        ids.add(plate.get("id", ""))


def _check_words(desk: Desk, root: Node, words: tuple[dict[str, Any], ...], plates: set[str | None]) -> None:
    rows = _rows(root, "words")
    for at, word in enumerate(words):
        if rows and "plate" in word and word["plate"] not in plates:
            must = f"must be the id of a plate of this file (found {word['plate']})"
            desk.refuse(_value(rows.items[at], "plate"), f"words[{at}].plate", "unknown-id", must)


def _check_towns(desk: Desk, root: Node, towns: tuple[str, ...]) -> None:
    rows = _rows(root, "towns")
    for at, key in enumerate(towns):
        place = desk.vocabularies["places"].items.get(key)
        if rows and len(rows.items) == len(towns) and isinstance(place, Place) and place.precision != "point":
            must = f"must be a place whose precision is point in places.yaml (found {key}, {place.precision})"
            desk.refuse(rows.items[at], f"towns[{at}]", "no-point", must)


def _rows(root: Node, key: str) -> Rows | None:
    """The list under a key of the file."""
    found = root.pairs.get(key) if isinstance(root, Block) else None
    return found[1] if found and isinstance(found[1], Rows) else None


def _value(node: Node, key: str) -> Node:
    """The value of a key of a block."""
    return node.pairs[key][1] if isinstance(node, Block) and key in node.pairs else node
