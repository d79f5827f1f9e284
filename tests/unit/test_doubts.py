"""Doubts about all events together, and likely doubles: exact on small chronicles; acceptances; the real content."""

from __future__ import annotations

import random
import re
from itertools import combinations
from pathlib import Path

import pytest

from timeline.chronicle.doubles import _compare, _traits, alike, doubles
from timeline.chronicle.doubts import doubts, without_archive
from timeline.chronicle.review import review
from timeline.entries.accepted import LATER
from timeline.entries.address import host_of
from timeline.entries.check import check
from timeline.entries.dates import parse
from timeline.entries.event import Event, Source
from timeline.entries.gist import Gist, gist
from timeline.entries.vocabulary import Item, Place, Publisher, Vocabularies, Vocabulary
from timeline.files.tree import read_tree

REPOSITORY = Path(__file__).resolve().parents[2]
PLACES = {
    "hajin": Place("hajin", {"en": "Hajin"}, lat="34.6900", lon="40.8300", precision="point"),
    "next": Place("next", {"en": "Next"}, lat="34.6900", lon="40.9300", precision="point"),  # 9 km to the east
    "far": Place("far", {"en": "Far"}, lat="34.6900", lon="41.0300", precision="point"),  # 18 km to the east
    "area": Place("area", {"en": "Area"}, lat="34.6900", lon="40.8300", precision="area"),
}
PUBLISHERS = {
    "herald": Publisher("herald", {"en": "The Herald"}, site="www.herald.example"),
    "post": Publisher("post", {"en": "Post"}, site="post.example"),
    "radio": Publisher("radio", {"en": "Radio"}),
    "council": Publisher("council", {"en": "Council"}),
}


def source(url: str = "https://radio.example/1", publisher: str = "radio", **more: object) -> Source:
    return Source("a", url, publisher, "en", "Says so.", **more)  # type: ignore[arg-type]


def event(key: str, date: str = "2018-06-17", sources: tuple[Source, ...] = (source(),), **more: object) -> Gist:
    made = parse(date)
    values: dict[str, object] = {
        "title": "Army takes the town of Hajin",
        "kind": "control",
        "places": ("hajin",),
        "confidence": "reported",
    } | more
    made_event = Event(
        id=key,
        path=f"content/events/2018/{made.prefix}-{key}.md",
        date=made,
        actors=(),
        added=parse("2026-11-25"),
        sources=sources,
        body="",
        summary="",
        **values,  # type: ignore[arg-type]
    )
    return gist(made_event)


def vocabularies(publishers: dict[str, Item] | None = None) -> Vocabularies:
    items = publishers or dict[str, Item](PUBLISHERS)
    return Vocabularies({"publishers": Vocabulary("publishers", items), "places": Vocabulary("places", dict(PLACES))})


def told(*events: Gist, publishers: dict[str, Item] | None = None) -> list[tuple[str, str, str, str]]:
    """File, field, code and message of every doubt but those about doubles."""
    found = sorted(doubts(events, vocabularies(publishers)))
    return [
        (each.path.rpartition("/")[2], each.field, each.code, each.message)
        for each in found
        if each.code != "likely-double"
    ]


def test_confirmed_by_one_originator_is_doubted_whoever_repeats_it() -> None:
    repeated = source("https://post.example/1", "post", via=("council",))
    own = source("https://council.example/1", "council")
    must = "confirmed should rest on two originators; all sources go back to one (found council)"
    assert told(event("a", sources=(repeated, own), confidence="confirmed")) == [
        ("2018-06-17-a.md", "confidence", "one-originator", must)
    ]
    assert told(event("a", sources=(repeated, source()), confidence="confirmed")) == []
    assert told(event("a", sources=(repeated, own))) == []


@pytest.mark.parametrize("date", ["2018-06-01", "2018-06-01/2018-06-09", "[2018-06-01..2018-06-04]", "2018-06-01/.."])
@pytest.mark.parametrize("published", [None, "2018-06", "2018-06-05", "2018-05-28", "[2018-06-01..2018-06-03]"])
def test_a_first_of_the_month_without_a_source_near_it_is_doubted(date: str, published: str | None) -> None:
    sources = (source(published=published and parse(published)),)
    must = (
        "the day should be one that a source gives, for no source is dated within 3 days of it; "
        f"write 2018-06 if only the month is known (found {date})"
    )
    assert told(event("a", date, sources)) == [("2018-06-01-a.md", "date", "first-of-month", must)]


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2018-06-01", "2018-06-01"),
        ("2018-06-01", "2018-06-04"),
        ("2018-06-01", "2018-05-29"),
        ("2018-06-01~", None),
        ("2018-06-02", None),
        ("2018-06", None),
    ],
)
def test_a_day_that_a_source_was_dated_near_or_that_is_no_first_is_not_doubted(
    date: str, published: str | None
) -> None:
    assert told(event("a", date, (source(published=published and parse(published)),))) == []


