"""Data for filters and search: posting lists and the inverted index, as the browser reads them."""

from __future__ import annotations

import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from timeline.chronicle.chronicle import Chronicle, relate
from timeline.chronicle.folding import terms
from timeline.chronicle.postings import deltas, edition
from timeline.entries.check import check
from timeline.exports import find_search
from timeline.exports.find_facets import facets_json
from timeline.exports.find_search import search_files
from timeline.files.tree import read_tree
from timeline.pages.addresses import Addresses
from timeline.pages.site import Site
from timeline.pages.strings import read_catalogue

ROOT = Path(__file__).parents[2]
VALLEY = ROOT / "tests" / "sites" / "valley"


def chronicle(project: Path) -> Chronicle:
    tree = read_tree(project, "content")
    content = check(tree.files, tree.problems)
    assert content.ok
    return relate(content)


@pytest.fixture(scope="module")
def site() -> Site:
    english = (ROOT / "theme" / "strings" / "en.po").read_text("utf-8")
    return Site("A site", read_catalogue(english, "en"), Addresses())


@pytest.fixture(scope="module")
def real() -> Chronicle:
    return chronicle(ROOT)


@pytest.fixture(scope="module")
def index(real: Chronicle, site: Site) -> dict[str, list[int]]:
    """Weighted postings of the real site by term, all shards together."""
    files = dict(search_files(real, site))
    shards = [json.loads(text) for path, text in files.items() if path != "find/search.json"]
    return {term: found for shard in shards for term, found in zip(shard["terms"], shard["postings"], strict=True)}


def facets(made: Chronicle, site: Site) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(facets_json(made, site) or "")
    return document


def positions(steps: list[int]) -> list[int]:
    return list(accumulate(steps))


def search(index: dict[str, list[int]], text: str) -> set[int]:
    """What the browser finds: events that have, for each word, a term that it begins."""
    found: set[int] | None = None
    for wanted in terms(text):
        here = {
            at
            for term, postings in index.items()
            if term == wanted or (len(wanted) > 1 and term.startswith(wanted))
            for at in accumulate(posting >> 2 for posting in postings)
        }
        found = here if found is None else found & here
    return found or set()


def test_deltas_add_up_to_the_positions() -> None:
    assert deltas([3, 4, 9]) == [3, 1, 5]
    assert deltas([0]) == [0]
    assert deltas([]) == []


def test_posting_lists_give_back_every_value_of_every_event(real: Chronicle, site: Site) -> None:
    lists = facets(real, site)["facets"]
    for at, event in enumerate(real.events):
        carried = {
            key: {value for value, steps in values.items() if at in positions(steps)} for key, values in lists.items()
        }
        assert carried == {
            "kind": {event.kind},
            "confidence": {event.confidence},
            "place": set(event.places),
            "actor": set(event.actors),
            "tag": set(event.tags),
            "phase": set(real.phases_of[event.id]),
        }


def test_days_and_spans_give_back_every_date(real: Chronicle, site: Site) -> None:
    document = facets(real, site)
    first = real.events[0].date.earliest
    assert document["first"] == first.isoformat()
    assert [first.toordinal() + day for day in positions(document["days"])] == [
        event.date.earliest.toordinal() for event in real.events
    ]
    assert [span for span in document["spans"] if span >= 0] == [
        event.date.days - 1 for event in real.events if event.date.shape.value != "open"
    ]
    assert positions(document["qualified"]) == [at for at, event in enumerate(real.events) if event.date.qualified]


def test_months_count_the_events_that_begin_in_them(real: Chronicle, site: Site) -> None:
    months = facets(real, site)["months"]
    assert sum(count for _, count in months) == len(real.events)
    assert months[0][0] == f"{real.events[0].date.earliest:%Y-%m}"


def test_values_on_the_page_have_no_second_label(real: Chronicle, site: Site) -> None:
    document = facets(real, site)
    assert document["labels"]["kind"] == {}
    assert len(document["labels"]["place"]) == len(document["facets"]["place"]) - 7


def test_a_facet_that_is_switched_off_is_no_filter(site: Site) -> None:
    tree = read_tree(VALLEY, "content")
    made = relate(check(tree.files, tree.problems), facets=("kinds",))
    assert list(facets(made, site)["facets"]) == ["kind", "confidence"]


