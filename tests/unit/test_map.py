"""Maps: where things lie, which names have room, and that nothing is drawn that the data does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

import pytest

from timeline.chronicle.chronicle import Chronicle, relate
from timeline.entries.basemap import Basemap, Line, Plate
from timeline.entries.check import Content, check
from timeline.entries.dates import parse
from timeline.entries.event import Event
from timeline.entries.vocabulary import Item, Kind, Place, Vocabularies, Vocabulary
from timeline.files.tree import read_tree
from timeline.pages.addresses import Addresses
from timeline.pages.labels import Label, Labels
from timeline.pages.lettering import text_width
from timeline.pages.map import Maps
from timeline.pages.map_ground import SIZE, WIDTH, Projection, draw_ground
from timeline.pages.map_marks import Mark, by_weight, draw, radius, spots
from timeline.pages.map_room import Room
from timeline.pages.site import Site
from timeline.pages.strings import read_catalogue

PROJECT = Path(__file__).parents[2]
EN = read_catalogue((PROJECT / "theme/strings/en.po").read_text("utf-8"), "en")
AR = read_catalogue((PROJECT / "theme/strings/ar.po").read_text("utf-8"), "ar", EN)
WHOLE = Plate("whole", {"en": "All"}, 10, 49.5, 11, 50.5)
PART = Plate("part", {"en": "Part"}, 10.4, 49.9, 10.6, 50.1)
GROUND = Basemap((WHOLE, PART), (Line("brook", "river", ((9, 50), (10.5, 50), (12, 50))),), towns=("town",))
PLACES = {
    "mill": Place("mill", {"en": "Mill"}, lat="50", lon="10.5", precision="point"),
    "moor": Place("moor", {"en": "Moor"}, lat="50.05", lon="10.55", precision="area"),
    "town": Place("town", {"en": "Town"}, lat="50.2", lon="10.2", precision="point"),
    "port": Place("port", {"en": "Port"}, lat="60", lon="20", precision="point"),
    "lost": Place("lost", {"en": "Lost"}),
}
FACETS = ("places", "kinds")


def event(number: int, *places: str, day: str = "2018-06-13") -> Event:
    return Event(f"e-{number}", "", "T", parse(day), "walk", places, (), "sure", parse("2026-01-01"), (), "", "")


def chronicle(events: Iterable[Event], basemap: Basemap | None = GROUND, facets: tuple[str, ...] = FACETS) -> Chronicle:
    items: Mapping[str, Mapping[str, Item]] = {"kinds": {"walk": Kind("walk", {"en": "Walk"})}, "places": PLACES}
    vocabularies = Vocabularies({name: Vocabulary(name, found) for name, found in items.items()})
    return relate(Content(events=tuple(events), vocabularies=vocabularies, basemap=basemap), facets=facets)


def maps(made: Chronicle) -> Maps:
    site = Site("T", EN, Addresses(), facets=tuple(made.facets))
    return Maps(made, Labels(site, made.vocabularies), site)


def titles(drawn: str) -> list[str]:
    return re.findall(r"<title>([^<]+)</title>", drawn)


def mark(key: str, x: float, y: float, count: int = 1, *, dot: bool = True) -> Mark:
    return Mark(Label(key, key.title(), "en", f"/places/{key}/"), f"{count} events", count, x, y, dot)


def test_the_projection_is_true_at_the_middle_latitude() -> None:
    made = Projection(WHOLE)
    assert made.place((10, 50.5)) == (0, 0)
    assert made.place((10.5, 50)) == (144, 224.0)
    assert made.per_degree == pytest.approx((288, 448.05), abs=0.01)
    assert made.height == 448.0


def test_a_line_is_drawn_only_where_it_crosses_the_plate() -> None:
    site = Site("T", EN, Addresses())
    far = Basemap((WHOLE,), (Line("brook", "river", ((1, 50), (2, 50), (9.9, 50.2), (10.5, 50), (14, 50), (15, 50))),))
    ground, _ = draw_ground(far, WHOLE, site)
    assert re.findall(r'class="map__river" d="([^"]+)"', ground) == ["M-28.8 134.4 144 224 1152 224"]


def test_the_band_of_what_a_line_may_be_off_is_drawn_where_it_can_be_seen() -> None:
    site = Site("T", EN, Addresses())
    off = Basemap((WHOLE, PART), (Line("brook", "river", ((9, 50), (12, 50)), accuracy=1),))
    widths = [
        re.findall(r'map__band[^>]*stroke-width="([\d.]+)"', draw_ground(off, plate, site)[0]) for plate in off.plates
    ]
    assert widths == [["8.06"], ["40.3"]]


def test_the_plate_that_holds_another_has_its_frame() -> None:
    site = Site("T", EN, Addresses())
    frames = [draw_ground(GROUND, plate, site)[0].count("map__frame") for plate in GROUND.plates]
    assert frames == [1, 0]


def test_area_of_a_circle_grows_with_the_number_of_events() -> None:
    assert [radius(count, 100) for count in (100, 25, 1, 0)] == [9.0, 4.5, 1.8, 1.8]


def test_a_name_stands_at_the_first_of_eight_spots_that_is_free() -> None:
    room = Room(288, 288)
    found = spots(by_weight([mark("aa", 100, 100, 3), mark("bb", 118, 100, 2)]), room, 100)
    assert found["aa"].anchor == "end"
    assert found["bb"].anchor == "start"


def test_a_name_without_room_is_left_out_but_its_circle_stays_a_link() -> None:
    room = Room(288, 288)
    room.take((0, 0, 288, 288))
    only = mark("aa", 100, 100)
    assert spots([only], room, 100) == {}
    assert draw(only, None, 100) == (
        '<a href="/places/aa/"><title>Aa, 1 events</title>'
        '<circle class="map__reach" cx="100" cy="100" r="7"/><circle class="map__dot" cx="100" cy="100" r="1.8"/></a>'
    )


def test_an_area_is_a_name_without_a_circle() -> None:
    area = mark("moor", 100, 100, dot=False)
    drawn = draw(area, spots([area], Room(288, 288), 100)["moor"], 100)
    assert "circle" not in drawn
    assert '<text x="100" y="104" text-anchor="middle" lang="en">Moor</text>' in drawn


def test_nothing_is_drawn_for_a_place_that_is_not_known() -> None:
    made = chronicle([event(1, "mill", "lost"), event(2, "lost")])
    drawn = maps(made).whole(made.events)
    assert not any(title.startswith("Lost") for title in titles(drawn))
    assert 'No known point, so not drawn:</b> <span><a href="/places/lost/" lang="en">Lost</a> 2</span>' in drawn


def test_every_place_of_the_events_is_drawn_or_named_beside() -> None:
    made = chronicle([event(1, "mill", "moor", "lost", "port")])
    drawn = maps(made).whole(made.events)
    assert titles(drawn) == ["Mill, 1 event", "Moor, 1 event"] * 2
    assert re.findall(r"<b>([^<]+)</b> <span><a[^>]+>(\w+)", drawn) == [
        ("No known point, so not drawn:", "Lost"),
        ("Outside the map:", "Port"),
    ]


def test_plates_are_switched_by_radio_buttons_the_first_chosen() -> None:
    made = chronicle([event(1, "mill")])
    assert re.findall(r"<input[^>]+>", maps(made).whole(made.events)) == [
        '<input type="radio" name="map-plate" id="map-choose-whole" checked="">',
        '<input type="radio" name="map-plate" id="map-choose-part">',
    ]


def test_an_event_is_drawn_on_the_smallest_plate_that_has_all_its_places() -> None:
    made = chronicle([event(1, "mill", "moor"), event(2, "mill", "town"), event(3, "lost"), event(4, "port")])
    drawn = [maps(made).event(each) for each in made.events]
    assert [re.findall(r'id="map-(\w+)"', each) for each in drawn] == [["part"], ["whole"], [], []]
    assert titles(drawn[0]) == ["Mill", "Moor"]
    assert drawn[2:] == ["", ""]


def test_the_map_of_a_place_marks_it_among_all_others() -> None:
    made = chronicle([event(1, "mill"), event(2, "mill"), event(3, "town")])
    drawn = maps(made).of(made.events[2:], here="town")
    assert titles(drawn) == ["Town, 1 event", "Mill, 2 events"]
    assert re.findall(r'<a class="map__here" href="([^"]+)"', drawn) == ["/places/town/"]


def test_a_town_without_events_is_there_but_leads_nowhere() -> None:
    made = chronicle([event(1, "mill", "town")])
    drawn = maps(made).of([event(2, "mill", "port")])
    assert '<g class="map__town" aria-hidden="true">' in drawn
    assert titles(drawn) == ["Mill, 1 event"]


def test_months_are_drawn_on_the_lines_of_the_large_map() -> None:
    made = chronicle([event(1, "mill", day="2018-05-01"), event(2, "mill", "moor", day="2018-06-01")])
    small = maps(made).months(made.events, made.events[0].date.earliest)
    assert list(small) == [(2018, 5), (2018, 6)]
    assert all('<use href="#map-part"/>' in drawn and drawn.count("<circle") == 1 for drawn in small.values())
    assert "Moor</a> 1" in small[2018, 6]


@pytest.mark.parametrize(("basemap", "facets"), [(None, FACETS), (GROUND, ("kinds",))])
def test_without_a_base_map_or_pages_of_places_there_is_no_map(
    basemap: Basemap | None, facets: tuple[str, ...]
) -> None:
    made = chronicle([event(1, "mill")], basemap, facets)
    drawn = maps(made)
    assert [drawn.whole(made.events), drawn.of(made.events), drawn.event(made.events[0])] == ["", "", ""]
    assert drawn.months(made.events, made.events[0].date.earliest) == {}


def boxes(drawn: str) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Each word of a plate with the box that its letters take at a width of 288 px."""
    found = []
    for attributes, word in re.findall(r"<text ([^>]*)>([^<]*)</text>", drawn):
        x, y = (float(re.search(rf'\b{name}="(-?[\d.]+)"', attributes)[1]) for name in ("x", "y"))  # type: ignore[index]
        anchor = re.search(r'text-anchor="(\w+)"', attributes)
        width = text_width(word, SIZE)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor[1] if anchor else "start"]
        found.append((word, (left, y - 8.5, left + width, y + 2.5)))
    return found


@pytest.mark.parametrize("strings", [EN, AR])
def test_no_words_of_the_real_map_meet_at_320_px(strings: object) -> None:
    tree = read_tree(PROJECT, "content")
    made = relate(check(tree.files, tree.problems))
    site = Site("T", strings, Addresses())  # type: ignore[arg-type]
    drawn = Maps(made, Labels(site, made.vocabularies), site).whole(made.events)
    plates = re.findall(r'<svg class="map-drawing".*?</svg>', drawn)
    assert len(plates) == 3
    for plate in plates:
        words = boxes(plate)
        assert len(words) > 10
        assert all(box[0] >= 0 and box[2] <= WIDTH for _, box in words)
        meeting = [
            (one, other)
            for (one, a), (other, b) in combinations(words, 2)
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        ]
        assert meeting == []


def test_a_second_map_of_the_real_content_is_the_same_to_the_byte() -> None:
    tree = read_tree(PROJECT, "content")
    made = relate(check(tree.files, tree.problems))
    assert maps(made).whole(made.events) == maps(made).whole(made.events)
