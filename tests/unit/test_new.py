"""`new`, `rename`, `source`: what they write, what they ask, what they refuse; nothing is half done."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from timeline.authoring.proposal import language_of, propose_id, publisher_of, read_date, source_id
from timeline.authoring.suggest import suggestions
from timeline.commands.new import new as command
from timeline.commands.rename import rename
from timeline.commands.source import source
from timeline.entries.check import Content, check
from timeline.files.tree import read_tree

VALLEY = Path(__file__).parents[1] / "sites" / "valley"
CONTESTED = "content/events/2018/2018-06-13-town-contested.md"
OPTIONS = {
    "title": "Bridge opens: traffic returns",
    "date": "14 June 2018",
    "kind": "control",
    "places": "upper-town",
    "confidence": "reported",
    "url": "https://www.herald.example/2018/bridge?page=2",
    "publisher": "herald",
    "language": "en",
    "says": "The bridge is open: cars cross.",
    "text": "The bridge was opened, the Herald reported.",
}
WRITTEN = """\
---
title: 'Bridge opens: traffic returns'
date: 2018-06-14
kind: control
places: [upper-town]
actors: []
confidence: reported
added: {today}
sources:
  - id: herald
    url: https://www.herald.example/2018/bridge?page=2
    publisher: herald
    language: en
    says: 'The bridge is open: cars cross.'
---
The bridge was opened, the Herald reported. [^herald]
"""


def new(project: Path, options: dict[str, str]) -> int:
    """Run `new` with each option once."""
    of_sources = ("url", "publisher", "language", "says")
    given = {name: value for name, value in options.items() if name not in of_sources}
    return command(project, given, {name: (options[name],) for name in of_sources if name in options})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of a small site."""
    shutil.copytree(VALLEY / "content", tmp_path / "content")
    return tmp_path


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))


def answers(monkeypatch: pytest.MonkeyPatch, *lines: str) -> Iterator[str]:
    """Let a terminal answer with `lines`; gives those not used yet."""
    left = iter(lines)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("builtins.input", lambda _question: next(left))
    return left


def checked(project: Path) -> Content:
    tree = read_tree(project)
    return check(tree.files, tree.problems)


def content(project: Path) -> dict[str, bytes]:
    return dict(read_tree(project).files)


def test_options_alone_write_an_entry_without_a_problem(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(project)
    assert new(project, OPTIONS) == 0
    path = "content/events/2018/2018-06-14-bridge-opens-traffic-returns.md"
    entry = (project / path).read_text("utf-8")
    today = entry.split("added: ")[1][:10]
    assert entry == WRITTEN.format(today=today)
    assert [problem for problem in checked(project).problems if problem.path == path] == []
    assert {name: data for name, data in content(project).items() if name != path} == before
    assert capsys.readouterr().out.startswith(f"Written: {path}\nNext: python3 tasks.py serve")


def test_without_a_terminal_all_that_is_missing_or_wrong_is_told_at_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(project)
    assert new(project, {"title": "A title", "date": "soon", "places": "uper-town", "url": "herald.example"}) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in told] == [
        *("--date", "--kind", "--places", "--confidence", "--url", "Nothing was written."),
    ]
    assert told[2] == (
        "--places: must be an id of content/vocabulary/places.yaml (found uper-town); "
        "did you mean upper-town or upper-town-south?"
    )
    assert content(project) == before


