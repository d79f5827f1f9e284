"""The check of a whole folder, on folders made from the real content."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from timeline.entries.check import check
from timeline.entries.folder import role
from timeline.files.tree import read_tree

ENTRY_LINK = re.compile(r"\[([^\]^]+)\]\((?:\.\./\d{4}/)?[\w-]+\.md\)")
REPOSITORY = Path(__file__).resolve().parents[2]

# A mistake: its name, the field that the report must name, text to find in an entry, text to put there (first find).
FAULTS = [
    ("title misspelled", "titel", "title: ", "titel: "),
    ("date in words", "date", "\ndate: ", "\ndate: June of "),
    ("kind unknown", "kind", "\nkind: ", "\nkind: un"),
    ("place unknown", "places[0]", "\nplaces: [", "\nplaces: [nowhere-at-all, "),
    ("list not closed", "places", "]\nactors", "\nactors"),
    ("actor in capitals", "actors[0]", "\nactors: [", "\nactors: [SDF-X, "),
    ("grade unknown", "confidence", "\nconfidence: ", "\nconfidence: very "),
    ("day of adding vague", "added", "\nadded: 2026-11-25", "\nadded: 2026-11"),
    ("address without scheme", "sources[0].url", "    url: http", "    url: ttp"),
    ("language in full", "sources[0].language", "    language: ", "    language: Language of "),
    ("says empty", "sources[0].says", "    says: ", "    says:\n    sayz: "),
    ("source id in capitals", "sources[0].id", "  - id: ", "  - id: The "),
    ("unknown key", "colour", "\nkind: ", "\ncolour: red\nkind: "),
    ("reserved key", "media", "\nkind: ", "\nmedia: [x]\nkind: "),
    ("duplicate key", "kind", "\nkind: ", "\nkind: x\nkind: "),
    ("raw HTML", "body", "\n---\n", "\n---\n<div>x</div> "),
    ("heading", "body", "\n---\n", "\n---\n# Heading\n\n"),
    ("unknown mark", "body", "\n---\n", "\n---\nIt began. [^nobody-said-so]\n\n"),
    ("dead link", "body", "\n---\n", "\n---\nAs [before](2018-06-17-never-written.md). "),
    ("tab", "title", "title: ", "title:\t"),
]


def entries(count: int) -> dict[str, bytes]:
    """The real content with only `count` of its entries that every fault can be planted in."""
    files = dict(read_tree(REPOSITORY).files)
    paths = [path for path in files if role(path) == "entry"]
    fit = [path for path in paths if all(find.encode() in files[path] for _, _, find, _ in FAULTS)]
    assert len(fit) >= count
    for path in set(paths) - set(fit[:count]):
        del files[path]
    return {path: unlinked(data) if role(path) == "entry" else data for path, data in files.items()}


def unlinked(data: bytes) -> bytes:
    """An entry without its links to other entries, which may be among those left out."""
    lines = [line for line in data.decode().split("\n") if not line.startswith("related:")]
    return ENTRY_LINK.sub(r"\1", "\n".join(lines)).encode()


def test_sixty_faults_in_sixty_entries_are_each_named_with_file_line_and_field() -> None:
    files = entries(60)
    paths = [path for path in files if role(path) == "entry"]
    random.Random(1).shuffle(paths)
    expected = {}
    for at, path in enumerate(paths):
        name, field, find, put = FAULTS[at % len(FAULTS)]
        text = files[path].decode()
        files[path] = text.replace(find, put, 1).encode()
        expected[path] = (name, field, text[: text.index(find)].count("\n") + 1)
    checked = check(files)
    errors = [problem for problem in checked.problems if not problem.warning]
    assert {problem.path for problem in errors} == set(paths)
    for path, (name, field, line) in expected.items():
        told = [(problem.field, problem.line) for problem in errors if problem.path == path]
        assert any(each == field and line <= at <= line + 2 for each, at in told), (path, name, told)
    assert checked.events == ()
    assert not checked.ok


def test_every_entry_is_published_a_draft_or_refused() -> None:
    checked = check(read_tree(REPOSITORY).files)
    drafts = sum(event.draft for event in checked.events)
    published = len(checked.events) - drafts
    assert checked.totals().startswith(
        f"{published + drafts} entries: {published} published, {drafts} drafts, 0 refused"
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_the_files_changes_nothing(seed: int) -> None:
    files = list(read_tree(REPOSITORY / "tests" / "invalid").files.items())
    first = check(dict(files)).problems
    random.Random(seed).shuffle(files)
    assert check(dict(files)).problems == first
