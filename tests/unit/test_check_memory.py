"""What `check` remembers never changes what it says: every kind of change, with a memory that is good, bad or missing."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import timeline.entries
from timeline.chronicle import doubles
from timeline.chronicle.review import review
from timeline.commands import check_memory
from timeline.commands.check import examine
from timeline.commands.check_base import changed_since, of_change
from timeline.commands.check_forms import Report, json
from timeline.commands.check_memory import Memory
from timeline.entries.check import check
from timeline.entries.plain import from_plain, plain
from timeline.entries.reading import Reading
from timeline.files.tree import read_tree

REPOSITORY = Path(__file__).resolve().parents[2]
ENTRY = "events/2018/2018-06-13-town-contested"
MARCH = "events/2018/2018-06-01-march-begins.md"
BREAD = "events/2018/2018-07-bread-arrives.md"
ACCEPTED = "- entry: {}\n  code: {}\n  reason: Looked at.\n"


def git(project: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(project), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site with a translation, pages and a draft; one page has a warning that was there before."""
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valley" / "content", tmp_path / "content")
    add(tmp_path, "pages/method.md", "\nSee [this](2018-06-14-town-contested.md).\n")
    (tmp_path / ".gitignore").write_text(".cache/\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "A small site")
    return tmp_path


def change(project: Path, name: str, was: str, now: str) -> None:
    """Replace the last place of a text in a file."""
    path = project / "content" / name
    before, found, after = path.read_text("utf-8").rpartition(was)
    assert found, (name, was)
    path.write_text(before + now + after, "utf-8")


def add(project: Path, name: str, text: str) -> None:
    with (project / "content" / name).open("a", encoding="utf-8") as file:
        file.write(text)


def again(project: Path, title: str) -> None:
    """The march told once more, from the same page, under another name and title of the page."""
    text = (project / "content" / MARCH).read_text("utf-8")
    text = re.sub(r"\nrelated:[^\n]*|\[Upper Town\]\([^)]*\)", "", text)
    text = text.replace("title: A march <begins>", f"title: {title}")
    (project / "content" / MARCH.replace("march-begins", "march-again")).write_text(text, "utf-8")


def rename(project: Path, was: str, now: str) -> None:
    (project / "content" / was).rename(project / "content" / now)


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "a text edited": lambda p: change(p, BREAD, "Bread", "Much bread"),
    "a title edited": lambda p: change(p, BREAD, "title: ", "title: Some "),
    "a value broken": lambda p: change(p, BREAD, "kind: ", "kind: un"),
    "a header broken": lambda p: change(p, BREAD, "places: [", "places: "),
    "a date moved": lambda p: change(p, BREAD, "date: 2018-07", "date: 2018-08-01"),
    "an entry added": lambda p: again(p, "Other"),
    "an entry removed": lambda p: (p / "content" / MARCH).unlink(),
    "an entry removed that others link to": lambda p: (p / "content" / f"{ENTRY}.md").unlink(),
    "an entry renamed": lambda p: rename(p, BREAD, "events/2018/2018-07-loaves-arrive.md"),
    "an entry in another folder too": lambda p: shutil.copytree(p / "content/events/2018", p / "content/events/2017"),
    "an entry made a draft": lambda p: change(p, BREAD, "\n---\n", "\ndraft: true\n---\n"),
    "a draft linked to": lambda p: change(p, BREAD, "\n---\n", "\nrelated: [a-draft]\n---\n"),
    "a broken link": lambda p: add(p, BREAD, "\nSee [it](2018-06-14-nobody.md).\n"),
    "a stale link": lambda p: add(p, BREAD, "\nSee [it](2018-06-14-town-contested.md).\n"),
    "bytes that are no text": lambda p: (p / "content" / BREAD).write_bytes(b"---\n\xff\n---\n"),
    "an item renamed": lambda p: change(p, "vocabulary/places.yaml", "id: old-ferry", "id: ferry"),
    "an item added": lambda p: add(p, "vocabulary/tags.yaml", "- id: bridges\n  names: {en: Bridges}\n"),
    "a vocabulary broken": lambda p: add(p, "vocabulary/tags.yaml", "- id: [\n"),
    "a vocabulary removed": lambda p: (p / "content/vocabulary/actors.yaml").unlink(),
    "a warning accepted": lambda p: add(p, "accepted.yaml", ACCEPTED.format(MARCH, "likely-double")),
    "the warning accepted": lambda p: add(p, "accepted.yaml", ACCEPTED.format("pages/method.md", "stale-link")),
    "an acceptance broken": lambda p: add(p, "accepted.yaml", "- entry: x\n"),
    "a translation edited": lambda p: change(p, f"{ENTRY}.ar.md", "[^wire]", "[^nobody]"),
    "a translation removed": lambda p: (p / "content" / f"{ENTRY}.ar.md").unlink(),
    "a translation without original": lambda p: shutil.copy(
        p / "content" / f"{ENTRY}.ar.md", p / "content/events/2018/2018-06-20-x.ar.md"
    ),
    "an original of a translation edited": lambda p: change(p, f"{ENTRY}.md", "id: wire", "id: telegraph"),
    "an original broken": lambda p: change(p, f"{ENTRY}.md", "title: ", "titel: "),
    "a page edited": lambda p: add(p, "pages/about.md", "\n# Loud\n"),
    "a page added": lambda p: (p / "content/pages/more.md").write_text("---\ntitle: M\norder: 9\n---\nMore.\n"),
    "a stray file": lambda p: (p / "content/events/2018/notes.txt").write_text("x"),
    "a base map": lambda p: (p / "content/basemap.yaml").write_text("plates: []\n"),
    "a link in the file system": lambda p: (p / "content/events/2018/x.md").symlink_to("nowhere"),
    "a double": lambda p: again(p, "A march <begins>"),
    "a double beside a title that differs": lambda p: again(p, "Something else altogether"),
}