def test_a_source_on_the_site_of_another_publisher_is_doubted_unless_it_repeats_it() -> None:
    must = "the publisher should be the one whose site herald.example is; write herald (found radio)"
    assert told(event("a", sources=(source(), source("http://www.herald.example/1")))) == [
        ("2018-06-17-a.md", "sources[1].publisher", "publisher-spelling", must)
    ]
    assert told(event("a", sources=(source("http://herald.example/1", via=("herald",)),))) == []
    assert told(event("a", sources=(source("http://herald.example/1", "herald"),))) == []


def test_of_two_publishers_on_one_host_the_seldom_one_is_doubted_and_a_host_of_many_is_left() -> None:
    usual = [event(f"a{at}", f"2018-06-{10 + at}", (source(f"https://one.example/{at}"),)) for at in range(3)]
    odd = event("b", "2018-06-20", (source("https://one.example/9", "council"),))
    must = "the publisher should be the one whose site one.example is; write radio (found council)"
    assert told(*usual, odd) == [("2018-06-20-b.md", "sources[0].publisher", "publisher-spelling", must)]
    third = event("c", "2018-06-21", (source("https://one.example/8", "post"),))
    assert told(*usual, odd, third) == []


def test_publishers_with_one_site_or_names_that_differ_by_small_signs_are_doubted() -> None:
    twice: dict[str, Item] = {
        **PUBLISHERS,
        "the-radio": Publisher("the-radio", {"en": "the RADIO"}),
        "post-2": Publisher("post-2", {"en": "Evening"}, site="www.post.example"),
        "herald-2": Publisher("herald-2", {"en": "Herald News"}, site="other.example"),
    }
    must = "a publisher should stand once; remove it, or let the names differ (found {} too)"
    assert told(publishers=twice) == [
        ("publishers.yaml", "post-2", "publisher-spelling", must.format("post")),
        ("publishers.yaml", "the-radio", "publisher-spelling", must.format("radio")),
    ]


def test_one_address_under_two_titles_or_publishers_is_doubted_where_it_is_cited_again() -> None:
    first = event("a", "2018-06-10", (source("https://one.example/1?utm_source=x", title="Town taken"),))
    again = event("b", "2018-06-20", (source("http://www.one.example/1/", title="Town lost"),))
    same = event("c", "2018-06-25", (source("http://one.example/1", title="TOWN taken!"),))
    none = event("d", "2018-06-27", (source("http://one.example/1"),))
    must = "one address should have one title; a gives 'Town taken' (found 'Town lost')"
    assert told(first, again, same, none) == [("2018-06-20-b.md", "sources[0].title", "address-two-titles", must)]


def test_sources_without_an_archived_copy_are_counted() -> None:
    assert without_archive([event("a", sources=(source(), source(archive="https://web.example/1")))]) == (1, 2)


@pytest.mark.parametrize("address", ["https://www.a.example/x", "http://A.example:80", "www.a.example", "a.example"])
def test_a_host_is_read_from_an_address_and_from_a_bare_name(address: str) -> None:
    assert host_of(address) == "a.example"


def pairs(*events: Gist) -> list[tuple[str, str, int, tuple[str, ...]]]:
    return [(each.first.id, each.second.id, each.score, each.reasons) for each in doubles(events, PLACES)]


def test_two_reports_of_one_event_are_found_with_their_reasons() -> None:
    one = event("a", sources=(source("https://www.herald.example/1?utm_source=x"),))
    other = event("b", sources=(source("http://herald.example/1/"), source("https://post.example/2")))
    assert pairs(one, other) == [
        ("a", "b", 100, ("the same date", "both at hajin", "1 shared source", "both control", "titles 100% alike"))
    ]


def test_another_source_with_the_day_after_or_the_next_village_still_counts() -> None:
    one = event("a", "2018-06-17", (source("https://post.example/1"),))
    day_after = event("b", "2018-06-18", title="Town of Hajin taken by the army")
    village = event("b", places=("next",), title="Town of Hajin taken by the army")
    assert pairs(one, day_after) == [
        ("a", "b", 67, ("dates that overlap or touch", "both at hajin", "both control", "titles 92% alike"))
    ]
    assert pairs(one, village) == [("a", "b", 72, ("the same date", "9 km apart", "both control", "titles 92% alike"))]


