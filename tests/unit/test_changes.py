"""What changes for readers between two small contents, exactly."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import pytest

from timeline.chronicle.changes import Change, Changes, State, compare
from timeline.chronicle.chronicle import relate
from timeline.chronicle.stated import FieldChange
from timeline.entries.check import check
from timeline.entries.dates import parse
from timeline.files.tree import read_tree

VALLEY = read_tree(Path(__file__).parents[1] / "sites" / "valley").files
MARCH = "content/events/2018/2018-06-01-march-begins.md"
TOWN = "content/events/2018/2018-06-13-town-contested.md"
TOWN_IN_ARABIC = TOWN.replace(".md", ".ar.md")
BREAD = "content/events/2018/2018-07-bread-arrives.md"
TALKS = "content/events/2019/2019-02-03-talks-open.md"
DRAFT = "content/events/2019/2019-03-01-a-draft.md"
PLACES = "content/vocabulary/places.yaml"


def state(files: Mapping[str, bytes], unread: frozenset[str] = frozenset()) -> State:
    """The state of checked files; a page's path stands for its address."""
    content = check(files)
    assert content.ok, list(map(str, content.problems))
    chronicle = relate(content)
    return State(
        chronicle=chronicle,
        drafts=tuple(event for event in content.events if event.draft),
        unread=unread,
        addresses=frozenset(
            f"events/{key}/index.html" for event in chronicle.events for key in (event.id, *event.moved_from)
        ),
        feed={event.first_id: event.updated.earliest for event in chronicle.events},
    )


def edited(*edits: tuple[str, str, str], without: tuple[str, ...] = ()) -> dict[str, bytes]:
    """The valley's files after edits (path, old, new), without some."""
    files = {path: data for path, data in VALLEY.items() if path not in without}
    for path, old, new in edits:
        text = files[path].decode()
        assert old in text
        files[path] = text.replace(old, new).encode()
    return files


def changes(*edits: tuple[str, str, str], without: tuple[str, ...] = ()) -> Changes:
    """What the edits change."""
    return compare(state(VALLEY), state(edited(*edits, without=without)))


NOTHING = Changes((), (), (), (), (), (), (), (), (), (), (), (), ())


def test_equal_states_differ_in_nothing() -> None:
    assert compare(state(VALLEY), state(VALLEY)) == NOTHING


def test_a_changed_event_is_told_field_by_field() -> None:
    found = changes(
        (BREAD, "title: Bread arrives by boat", "title: Bread arrives"),
        (BREAD, "date: 2018-07\n", "date: 2018-07~\n"),
        (BREAD, "places: []", "places: [old-ferry]"),
    )
    (change,) = found.changed
    assert (change.before.id, change.after.id) == ("bread-arrives", "bread-arrives")
    assert change.fields == (
        FieldChange("title", "Bread arrives by boat", "Bread arrives"),
        FieldChange("date", parse("2018-07"), parse("2018-07~")),
        FieldChange("places", None, ("old-ferry",)),
    )
    assert (found.added, found.removed, found.items, found.gone, found.new, found.feed) == ((), (), (), (), (), ())


def test_sources_are_compared_one_by_one_by_their_ids() -> None:
    (change,) = changes((MARCH, "url: https://wire.example/1", "url: https://wire.example/other")).changed
    assert change.fields == (FieldChange("sources[wire].url", "https://wire.example/1", "https://wire.example/other"),)


def test_accounts_and_translations_are_compared_by_whose_they_are() -> None:
    sibling = TOWN_IN_ARABIC
    (change,) = changes((TOWN, "took the town whole", "took the town"), (sibling, "شارعًا واحدًا", "شارعين")).changed
    assert [each.name for each in change.fields] == ["accounts[northern-army].says", "translations[ar].accounts"]


def test_an_event_that_is_removed_takes_its_address_with_it() -> None:
    found = changes(without=(TALKS,))
    assert [event.id for event in found.removed] == ["talks-open"]
    assert found.gone == ("events/talks-open/index.html",)
    assert (found.added, found.changed, found.feed) == ((), (), ())


def test_another_id_for_the_same_text_is_a_removed_and_an_added_event_that_belong_together() -> None:
    files = edited(without=(TALKS,))
    files["content/events/2019/2019-02-03-talks-begin.md"] = VALLEY[TALKS]
    found = compare(state(VALLEY), state(files))
    assert found.moved == (("talks-open", "talks-begin"),)
    assert (found.gone, found.new) == (("events/talks-open/index.html",), ("events/talks-begin/index.html",))
    assert [(event.id, change) for event, change in found.feed] == [("talks-begin", Change.ADDED)]


def test_an_event_that_tells_its_former_id_is_changed_and_loses_no_address_and_is_not_sent_again() -> None:
    files = edited(without=(TALKS,))
    text = VALLEY[TALKS].decode().replace("\n---\nTalks", "\nmoved_from: [talks-open]\n---\nTalks")
    files["content/events/2019/2019-02-03-talks-begin.md"] = text.encode()
    found = compare(state(VALLEY), state(files))
    (change,) = found.changed
    assert (change.before.id, change.after.id) == ("talks-open", "talks-begin")
    assert FieldChange("moved_from", None, ("talks-open",)) in change.fields
    assert (found.added, found.removed, found.moved, found.gone, found.feed, found.alone) == ((), (), (), (), (), ())
    assert found.new == ("events/talks-begin/index.html",)


