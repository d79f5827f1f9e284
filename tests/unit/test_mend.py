"""Fixes applied in memory: what follows from what, what is left alone, and what is refused."""

from __future__ import annotations

import pytest

from timeline.entries.check import check
from timeline.entries.fix import ClobberError, Edit
from timeline.entries.mend import Files, mend
from timeline.entries.problem import Problem

HEADER = """---
title: Town taken
date: 2018-06-17
kind: control
places: [hajin]
actors: []
confidence: reported
added: 2026-11-25
sources:
  - id: herald
    url: https://herald.example/1
    publisher: herald
    language: en
    says: The army entered the town.
"""
BODY = "---\nThe army entered the town. [^herald]\n"
VOCABULARY = {
    "kinds": "- id: control\n  names: {en: Control}\n  colour: earth\n  shape: square\n",
    "confidence": "- id: reported\n  names: {en: Reported}\n",
    "places": "- id: hajin\n  names: {en: Hajin}\n  aliases: [Hajeen]\n  precision: unlocated\n",
    "publishers": "- id: herald\n  names: {en: Herald}\n",
}
TAKEN = "content/events/2018/2018-06-17-taken.md"


def content(**entries: str) -> Files:
    """A content folder: vocabularies and entries, `taken` under its right name and others as given."""
    files = {f"content/vocabulary/{name}.yaml": text.encode() for name, text in VOCABULARY.items()}
    return files | {path: text.encode() for path, text in entries.items()}


def problems(files: Files) -> tuple[Problem, ...]:
    return check(files).problems


def mended(files: Files) -> tuple[Files, list[str]]:
    after, changes = mend(files, problems)
    return after, list(map(str, changes))


def test_a_renamed_entry_takes_its_translation_links_and_acceptances_with_it() -> None:
    old, new = "content/events/2018/2018-06-18-taken", "content/events/2019/2019-01-02-taken"
    other = "content/events/2018/2018-06-17-other.md"
    accepted = "- entry: events/2018/2018-06-18-taken.md\n  code: uncited-paragraph\n  reason: A list.\n"
    files = content(
        **{
            f"{old}.md": HEADER.replace("date: 2018-06-17", "date: 2019-01-02") + BODY + "\nMore.\n",
            f"{old}.ar.md": "---\ntitle: أ\n---\nانظر [هنا](2018-06-17-other.md). [^herald]\n",
            other: HEADER + BODY.replace("the town", "[the town](2018-06-18-taken.md)"),
            "content/pages/about.md": "---\ntitle: About\norder: 1\n---\nSee [it](../events/2018/2018-06-18-taken.md).\n",
            "content/accepted.yaml": accepted,
        }
    )
    after, changes = mended(files)
    assert changes == [
        f"{old}.ar.md:1: renamed to events/2019/2019-01-02-taken.ar.md",
        f"{old}.md:1: renamed to events/2019/2019-01-02-taken.md",
        "content/accepted.yaml:1: events/2018/2018-06-18-taken.md -> events/2019/2019-01-02-taken.md",
        f"{other}:16: 2018-06-18-taken.md -> ../2019/2019-01-02-taken.md",
        f"{new}.ar.md:4: 2018-06-17-other.md -> ../2018/2018-06-17-other.md",
        "content/pages/about.md:5: ../events/2018/2018-06-18-taken.md -> ../events/2019/2019-01-02-taken.md",
    ]
    assert problems(after) == ()
    assert set(after) == {path.replace(old, new) for path in files}
    assert after[f"{new}.md"] == files[f"{old}.md"]
    assert mend(after, problems) == (after, [])


@pytest.mark.parametrize("there", ["2018-06-17-taken.md", "2018-06-17-Taken.md"])
def test_nothing_is_mended_where_a_rename_would_take_the_place_of_a_file(there: str) -> None:
    files = content(**{"content/events/2018/2018-06-18-taken.md": HEADER + BODY, f"content/events/2018/{there}": "x"})
    with pytest.raises(ClobberError, match=r"2018-06-18-taken\.md: the name that follows the date must be free"):
        mend(files, problems)


def test_a_name_that_is_taken_by_what_was_not_read_is_not_used() -> None:
    files = content(**{"content/events/2018/2018-06-18-taken.md": HEADER + BODY})
    with pytest.raises(ClobberError):
        mend(files, problems, taken=[TAKEN])


def test_line_ends_of_windows_stay() -> None:
    text = HEADER.replace("places: [hajin]", "places:\n  - Hajeen").replace("kind: control\n", "") + "kind: control\n"
    files = content(**{TAKEN: (text + BODY).replace("\n", "\r\n")})
    after, _ = mended(files)
    assert after[TAKEN].decode() == (HEADER + BODY).replace("\n", "\r\n")