def whole(project: Path, base: str) -> tuple[str, str, int]:
    """Problems, totals and how many are left out, of a check that remembers nothing."""
    tree = read_tree(project)
    content = check(tree.files, tree.problems)
    found = review(content, tree.files)
    shown = of_change(found, changed_since(project, base)) if base else found
    return repr(shown), content.totals(), len(found) - len(shown)


def said(report: Report) -> tuple[str, str, int]:
    return repr(report.problems), report.totals, report.elsewhere


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("base", ["", "HEAD"])
def test_a_check_that_remembers_says_what_one_says_that_does_not(project: Path, name: str, base: str) -> None:
    examine(project)
    assert (project / ".cache/check/known").is_file()
    CHANGES[name](project)
    expected = whole(project, base)
    form = json(examine(project, base=base))
    for _ in range(2):
        assert said(report := examine(project, base=base)) == expected
        assert json(report) == form
    shutil.rmtree(project / ".cache")
    assert said(report := examine(project, base=base)) == expected
    assert json(report) == form


def test_the_changes_of_these_tests_are_told(project: Path) -> None:
    """So that the test above compares something: each change but the harmless ones has problems of its own."""
    before, told = whole(project, "")[0], set[str]()
    for name, made in CHANGES.items():
        made(project)
        told |= {name} if whole(project, "")[0] != before else set()
        git(project, "checkout", "--quiet", "--", ".")
        git(project, "clean", "--quiet", "--force", "-d")
    assert CHANGES.keys() - told == {
        "nothing",
        "a text edited",
        "a title edited",
        "an entry made a draft",
        "an entry renamed",
        "a translation removed",
        "a page added",
    }


def test_only_what_was_changed_is_read_again(project: Path) -> None:
    reading = Reading(read_tree(project).files)
    assert reading.fresh == len(reading.files)
    change(project, BREAD, "Bread", "Much bread")
    later = Reading(read_tree(project).files, reading.known)
    assert (later.fresh, set(later.events)) == (1, {f"content/{BREAD}"})
    change(project, f"{ENTRY}.md", "Both armies", "The armies")
    assert Reading(read_tree(project).files, later.known).fresh == 2  # and its translation
    change(project, "vocabulary/tags.yaml", "names:", "names: ")
    assert Reading(read_tree(project).files, later.known).fresh == len(reading.files)