def test_a_person_is_asked_and_asked_again_until_the_answer_fits(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    left = answers(
        monkeypatch,
        *("", "Talks resume", "in spring", "June 2018", "2"),  # title, date twice, kind by number
        *("upp, old-ferry", "1"),  # one place by part of its name, one by id
        *("northern-army", "", "reported"),
        *("https://www.herald.example/9", "", "en", ""),  # the publisher is guessed, what it says is left out
        *("", "", "march-begins", "talks-resume"),  # no more sources, no text, an id that is taken, another
    )
    assert new(project, {}) == 0
    assert list(left) == []
    entry = (project / "content/events/2018/2018-06-talks-resume.md").read_text("utf-8")
    assert "date: 2018-06\n" in entry
    assert "places: [upper-town, old-ferry]\n" in entry
    assert "    publisher: herald\n    language: en\n---" in entry
    told = capsys.readouterr().out
    assert told.startswith("  must be given\n")
    assert "seasons are not supported" in told
    assert "  read as 2018-06\n" in told
    assert "must not be the id of another entry (found march-begins)" in told
    assert "sources[0].says: must be given" in told


def test_a_publisher_that_is_not_known_yet_stops_nobody(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {name: OPTIONS[name] for name in ("title", "date", "kind", "places", "confidence", "text")}
    left = answers(monkeypatch, "", "", "https://crier.example/9", "the crier", "", "", "en", "It opened.", "", "")
    assert command(project, given) == 0
    assert list(left) == []
    told = capsys.readouterr().out
    assert "left out: add it to content/vocabulary/publishers.yaml" in told
    problems = [problem for problem in checked(project).problems if not problem.warning]
    assert [(problem.field, problem.code) for problem in problems] == [("sources[0].publisher", "missing-key")]


@pytest.mark.parametrize("ending", [KeyboardInterrupt, EOFError])
def test_leaving_early_writes_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, ending: type[BaseException]
) -> None:
    def leave(question: str) -> str:
        if question.startswith("Id"):
            raise ending
        return ""

    before = content(project)
    answers(monkeypatch)
    monkeypatch.setattr("builtins.input", leave)
    assert new(project, OPTIONS) == 130
    assert content(project) == before


def test_several_sources_are_given_by_the_same_options_again(project: Path) -> None:
    given = {name: OPTIONS[name] for name in ("title", "date", "kind", "confidence", "text")}
    sources = {
        "url": ("https://www.herald.example/8", "https://wire.example/8"),
        "publisher": ("", "wire"),
        "language": ("en", "ar"),
        "says": ("It is open.", "It was opened."),
    }
    assert command(project, given, sources) == 0
    (event,) = (event for event in checked(project).events if event.title == OPTIONS["title"])
    assert [(each.id, each.publisher, each.language, each.says) for each in event.sources] == [
        ("herald", "herald", "en", "It is open."),
        ("wire", "wire", "ar", "It was opened."),
    ]
    assert event.cited == ("herald", "wire")


def test_options_of_sources_that_do_not_go_together_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(project)
    assert command(project, {}, {"url": ("https://a.example/1", "https://b.example/2"), "says": ("So.",)}) == 1
    assert capsys.readouterr().err.splitlines() == [
        "--says: must be given for each of the 2 sources, in the same order (found 1); '' where one is left out",
        "Nothing was written.",
    ]
    assert content(project) == before


def test_no_entry_is_ever_written_over(project: Path) -> None:
    assert new(project, OPTIONS) == 0
    before = content(project)
    assert new(project, OPTIONS) == 0
    made = content(project)
    assert {name: made[name] for name in before} == before
    assert set(made) - set(before) == {"content/events/2018/2018-06-14-bridge-opens-traffic-returns-2.md"}
    assert new(project, {**OPTIONS, "entry-id": "march-begins"}) == 1
    assert content(project) == made


def test_a_page_that_another_entry_cites_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    event = next(event for event in checked(project).events if event.path == CONTESTED)
    new(project, {**OPTIONS, "url": event.sources[0].url})
    assert f"note: {CONTESTED} cites this page already ({event.title})" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("2018-06-13", "2018-06-13"),
        ("14 June 2018", "2018-06-14"),
        ("2018-06-13 / 2018-06-15", "2018-06-13/2018-06-15"),
        ("'[2018-06-13..2018-06-15]'", "[2018-06-13..2018-06-15]"),
    ],
)
def test_a_date_is_read_in_any_form_that_means_one(typed: str, written: str) -> None:
    assert read_date(typed).text == written


@pytest.mark.parametrize(
    ("title", "proposed"),
    [
        ("The army enters Upper Town", "army-enters-upper-town"),
        ("13 killed in a strike", "killed-strike"),
        ("March begins", "march-begins-2"),
        ("دخول البلدة", "dkhwl-lbld"),
        ("…", ""),
    ],
)
def test_an_id_is_proposed_from_the_title(title: str, proposed: str) -> None:
    assert propose_id(title, {"march-begins"}) == proposed


def test_part_of_a_name_in_either_script_finds_its_place(project: Path) -> None:
    places = checked(project).vocabularies["places"]
    first = places.items["upper-town"]
    arabic = first.names["ar"]
    for typed in ("upp", "TOWN", "upper twon", arabic[:4], arabic):
        assert first in suggestions(typed, places), typed
    assert suggestions("zzz", places) == []
    assert suggestions("upper-town", places)[0] is first


