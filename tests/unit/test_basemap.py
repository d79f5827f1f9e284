"""`content/basemap.yaml`: what is read, and what is refused with its line and column."""

from __future__ import annotations

import pytest

from timeline.entries.basemap import Basemap, Line, Plate, Word, read_basemap
from timeline.entries.check import check
from timeline.entries.desk import Desk
from timeline.entries.vocabulary import Place, Vocabularies, Vocabulary

PLACES = Vocabularies(
    {
        "places": Vocabulary(
            "places",
            {
                "mill": Place("mill", {"en": "Mill"}, lat="50.1", lon="10.1", precision="point"),
                "moor": Place("moor", {"en": "Moor"}, lat="50.2", lon="10.2", precision="area"),
            },
        )
    }
)
GOOD = """\
plates:
  - {id: whole, names: {en: All}, west: 10, south: 50, east: 11, north: 51}
lines:
  - id: brook
    kind: river
    accuracy: 0.5
    schematic: true
    points: [[10, 50], [10.5, 50.5]]
words:
  - {names: {en: Brook}, kind: water, plate: whole, at: [10.4, 50.3]}
towns: [mill]
credits: {en: Drawn by hand}
"""


def read(text: str) -> tuple[Basemap | None, list[str]]:
    desk = Desk("content/basemap.yaml", PLACES)
    made = read_basemap(text, desk)
    return made, [f"{each.line}:{each.column}: {each.field}: {each.code}" for each in desk.problems]


def test_a_base_map_is_read_whole() -> None:
    assert read(GOOD) == (
        Basemap(
            plates=(Plate("whole", {"en": "All"}, 10.0, 50.0, 11.0, 51.0),),
            lines=(Line("brook", "river", ((10.0, 50.0), (10.5, 50.5)), 0.5, schematic=True),),
            words=(Word({"en": "Brook"}, "water", "whole", (10.4, 50.3)),),
            towns=("mill",),
            credits={"en": "Drawn by hand"},
        ),
        [],
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("west: 10,", "west: 12,", "2:41: plates[0].west: extent"),
        ("south: 50,", "south: 51,", "2:52: plates[0].south: extent"),
        ("[10.5, 50.5]", "[10.5]", "8:24: lines[0].points[1]: position"),
        ("[10.5, 50.5]", "[10.5, 95]", "8:24: lines[0].points[1]: position"),
        ("[10.5, 50.5]", "[east, 50.5]", "8:24: lines[0].points[1]: number"),
        ("kind: river", "kind: road", "5:11: lines[0].kind: not-allowed"),
        ("plate: whole", "plate: part", "10:46: words[0].plate: unknown-id"),
        ("[mill]", "[windmill]", "11:9: towns[0]: unknown-id"),
        ("[mill]", "[moor]", "11:9: towns[0]: no-point"),
        ("credits: {en: Drawn by hand}\n", "", "1:1: credits: missing-key"),
        ("lines:", "roads:", "3:1: roads: unknown-key"),
    ],
)
def test_what_is_wrong_is_refused_where_it_stands(old: str, new: str, problem: str) -> None:
    assert read(GOOD.replace(old, new)) == (None, [problem])


def test_plates_have_ids_of_their_own_and_are_not_none() -> None:
    again = "  - {id: whole, names: {en: Again}, west: 10, south: 50, east: 11, north: 51}\nlines:"
    assert read(GOOD.replace("lines:", again, 1)) == (None, ["3:10: plates[1].id: duplicate-id"])
    assert read("plates: []\ncredits: {en: x}\n") == (None, ["1:9: plates: no-plate"])


def test_a_file_of_comments_is_no_base_map() -> None:
    assert read("# nothing yet\n") == (None, ["1:1: file: not-a-block"])


def test_the_file_belongs_to_the_content_and_may_be_missing() -> None:
    ground = GOOD.replace("towns: [mill]\n", "").encode()
    assert check({"content/basemap.yaml": ground}).basemap is not None
    assert check({"content/basemap.yaml": ground}).problems == ()
    assert check({}).basemap is None