def test_what_is_known_is_the_same_as_plain_values_and_back() -> None:
    for folder in (REPOSITORY, REPOSITORY / "tests" / "sites" / "valley", REPOSITORY / "tests" / "invalid"):
        known = Reading(read_tree(folder).files).known
        assert from_plain(plain(known)) == known


def test_titles_that_were_compared_are_not_compared_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again(project, "Other")
    first = said(examine(project))
    assert "likely-double" in first[0]

    def unexpected(one: str, other: str) -> float:
        raise AssertionError((one, other))

    monkeypatch.setattr("timeline.chronicle.doubles.alike", unexpected)
    assert said(examine(project)) == first


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-7]),
    "a bit turned": lambda path: path.write_bytes(path.read_bytes()[:-400] + b"\0" + path.read_bytes()[-399:]),
    "of another version": lambda path: path.write_bytes(b"x" * 8 + path.read_bytes()[8:]),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "another text": lambda path: path.write_text("---\n"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_memory_is_as_none(project: Path, name: str) -> None:
    expected = said(examine(project))
    change(project, BREAD, "kind: ", "kind: un")
    DAMAGES[name](project / ".cache/check/known")
    assert Memory(project).known.told == {}
    assert said(examine(project)) == whole(project, "") != expected


def test_a_memory_that_cannot_be_written_is_done_without(project: Path) -> None:
    (project / ".cache").write_text("a file where the folder should be")
    assert said(examine(project)) == whole(project, "")
    assert [path.name for path in project.iterdir() if path.name.startswith(".c")] == [".cache"]


def test_other_code_or_another_python_remembers_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examine(project)
    assert Memory(project).known.told
    monkeypatch.setattr("sys.version", "another")
    assert Memory(project).known.told == {}
    monkeypatch.undo()
    copy = project / "entries"
    shutil.copytree(REPOSITORY / "plugins/timeline/entries", copy)
    monkeypatch.setattr("timeline.entries.__path__", [str(copy)])
    assert Memory(project).known.told
    (copy / "dates.py").write_text("# changed\n")
    assert Memory(project).known.told == {}
    monkeypatch.undo()
    monkeypatch.setattr("timeline.chronicle.doubles.__file__", str(copy / "dates.py"))
    assert Memory(project).known.told == {}


def test_where_little_was_new_nothing_is_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examine(project)
    first = (project / ".cache/check/known").read_bytes()
    change(project, BREAD, "Bread", "Much bread")
    monkeypatch.setattr(check_memory, "WORTH", 1)
    examine(project)
    assert (project / ".cache/check/known").read_bytes() == first
    monkeypatch.undo()
    examine(project)
    assert (project / ".cache/check/known").read_bytes() != first


def test_the_memory_holds_what_is_there_no_path_of_this_machine_and_nothing_else_stands_beside_it(
    project: Path,
) -> None:
    examine(project)
    again(project, "Other")
    examine(project)
    kept = (project / ".cache/check/known").read_bytes()
    assert b"march-again" in kept
    (project / "content" / MARCH.replace("march-begins", "march-again")).unlink()
    change(project, BREAD, "Bread", "Much bread")
    examine(project)
    kept = (project / ".cache/check/known").read_bytes()
    assert b"march-again" not in kept
    assert str(project).encode() not in kept
    assert str(REPOSITORY).encode() not in kept
    assert [path.name for path in (project / ".cache/check").iterdir()] == ["known"]


def test_every_library_that_an_answer_may_depend_on_is_in_the_stamp() -> None:
    roots = set[str]()
    for file in (*Path(timeline.entries.__path__[0]).glob("*.py"), Path(doubles.__file__)):
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.Import):
                roots |= {each.name.partition(".")[0] for each in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                roots.add(node.module.partition(".")[0])
    assert roots - sys.stdlib_module_names - {"timeline"} == set(check_memory.LIBRARIES)