@pytest.mark.parametrize(
    "other",
    [
        event("b", "2018-06-20"),  # three days later
        event("b", places=("far",), sources=(source("https://post.example/2"),)),
        event("b", places=(), sources=(source("https://post.example/2"),)),
        event("b", places=("area",), sources=(source("https://post.example/2"),)),  # an area has no point
        event("b", title="Council opens a school", kind="talks", sources=(source("https://post.example/2"),)),
        event("b", related=("a",)),
        event("b", mentions=("a",)),
    ],
    ids=["later", "far", "nowhere", "area", "unlike", "related", "linked"],
)
def test_pairs_that_are_apart_or_related_are_not_asked_about(other: Gist) -> None:
    assert pairs(event("a"), other) == []
    assert pairs(event("a", related=("b",)), event("b")) == []


def test_an_open_date_is_compared_by_its_beginning() -> None:
    assert pairs(event("a", "2018-06-17/.."), event("b", "2018-09-01")) == []
    assert [pair[:2] for pair in pairs(event("a", "2018-06-17"), event("b", "2018-06-17/.."))] == [("a", "b")]


def test_events_on_both_sides_of_a_cell_are_compared() -> None:
    cut = dict(PLACES, west=Place("west", {}, lat="34.6900", lon="40.8999", precision="point"))
    cut["east"] = Place("east", {}, lat="34.6900", lon="40.9001", precision="point")
    found = doubles((event("a", places=("west",)), event("b", places=("east",))), cut)
    assert [(each.first.id, each.second.id, each.reasons[1]) for each in found] == [("a", "b", "0 km apart")]


DATES = ("2018-06-{:02}", "2018-06-{:02}/2018-06-28", "[2018-06-{:02}..2018-06-29]", "2018-06-{:02}/..", "2018-06")


def test_no_pair_is_lost_by_comparing_only_what_is_near() -> None:
    """Of many events at hazard: the same doubles as where every two are compared that share a day or touch."""
    chance = random.Random(7)
    made = [
        event(
            f"e{at}",
            chance.choice(DATES).format(chance.randint(1, 25)),
            tuple(source(f"https://one.example/{chance.randint(1, 40)}") for _ in range(chance.randint(1, 3))),
            kind=chance.choice(("control", "talks")),
            places=tuple(chance.sample(("hajin", "next", "far", "area", "unknown"), chance.randint(0, 2))),
            title=" ".join(chance.sample(("Army", "takes", "the", "town", "of", "Hajin", "again"), 5)),
        )
        for at in range(300)
    ]
    events = sorted(made, key=lambda each: each.order)
    traits = [_traits(each, PLACES) for each in events]
    every = [
        (one.event.id, other.event.id)
        for one, other in combinations(traits, 2)
        if one.end >= other.start and _compare(one, other, alike)
    ]
    found = [(each.first.id, each.second.id) for each in doubles(events, PLACES)]
    assert sorted(found) == sorted(every)
    assert len(every) > 500


def test_a_pair_is_accepted_by_its_two_ids_and_an_acceptance_of_another_pair_is_not_needed() -> None:
    files = dict(read_tree(REPOSITORY / "tests" / "sites" / "valley").files)
    path = next(path for path in files if path.endswith("-march-begins.md"))
    copy = path.replace("march-begins", "march-begins-again")
    files[copy] = re.sub(rb"\nrelated:[^\n]*", b"", files[path])
    files[path] = files[copy]
    doubled = [problem for problem in review(check(files), files) if problem.code == "likely-double"]
    assert [(problem.path, problem.line, problem.field, problem.other) for problem in doubled] == [
        (copy, 2, "title", "march-begins")
    ]
    assert "add related: [march-begins], or accept the pair in accepted.yaml" in doubled[0].message
    row = "- entry: {}\n  code: likely-double\n  other: {}\n  reason: Two days of one push.\n"
    accepted = files.get("content/accepted.yaml", b"")
    for other, left in (("march-begins", []), ("lower-town-entered", ["likely-double", "not-needed"])):
        files["content/accepted.yaml"] = accepted + row.format(copy.removeprefix("content/"), other).encode()
        found = review(check(files), files)
        assert sorted(p.code for p in found if p.code in {"likely-double", "not-needed"}) == left


def test_reading_the_files_alone_leaves_acceptances_of_doubts_to_the_review() -> None:
    files = dict(read_tree(REPOSITORY).files)
    assert [problem.code for problem in check(files).problems if problem.code == "not-needed"] == []
    assert {each.code for each in check(files).accepted} <= LATER


def test_every_code_that_is_accepted_later_is_given_by_a_doubt() -> None:
    sources = [REPOSITORY / "plugins" / "timeline" / "chronicle" / "doubts.py"]
    codes = {code for path in sources for code in LATER if f'"{code}"' in path.read_text("utf-8")}
    assert codes == LATER
    guide = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    assert [code for code in sorted(LATER) if f"| `{code}` |" not in guide] == []


def test_every_doubt_about_the_real_content_was_looked_at() -> None:
    files = read_tree(REPOSITORY).files
    assert [str(problem) for problem in review(check(files), files) if problem.code in LATER] == []
