"""The lists of facets: their order, their headings, what is noted of an item."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.small_chronicle import SITE, chronicle, event, phase
from timeline.chronicle.chronicle import Chronicle
from timeline.entries.vocabulary import Publisher
from timeline.pages import facet_lists
from timeline.pages.facet_lists import FacetList, alphabetical, facet_list
from timeline.pages.labels import Labels


def lists(made: Chronicle) -> dict[str, FacetList]:
    labels = Labels(SITE, made.vocabularies)
    return {name: facet_list(facet, labels) for name, facet in made.facets.items()}


def shelves(found: FacetList) -> list[tuple[str, list[str]]]:
    return [(shelf.title, [item.label.id for item in shelf.items]) for shelf in found.shelves]


def test_a_register_passes_over_articles_marks_and_case() -> None:
    assert sorted(["Mill", "al-Bahra", "Éclat", "ford", "el-Hol"], key=alphabetical) == [
        "al-Bahra",
        "Éclat",
        "ford",
        "el-Hol",
        "Mill",
    ]
    assert alphabetical("to-do") == "to-do"


def test_a_short_list_has_no_letters() -> None:
    found = lists(chronicle(event("a", "2018-05-01", places=("mill", "al-bahra", "ford"))))
    assert shelves(found["places"]) == [("", ["al-bahra", "mill", "ford"])]


def test_a_long_list_stands_under_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facet_lists, "SHORT", 3)
    found = lists(chronicle(event("a", "2018-05-01", places=("mill", "al-bahra", "ford"))))
    assert shelves(found["places"]) == [("B", ["al-bahra"]), ("M", ["mill"]), ("T", ["ford"])]
    assert [shelf.id for shelf in found["places"].shelves] == ["list-1", "list-2", "list-3"]


def test_publishers_stand_under_their_kind_with_who_runs_them() -> None:
    daily = Publisher("daily", {"en": "Daily"}, kind="newspaper", side="town-council")
    source = event("a", "2018-05-01").sources[0]
    made = chronicle(
        event("a", "2018-05-01", sources=(source, type(source)("d", "https://d.example", "daily", "en", "It."))),
        publishers=(daily,),
    )
    found = lists(made)["sources"]
    assert shelves(found) == [("Newspaper", ["daily"]), ("Public office", ["gauge-office"])]
    assert [item.note for shelf in found.shelves for item in shelf.items] == ["Town council", ""]


def test_a_list_tells_what_a_kind_is_when_a_phase_was_and_that_a_place_has_no_point() -> None:
    made = chronicle(event("a", "2018-05-01", places=("mill", "ford")), phases=(phase("rise", "2018-05"),))
    notes = {
        name: [item.note for shelf in found.shelves for item in shelf.items] for name, found in lists(made).items()
    }
    assert notes["kinds"] == ["Water where it should not be."]
    assert [note.replace("\xa0", " ") for note in notes["phases"]] == ["May 2018"]
    assert notes["places"] == ["no known point", ""]
    unmapped = Labels(replace(SITE, map=False), made.vocabularies)
    shelf = facet_list(made.facets["places"], unmapped).shelves[0]
    assert [item.note for item in shelf.items] == ["", ""]