ADDED = """\
- id: crier
  names: {en: Crier}
  language: ar
- id: gazette
  names: {en: Gazette}
  language: en
"""


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("https://www.herald.example/ar/news/1", "ar"),
        ("https://www.herald.example/arabic/1", "ar"),
        ("https://arabic.herald.example/1", "ar"),
        ("https://www.herald.example/xx/1", "en"),
        ("https://www.herald.example/", "en"),
    ],
)
def test_the_language_is_guessed_from_the_address_before_the_publisher(
    project: Path, address: str, language: str
) -> None:
    file = project / "content/vocabulary/publishers.yaml"
    file.write_text(file.read_text("utf-8") + ADDED, "utf-8")
    publishers = checked(project).vocabularies["publishers"]
    assert language_of(address, publishers, "gazette") == language


def test_the_publisher_is_guessed_by_host_and_the_source_named_after_it(project: Path) -> None:
    file = project / "content/vocabulary/publishers.yaml"
    file.write_text(
        file.read_text("utf-8")
        + "- id: daily\n  names: {en: Daily}\n  site: www.daily.example\n"
        + "- id: daily-sport\n  names: {en: Daily sport}\n  site: sport.daily.example\n",
        "utf-8",
    )
    publishers = checked(project).vocabularies["publishers"]
    assert publisher_of("https://daily.example/1", publishers) == "daily"
    assert publisher_of("https://en.daily.example/1", publishers) == "daily"
    assert publisher_of("https://www.sport.daily.example/1", publishers) == "daily-sport"
    assert publisher_of("https://notdaily.example/1", publishers) == ""
    assert source_id("daily", "https://daily.example/1", ["daily"]) == "daily-2"
    assert source_id("", "https://www.gazette.example.org/1", []) == "gazette"


def test_renaming_moves_an_entry_with_its_translation_and_changes_only_what_names_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accepted = "- entry: events/2018/2018-06-13-town-contested.ar.md\n  code: uncited\n  reason: Looked at.\n"
    accepted += "- entry: events/2018/2018-06-01-march-begins.md\n  code: likely-double\n  other: town-contested\n"
    accepted += "  reason: Two events.\n"
    (project / "content/accepted.yaml").write_text(accepted, "utf-8")
    page = project / "content/pages/about.md"
    link = "\nSee [it](../events/2018/2018-06-13-town-contested.md).\n"
    page.write_bytes((page.read_text("utf-8") + link + f"\n```\n{link}```\n").replace("\n", "\r\n").encode())
    before = content(project)
    assert rename(project, "town-contested", "upper-town-contested") == 0
    after = content(project)
    moved = {name: name.replace("-town-contested", "-upper-town-contested") for name in before}
    assert sorted(after) == sorted(moved.values())
    changed = {name for name in before if before[name] != after[moved[name]]}
    told = capsys.readouterr().out.splitlines()
    assert {line.split()[1] for line in told if line.startswith("changed")} == changed - {CONTESTED}
    assert [line.split()[1] for line in told if line.startswith("moved")] == [
        "content/events/2018/2018-06-13-town-contested.ar.md",
        CONTESTED,
    ]
    assert told[-2] == (
        "/events/town-contested/ will lead to the new address: the entry says "
        "`moved_from: [two-armies-in-town, both-hold-town, town-contested]`."
    )
    assert after["content/pages/about.md"] == before["content/pages/about.md"].replace(
        b"13-town-contested.md", b"13-upper-town-contested.md", 1
    )
    assert after["content/accepted.yaml"].decode() == accepted.replace("town-contested", "upper-town-contested")
    assert [problem for problem in checked(project).problems if not problem.warning] == []