def test_keys_beside_a_comment_are_told_and_left() -> None:
    text = HEADER.replace("kind: control\n", "") + "# what it was\nkind: control\n" + BODY
    files = content(**{TAKEN: text})
    assert [problem.code for problem in problems(files)] == ["key-order"]
    assert mended(files) == (files, [])


@pytest.mark.parametrize(
    "places",
    [
        "places:\n  - hajin # the town\n  - hajin-2",
        "places: [hajin, # the town\n  hajin-2]",
        "places:\n  # towns\n  - hajin",
        "places: 'hajin, and around'",
        "places:\n  - 'hajin'",
    ],
)
def test_a_list_with_more_than_ids_is_told_and_left(places: str) -> None:
    files = content(**{TAKEN: HEADER.replace("places: [hajin]", places) + BODY})
    assert {"list-lines", "not-a-list"} & {problem.code for problem in problems(files)}
    assert mended(files) == (files, [])


@pytest.mark.parametrize(
    "places", ["places: [hajin,\n  springs]", "places:\n- hajin\n- springs", "places: hajin, springs"]
)
def test_a_list_of_ids_comes_onto_one_line(places: str) -> None:
    files = content(**{TAKEN: HEADER.replace("places: [hajin]", places) + BODY})
    after, _ = mended(files)
    assert b"\nplaces: [hajin, springs]\nactors" in after[TAKEN]


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ("14 June 2018", "2018-06-14"),
        ("June 14th, 2018", "2018-06-14"),
        ("'14 June 2018'", "2018-06-14"),
        ("2018-6-3", "2018-06-03"),
        ("2018–06–03", "2018-06-03"),
        ("2018.06.03", "2018-06-03"),
        ("June 2018", "2018-06"),
        ("06/2018", "2018-06"),
        ("[2018-06-13..2018-06-15]", "'[2018-06-13..2018-06-15]'"),
    ],
)
def test_a_date_that_can_be_read_in_one_way_is_rewritten(written: str, now: str) -> None:
    files = content(**{TAKEN: HEADER.replace("date: 2018-06-17", f"date: {written}") + BODY})
    fixes = [problem.fix for problem in problems(files) if problem.code in {"date", "date-not-quoted"}]
    assert fixes == [Edit(3, 7, written, now)]


@pytest.mark.parametrize(
    "written",
    [
        "04/06/2018", "14-16 June 2018", "2018-06-31", "31 June 2018", "2018-06-14T10:00", "c. 2018-06-14",
        "2018-06-14/", "2018-06-19/2018-06-17", "'[2018-06-14/2018-06-15]'", "2018-06-XX", "summer 2018", "[June, July]",
        "13/06/18", "about June 2018",
    ],
)  # fmt: skip
def test_a_date_that_needs_a_decision_is_left_to_people(written: str) -> None:
    files = content(**{TAKEN: HEADER.replace("date: 2018-06-17", f"date: {written}") + BODY})
    assert [(problem.field, problem.fix) for problem in problems(files)] == [("date", None)]


def test_a_name_of_two_places_is_left_to_people() -> None:
    files = content(**{TAKEN: HEADER.replace("[hajin]", "[Springs]") + BODY})
    more = "- id: east\n  names: {en: Springs}\n  precision: unlocated\n- id: west\n  names: {en: Springs}\n  precision: unlocated\n"
    files["content/vocabulary/places.yaml"] += more.encode()
    found = [(str(problem), problem.fix) for problem in problems(files)]
    must = "must be an id; write east or west (found Springs, which can mean each)"
    assert found == [(f"{TAKEN}:5:10: places[0]: {must}", None)]


def test_an_edit_that_does_not_fit_the_file_is_not_applied() -> None:
    wrong = Problem(TAKEN, 2, 8, "title", "x", "", fix=Edit(2, 8, "City", "Town"))
    files = {TAKEN: b"---\ntitle: Town\n"}
    assert mend(files, lambda _files: [wrong]) == (files, [])


def test_of_two_edits_that_overlap_the_smaller_is_made_first() -> None:
    def found(files: Files) -> list[Problem]:
        text = files["x"].decode()
        wide = Problem("x", 1, 1, "", "wide", "", fix=Edit(1, 1, "b: B\na: 1", "a: 1\nb: B"))
        upper = Problem("x", 1, 4, "", "upper", "", fix=Edit(1, 4, "B", "2"))
        wide_after = Problem("x", 1, 1, "", "wide", "", fix=Edit(1, 1, "b: 2\na: 1", "a: 1\nb: 2"))
        return [wide, upper] if "B" in text else [wide_after] if text.startswith("b") else []

    after, changes = mend({"x": b"b: B\na: 1"}, found)
    assert after == {"x": b"a: 1\nb: 2"}
    assert list(map(str, changes)) == ["x:1: B -> 2", "x:1: b: 2 a: 1 -> a: 1 b: 2"]