def test_an_event_that_names_another_by_its_new_id_has_not_changed() -> None:
    files = edited((MARCH, "related: [town-contested]", "related: [town-held]"), without=(TOWN, TOWN_IN_ARABIC))
    files[TOWN.replace("contested", "held")] = VALLEY[TOWN].replace(
        b"both-hold-town]", b"both-hold-town, town-contested]"
    )
    files[TOWN_IN_ARABIC.replace("contested", "held")] = VALLEY[TOWN_IN_ARABIC]
    files[MARCH] = files[MARCH].replace(b"13-town-contested.md", b"13-town-held.md")
    found = compare(state(VALLEY), state(files))
    assert [(change.before.id, change.after.id) for change in found.changed] == [
        ("town-contested", "town-held"),
    ]
    assert found.gone == ()


def test_a_renamed_place_names_the_events_it_touches_and_changes_none_of_them() -> None:
    found = changes((PLACES, "en: Upper Town, ar", "en: High Town, ar"))
    (item,) = found.items
    assert (item.vocabulary, item.item.id, item.change, item.renamed) == ("places", "upper-town", Change.CHANGED, True)
    assert item.fields == (FieldChange("names[en]", "Upper Town", "High Town"),)
    assert item.events == ("march-begins", "town-contested")
    assert found.changed == ()


def test_a_phase_with_another_window_touches_those_that_enter_or_leave_it() -> None:
    phases = "content/vocabulary/phases.yaml"
    old = next(line for line in VALLEY[phases].decode().splitlines() if line.strip().startswith("date:"))
    (item,) = changes((phases, old, "  date: 2018-07")).items
    before, after = (state(files).chronicle.phases_of for files in (VALLEY, edited((phases, old, "  date: 2018-07"))))
    touched = {key for found in (before, after) for key, phases in found.items() if item.item.id in phases}
    assert set(item.events) == touched
    assert "bread-arrives" in touched


def test_a_claim_that_comes_to_rest_on_one_originator_is_named_with_it() -> None:
    found = changes((TOWN, "    publisher: wire\n", "    publisher: wire\n    via: [herald]\n"))
    assert [(event.id, publisher) for event, publisher in found.alone] == [("town-contested", "herald")]


def test_a_claim_that_rested_on_one_originator_before_is_not_new() -> None:
    assert changes((BREAD, "by boat in July, the", "by boat, the")).alone == ()


def test_another_grade_is_named() -> None:
    found = changes((TALKS, "confidence: reported", "confidence: disputed"))
    assert [(each.before.confidence, each.after.confidence) for each in found.graded] == [("reported", "disputed")]


def test_a_correction_sends_the_event_to_followers_of_the_feed_once_more() -> None:
    note = "corrections:\n  - date: 2026-12-01\n    note: Mended.\nsources:"
    found = changes((BREAD, "sources:", note))
    assert [(event.id, change) for event, change in found.feed] == [("bread-arrives", Change.CHANGED)]


def test_a_published_draft_is_an_added_event() -> None:
    found = changes((DRAFT, "draft: true\n", ""))
    assert ([event.id for event in found.added], found.drafts) == (["a-draft"], ())


def test_a_changed_draft_is_named_and_changes_nothing_for_readers() -> None:
    found = changes((DRAFT, "title: A draft", "title: The draft"))
    assert found == Changes((), (), (), (), ("a-draft",), (), (), (), (), (), (), (), ())


def test_an_event_that_becomes_a_draft_is_removed_for_readers() -> None:
    found = changes((TALKS, "confidence: reported", "confidence: reported\ndraft: true"))
    assert ([event.id for event in found.removed], found.drafts) == (["talks-open"], ("talks-open",))


def test_of_an_entry_with_problems_nothing_is_said() -> None:
    head = state(edited(without=(TALKS,)), unread=frozenset({"talks-open"}))
    found = compare(state(VALLEY), head)
    assert (found.removed, found.gone, found.unread) == ((), (), ("talks-open",))


def test_pages_and_settings_are_compared_too() -> None:
    base = state(VALLEY)
    about = "content/pages/about.md"
    head = state(edited((about, "title: ", "title: More ")))
    settings = ({"SITEURL": "https://one.example"}, {"SITEURL": "https://two.example"})
    found = compare(*(State(each.chronicle, settings=own) for each, own in zip((base, head), settings, strict=True)))
    (page,) = found.pages
    assert (page.path, page.change, [each.name for each in page.fields]) == (about, Change.CHANGED, ["title"])
    assert found.settings == (FieldChange("SITEURL", "https://one.example", "https://two.example"),)


@pytest.mark.parametrize("swap", [False, True])
def test_items_come_and_go_with_their_vocabulary(swap: bool) -> None:
    new = edited(
        (PLACES, "- id: old-ferry", "- id: mill\n  names: {en: Mill}\n  precision: unlocated\n- id: old-ferry")
    )
    one, two = (new, VALLEY) if swap else (VALLEY, new)
    (item,) = compare(state(one), state(two)).items
    assert (item.item.id, item.change, item.events) == ("mill", Change.REMOVED if swap else Change.ADDED, ())


def test_the_day_of_the_feed_is_the_day_of_the_last_change() -> None:
    assert state(VALLEY).feed["march-begins"] == datetime.date(2026, 11, 20)
