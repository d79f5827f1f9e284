"""The whole content in, everything that is published and every problem of every file out. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from timeline.entries.accepted import apply, read_accepted
from timeline.entries.cross import cross_check
from timeline.entries.decode import decode
from timeline.entries.desk import Desk
from timeline.entries.entry import Entry, entry_name, read_entry
from timeline.entries.event import Event, Translation
from timeline.entries.folder import ACCEPTED, collisions, role, stray
from timeline.entries.page import Page, read_page
from timeline.entries.problem import Problem
from timeline.entries.schema import MAX_FILE
from timeline.entries.sibling import read_sibling
from timeline.entries.vocabulary import Vocabularies
from timeline.entries.vocabulary_file import read_vocabularies

MAX_VOCABULARY = 4 * 1024 * 1024  # bytes; 10,000 places with their spellings are about 2 MiB


@dataclass(frozen=True, slots=True)
class Content:
    """What `content/` holds. events: in the order of the chronology, drafts among them; problems: sorted.

    files: how many files of each role were found; refused: paths of entries and pages that are not published.
    """

    events: tuple[Event, ...] = ()
    pages: tuple[Page, ...] = ()
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """True when nothing stops a build; warnings do not."""
        return all(problem.warning for problem in self.problems)

    def totals(self) -> str:
        """One line for people: entries in = published + drafts + refused."""
        drafts = sum(event.draft for event in self.events)
        refused = sum(role(path) == "entry" for path in self.refused)
        published = len(self.events) - drafts
        counts = f"{self.files.get('entry', 0)} entries: {published} published, {drafts} drafts, {refused} refused"
        pages = f"{self.files.get('page', 0)} pages: {len(self.pages)} published, {len(self.refused) - refused} refused"
        return f"{counts}; {pages}"


def check(files: Mapping[str, bytes], unread: Iterable[Problem] = ()) -> Content:
    """Read and check everything.

    files: bytes by POSIX path from the project's folder, all below `content/`; unread: problems of files not read.
    """
    desks: list[Desk] = []
    by_role: dict[str, list[str]] = defaultdict(list)
    for path in files:
        by_role[role(path)].append(path)
    texts = _texts(files, by_role, desks)
    vocabularies = read_vocabularies(
        {PurePosixPath(path).stem: (path, texts[path]) for path in by_role["vocabulary"] if path in texts}, desks
    )
    entries = list(_entries(by_role["entry"], texts, vocabularies, desks))
    siblings = _siblings(by_role["sibling"], texts, entries, vocabularies, desks)
    pages = list(_pages(by_role["page"], texts, desks))
    problems = [*unread, *(problem for desk in desks for problem in desk.problems)]
    problems += [stray(path) for path in by_role[""]]
    problems += collisions(files)
    problems += cross_check(entries, by_role["entry"], pages, vocabularies)
    if ACCEPTED in texts:
        desk = Desk(ACCEPTED)
        problems = apply(read_accepted(texts[ACCEPTED], desk), problems, ACCEPTED) + desk.problems
    bad = {problem.path for problem in problems if not problem.warning}
    return Content(
        events=_order(entries, siblings, bad),
        pages=tuple(
            sorted(
                (page for page in pages if page.path not in bad), key=lambda page: (page.order, page.id, page.language)
            )
        ),
        vocabularies=vocabularies,
        problems=tuple(sorted(set(problems))),
        files={name: len(paths) for name, paths in by_role.items() if name},
        refused=tuple(path for path in files if path in bad and role(path) in {"entry", "page"}),
    )


def _texts(files: Mapping[str, bytes], by_role: Mapping[str, list[str]], desks: list[Desk]) -> dict[str, str]:
    """The text of every file that has a role and can be decoded."""
    texts: dict[str, str] = {}
    for name, paths in sorted(by_role.items()):
        for path in paths if name else []:
            desk = Desk(path)
            text = decode(files[path], desk, MAX_VOCABULARY if name == "vocabulary" else MAX_FILE)
            desks.append(desk)
            if text is not None:
                texts[path] = text
    return texts


def _entries(
    paths: Iterable[str], texts: Mapping[str, str], vocabularies: Vocabularies, desks: list[Desk]
) -> Iterator[Entry]:
    for path in paths:
        desk = Desk(path, vocabularies)
        desks.append(desk)
        if path not in texts:
            entry_name(desk)
        elif entry := read_entry(texts[path], desk):
            yield entry


def _pages(paths: Iterable[str], texts: Mapping[str, str], desks: list[Desk]) -> Iterator[Page]:
    for path in paths:
        desk = Desk(path)
        desks.append(desk)
        if path in texts and (page := read_page(texts[path], desk)):
            yield page


def _siblings(
    paths: Iterable[str],
    texts: Mapping[str, str],
    entries: Iterable[Entry],
    vocabularies: Vocabularies,
    desks: list[Desk],
) -> dict[str, list[Translation]]:
    """Translations by the path of their original."""
    originals = {entry.event.path: entry.event for entry in entries}
    found: dict[str, list[Translation]] = defaultdict(list)
    for path in paths:
        desk = Desk(path, vocabularies)
        desks.append(desk)
        name = entry_name(desk)
        original = f"{path[: -len('.xx.md')]}.md"
        if name and original not in texts:
            desk.report(
                1,
                1,
                "file",
                "no-original",
                f"a translation must stand beside its original; add {original} or rename this file",
            )
        elif name and path in texts and original in originals:
            translation = read_sibling(texts[path], desk, name["language"], originals[original])
            if translation:
                found[original].append(translation)
    return found


def _order(entries: Iterable[Entry], siblings: Mapping[str, list[Translation]], bad: set[str]) -> tuple[Event, ...]:
    """The events in their total order: earliest day, shorter span first, then id."""
    events = (
        replace(entry.event, translations=tuple(siblings.get(entry.event.path, ())))
        for entry in entries
        if entry.event.path not in bad
    )
    return tuple(sorted(events, key=lambda event: (event.date.sort_key, event.id)))