@pytest.mark.parametrize(
    ("old", "new_id", "reason"),
    [
        ("town-contestd", "other", "must be the id of an entry; did you mean town-contested?"),
        ("town-contested", "march-begins", "must not be the id of another entry; choose another"),
        ("both-hold-town", "other", "must be the id of an entry; write town-contested, its id now"),
        ("talks-open", "both-hold-town", "must not be an id that another entry had before (town-contested)"),
        ("town-contested", "both-hold-town", "If town-contested was never published, add --unpublished"),
        ("town-contested", "Town!", "must be small Latin letters, digits and single hyphens"),
    ],
)
def test_what_cannot_be_renamed_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new_id: str, reason: str
) -> None:
    before = content(project)
    assert rename(project, old, new_id) == 1
    assert content(project) == before
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_renamed_entry_keeps_its_former_id_in_a_line_of_its_own(project: Path, end: str) -> None:
    file = project / "content/events/2018/2018-06-01-march-begins.md"
    before = file.read_bytes().replace(b"\n", end.encode())
    file.write_bytes(before)
    assert rename(project, "march-begins", "march-starts") == 0
    added = f"moved_from: [march-begins]{end}".encode()
    after = (project / "content/events/2018/2018-06-01-march-starts.md").read_bytes()
    assert f"related: [town-contested]{end}".encode() + added + f"---{end}".encode() in after
    assert after.replace(added, b"") == before
    assert checked(project).ok


@pytest.mark.parametrize(("old", "unpublished"), [("talks-open", True), ("a-draft", False)])
def test_an_entry_that_nobody_can_have_kept_leaves_its_id_behind(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, unpublished: bool
) -> None:
    assert rename(project, old, "other", unpublished=unpublished) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith(f"/events/{old}/ leads nowhere now.")
    assert [event.moved_from for event in checked(project).events if event.id == "other"] == [()]


def test_a_renaming_is_taken_back_without_a_trace(project: Path) -> None:
    before = content(project)
    assert rename(project, "march-begins", "march-starts") == 0
    assert rename(project, "march-starts", "march-begins", unpublished=True) == 0
    assert content(project) == before


def test_a_new_entry_does_not_take_an_id_that_another_had_before(project: Path) -> None:
    assert new(project, {**OPTIONS, "entry-id": "both-hold-town"}) == 1
    assert new(project, {**OPTIONS, "title": "Both hold town"}) == 0
    assert (project / "content/events/2018/2018-06-14-both-hold-town-2.md").is_file()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_source_is_added_and_every_other_byte_stays(project: Path, end: str) -> None:
    file = project / CONTESTED
    file.write_bytes(file.read_bytes().replace(b"\n", end.encode()))
    before = file.read_bytes()
    given = {"publisher": "wire", "language": "ar", "says": "Confirms: it is so."}
    assert source(project, "town-contested", "https://wire.example/99", given) == 0
    lines = (
        *("  - id: wire-2", "    url: https://wire.example/99", "    publisher: wire"),
        *("    language: ar", "    says: 'Confirms: it is so.'"),
    )
    added = "".join(f"{line}{end}" for line in lines).encode()
    assert added in file.read_bytes()
    assert file.read_bytes().replace(added, b"") == before
    unread = [problem.code for problem in checked(project).problems if not problem.warning]
    assert unread == ["never-cited"]


def test_an_entry_is_found_by_an_id_that_it_had_before(project: Path) -> None:
    given = {"publisher": "wire", "language": "ar", "says": "It is so."}
    assert source(project, "both-hold-town", "https://wire.example/99", given) == 0
    assert "https://wire.example/99" in (project / CONTESTED).read_text("utf-8")


def test_an_archived_copy_is_added_in_its_place(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / CONTESTED
    before = file.read_text("utf-8")
    copy = "https://archive.example/wire"
    assert source(project, "town-contested", copy, {}, archive_of="wire") == 0
    assert file.read_text("utf-8").replace(f"    archive: {copy}\n", "") == before
    event = next(event for event in checked(project).events if event.path == CONTESTED)
    assert [each.archive for each in event.sources if each.id == "wire"] == [copy]
    assert source(project, "town-contested", copy, {}, archive_of="wire") == 1
    assert f"wire: has an archived copy already, {copy}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("town-contestd", "https://wire.example/9"), "did you mean town-contested?"),
        (("town-contested", "wire.example/9"), "must be an address that begins with https://"),
        (("town-contested", "https://wire.example/9", {}, "wir"), "a source of the entry; did you mean wire?"),
        (("town-contested", "https://wire.example/9", {}, "zz"), "a source of the entry; its sources are herald, wire"),
        (("town-contested", "https://wire.example/9"), "--publisher: must be given"),
    ],
)
def test_what_cannot_be_added_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], words: tuple[Any, ...], reason: str
) -> None:
    before = content(project)
    key, address, *further = words
    assert source(project, key, address, *(further or [{}])) == 1
    assert content(project) == before
    assert reason in capsys.readouterr().err
