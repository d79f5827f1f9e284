"""The overview: what it counts, where it draws it, and what it says in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from timeline.chronicle.chronicle import Chronicle, relate
from timeline.entries.check import Content
from timeline.entries.dates import parse
from timeline.entries.event import Event
from timeline.entries.gist import gist
from timeline.entries.vocabulary import Item, Kind, Phase, Place, Vocabularies, Vocabulary
from timeline.pages.addresses import Addresses
from timeline.pages.labels import Labels
from timeline.pages.overview import Overviews
from timeline.pages.overview_axis import phase_marks
from timeline.pages.overview_counts import Column, columns, families, month_bars, weeks
from timeline.pages.site import Site
from timeline.pages.strings import read_catalogue

STRINGS = Path(__file__).parents[2] / "theme" / "strings"
EN = read_catalogue((STRINGS / "en.po").read_text("utf-8"), "en")
AR = read_catalogue((STRINGS / "ar.po").read_text("utf-8"), "ar", EN)
FAMILIES = {"earth": {"en": "Ground"}, "rose": {"en": "People"}}


def event(number: int, day: str, kind: str = "walk", places: tuple[str, ...] = ()) -> Event:
    added = parse("2026-01-01")
    return Event(f"e-{number}", "", "Title", parse(day), kind, places, (), "sure", added, (), "", "")


def chronicle(events: Iterable[Event], phases: Iterable[Phase] = ()) -> Chronicle:
    kinds = {"walk": Kind("walk", {"en": "Walk"}, colour="earth"), "talk": Kind("talk", {"en": "Talk"}, colour="rose")}
    items: dict[str, dict[str, Item]] = {"kinds": dict(kinds), "phases": {phase.id: phase for phase in phases}}
    items["places"] = {"mill": Place("mill", {"en": "Mill"})}
    vocabularies = Vocabularies({name: Vocabulary(name, found) for name, found in items.items()})
    ordered = tuple(sorted(events, key=lambda each: gist(each).order))
    return relate(Content(events=ordered, vocabularies=vocabularies), facets=("phases", "kinds"))


def site(**settings: object) -> Site:
    given = {"title": "T", "strings": EN, "addresses": Addresses(), "families": FAMILIES, "overview_below": ("rose",)}
    return Site(**{**given, **settings})  # type: ignore[arg-type]


def overview(events: Iterable[Event], phases: Iterable[Phase] = (), **settings: object) -> str:
    made, its_site = chronicle(events, phases), site(**settings)
    return str(Overviews(made, Labels(its_site, made.vocabularies), its_site).of(made.events))


def test_weeks_run_from_monday_to_sunday() -> None:
    scale = weeks(date(2018, 6, 13), date(2018, 6, 18))
    assert (scale.first, scale.last) == (date(2018, 6, 11), date(2018, 6, 24))


def test_events_are_counted_in_the_week_in_which_they_began() -> None:
    events = [event(1, "2018-06-11"), event(2, "2018-06-17/2018-06-20", "talk"), event(3, "[2018-06-18..2018-06-20]")]
    found = columns(events, weeks(date(2018, 6, 11), date(2018, 6, 20)), 7, {"walk": "earth", "talk": "rose"})
    assert found == (
        Column(date(2018, 6, 11), {"earth": 1, "rose": 1}),
        Column(date(2018, 6, 18), {"earth": 1}),
    )


def test_an_event_known_by_its_month_is_in_no_week_but_has_a_bar_of_its_own() -> None:
    events = [event(1, "2018-06"), event(2, "2018-06~"), event(3, "2018-07"), event(4, "2018-06-13")]
    assert (
        sum(column.events for column in columns(events, weeks(date(2018, 6, 1), date(2018, 7, 31)), 7, {"walk": "x"}))
        == 1
    )
    assert month_bars(events, date(2018, 7, 15)) == (
        (date(2018, 6, 1), date(2018, 6, 30), 0),
        (date(2018, 6, 1), date(2018, 6, 30), 1),
        (date(2018, 7, 1), date(2018, 7, 15), 0),
    )


def test_equal_bars_are_drawn_once_when_there_would_be_too_many_lanes() -> None:
    events = [event(number, "2018-06") for number in range(13)]
    assert month_bars(events, date(2018, 12, 31)) == ((date(2018, 6, 1), date(2018, 6, 30), 0),)


def test_families_keep_the_order_of_the_settings_and_unnamed_ones_come_last() -> None:
    made = families(site(families={"rose": {"en": "People"}}, overview_below=()), chronicle([]).vocabularies)
    assert (made.above, made.below) == (("rose", "earth"), ())


def test_one_mark_is_drawn_for_one_event_above_or_below_the_line() -> None:
    made = overview([event(1, "2018-06-13"), event(2, "2018-06-14"), event(3, "2018-06-15", "talk")])
    groups = dict(re.findall(r'<g class="family-(\w+)">(.*?)</g>', made.partition("</figcaption>")[2]))
    assert {name: re.findall(r'y="([\d.]+)" height="([\d.]+)"', marks) for name, marks in groups.items()} == {
        "earth": [("34", "8"), ("25", "8")],
        "rose": [("45", "8")],
    }


def test_above_three_hundred_events_a_pile_is_one_bar() -> None:
    made = overview([event(number, "2018-06-13") for number in range(301)])
    marks = re.search(r'<g class="family-earth">(.*?)</g>', made.partition("</figcaption>")[2])
    assert marks
    assert marks[1].count("<rect") == 1


def test_the_sentences_name_the_busiest_week_and_count_the_silent_ones() -> None:
    made = overview([event(1, "2018-06-13"), event(2, "2018-06-14"), event(3, "2018-07-03", "talk")])
    assert "Busiest week: 11\u00a0June\u00a02018, 2 events. Weeks in which no event began: 2 of 4." in made
    assert "Below the line: People." in made


@pytest.mark.parametrize(
    "dates", [["2018-06-13", "2018-07-03"], ["2018-06-13", "2018-06-14", "2018-07-03", "2018-07-04"]]
)
def test_nothing_is_said_of_a_busiest_week_or_of_marks_below_the_line_where_there_are_none(dates: list[str]) -> None:
    made = overview([event(number, date) for number, date in enumerate(dates)])
    assert "Busiest" not in made
    assert "Below the line" not in made
    assert "Weeks in which no event began" in made


def test_every_month_and_year_with_a_page_is_a_link_with_how_many_events_began_in_it() -> None:
    made = overview([event(1, "2018-06-13"), event(2, "2018-06-20/2018-07-02"), event(3, "2018-09-01")])
    links = re.findall(r'<a href="([^"]+)"><title>([^<]+)</title>', made)
    assert links == [
        ("/2018/", "2018, 3 events"),
        ("/2018/06/", "June\u00a02018, 2 events"),
        ("/2018/07/", "July\u00a02018, 0 events"),
        ("/2018/09/", "September\u00a02018, 1 event"),
    ]


def test_a_chronicle_of_many_years_has_links_and_ticks_of_years_only() -> None:
    made = overview([event(1, "2001-06-13"), event(2, "2018-06-20")])
    assert re.findall(r'<a href="([^"]+)">', made) == ["/2001/", "/2018/"]


def test_of_very_many_years_the_round_ones_are_ticks_and_marks_have_an_outline() -> None:
    made = overview([event(1, "1823-06-17"), event(2, "1894-11-02")])
    assert re.findall(r'<text class="year[^"]*"[^>]*>(\d+)<', made) == [str(year) for year in range(1825, 1895, 5)]
    assert 'class="overview-drawing overview-drawing--long"' in made
    assert "--long" not in overview([event(1, "2017-06-13"), event(2, "2019-06-20")])


def test_phases_that_overlap_lie_in_lanes_and_the_next_may_begin_on_the_last_day() -> None:
    spans = {"one": "2018-01-01/2018-06-30", "two": "2018-03-01/2018-09-30", "three": "2018-06-30/2018-12-31"}
    phases = [Phase(key, {"en": key.title()}, date=parse(span)) for key, span in spans.items()]
    made = chronicle([event(1, "2018-01-01"), event(2, "2018-12-31")], phases)
    scale = weeks(date(2018, 1, 1), date(2018, 12, 31))
    marks = phase_marks(made, scale, Labels(site(), made.vocabularies), site())
    assert [(mark.number, mark.lane) for mark in marks] == [("1", 0), ("2", 1), ("3", 0)]


def test_without_the_facet_of_phases_none_are_drawn_or_listed() -> None:
    phases = [Phase("one", {"en": "One"}, date=parse("2018-01-01/2018-06-30"))]
    assert "overview__phases" in overview([event(1, "2018-02-01")], phases)
    made = relate(
        Content(events=(event(1, "2018-02-01"),), vocabularies=chronicle([], phases).vocabularies), facets=("kinds",)
    )
    its_site = site(facets=("kinds",))
    drawn = Overviews(made, Labels(its_site, made.vocabularies), its_site).of(made.events)
    assert "overview__phases" not in drawn
    assert 'class="phase"' not in drawn


def test_time_runs_from_the_right_where_the_script_does() -> None:
    events = [event(1, "2018-06-11"), event(2, "2018-06-20")]
    mark = re.compile(r'<g class="family-earth"><rect x="([\d.]+)%"')
    drawn = [overview(events, strings=words).partition("</figcaption>")[2] for words in (EN, AR)]
    assert [mark.findall(each) for each in drawn] == [["3"], ["53"]]


def test_months_are_drawn_day_by_day_from_the_one_asked_for() -> None:
    made = chronicle([event(1, "2018-04-30"), event(2, "2018-05-02"), event(3, "2018-06-01")])
    overviews = Overviews(made, Labels(site(), made.vocabularies), site())
    assert [small.month for small in overviews.months(made.events, date(2018, 5, 20))] == [(2018, 5), (2018, 6)]
    assert overviews.months(made.events, date(2018, 6, 1)) == ()


def test_nothing_is_drawn_of_nothing() -> None:
    assert overview([]) == ""


@pytest.mark.parametrize("words", [EN, AR])
def test_a_second_drawing_is_the_same_to_the_byte(words: object) -> None:
    events = [event(number, f"2018-0{1 + number % 9}-1{number % 10}") for number in range(40)]
    assert overview(events, strings=words) == overview(events, strings=words)