def test_the_same_events_give_the_same_bytes(site: Site) -> None:
    one, other = chronicle(VALLEY), chronicle(VALLEY)
    assert facets_json(one, site) == facets_json(other, site)
    assert list(search_files(one, site)) == list(search_files(other, site))


def test_another_value_is_another_edition(real: Chronicle) -> None:
    assert edition(real) == edition(chronicle(ROOT))
    assert edition(real) != edition(chronicle(VALLEY))


def test_shards_hold_every_term_once_in_order(real: Chronicle, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = dict(search_files(real, site))
    monkeypatch.setattr(find_search, "SHARD", 5000)
    cut = dict(search_files(real, site))
    assert len(cut) > 20
    starts = json.loads(cut["find/search.json"])["starts"]
    shards = [json.loads(cut[f"find/search/{at}.json"]) for at in range(len(starts))]
    assert [shard["terms"][0] for shard in shards] == starts
    every = [term for shard in shards for term in shard["terms"]]
    assert every == sorted(set(every))
    assert every == [term for path, text in whole.items() if "/search/" in path for term in json.loads(text)["terms"]]


def test_the_directory_has_the_spellings_of_places_that_rows_do_not_show(real: Chronicle, site: Site) -> None:
    directory = json.loads(dict(search_files(real, site))["find/search.json"])
    facet = real.facets["places"]
    unseen = dict(zip(sorted(key for key, events in facet.events.items() if events), directory["places"], strict=True))
    assert facet.items["mayadin"].names["ar"] == "الميادين"
    assert unseen["mayadin"] == "ميادين"
    for key, found in unseen.items():
        item = facet.items[key]
        every = {term for name in (*item.names.values(), *item.aliases) for term in terms(name)}
        assert {*found.split(), *terms(item.names["en"])} == every | set(terms(item.names["en"]))
        assert not {*found.split()} & {*terms(item.names["en"])}


def test_where_places_are_switched_off_no_spelling_of_them_is_told(site: Site) -> None:
    tree = read_tree(VALLEY, "content")
    made = relate(check(tree.files, tree.problems), facets=("kinds",))
    assert json.loads(dict(search_files(made, site))["find/search.json"])["places"] == []


@pytest.mark.parametrize("vocabulary", ["places", "actors"])
def test_every_spelling_of_a_name_finds_its_events(
    vocabulary: str, real: Chronicle, index: dict[str, list[int]]
) -> None:
    facet = real.facets[vocabulary]
    lost = {
        (key, name)
        for key, item in facet.items.items()
        for name in (*item.names.values(), *item.aliases)
        if not {real.position[event.id] for event in facet.events[key]} <= search(index, name)
    }
    assert lost == set()


def test_four_spellings_of_one_town_find_the_same_events(index: dict[str, list[int]]) -> None:
    found = search(index, "Dachisha")
    assert len(found) > 10
    for spelling in ("dashishah", "al-Dushashiya", "الدشيشة", "DASHISHA", "Dshisha"):
        assert search(index, spelling) == found, spelling


def test_a_name_of_two_words_is_found_as_one(index: dict[str, list[int]]) -> None:
    assert search(index, "Abukamal") <= search(index, "Abu Kamal")
    assert search(index, "Abukamal")


def test_weights_tell_titles_from_places_from_text(index: dict[str, list[int]], real: Chronicle) -> None:
    weights = dict(
        zip(accumulate(each >> 2 for each in index["hajin"]), (each & 3 for each in index["hajin"]), strict=True)
    )
    for at, weight in weights.items():
        event = real.events[at]
        if "hajin" in terms(event.title):
            assert weight == 3
        elif "hajin" in event.places:
            assert weight == 2
        else:
            assert weight < 2


def test_a_name_in_a_title_weighs_the_same_under_every_spelling(index: dict[str, list[int]], real: Chronicle) -> None:
    named = [at for at, event in enumerate(real.events) if "dasisa" in terms(event.title)]
    assert len(named) > 5
    for term in terms("Dashisha الدشيشة"):
        weights = dict(
            zip(accumulate(each >> 2 for each in index[term]), (each & 3 for each in index[term]), strict=True)
        )
        assert [at for at, weight in weights.items() if weight == 3] == named, term


def test_marks_and_addresses_of_the_text_are_not_indexed(index: dict[str, list[int]]) -> None:
    assert "md" not in index
    assert not [term for term in index if term.startswith("htp")]
