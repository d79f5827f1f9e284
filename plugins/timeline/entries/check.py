"""The whole content in, everything that is published and every problem of every file out. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from timeline.entries.accepted import LATER, Acceptance, apply, read_accepted
from timeline.entries.basemap import Basemap, read_basemap
from timeline.entries.cross import cross_check, current_ids
from timeline.entries.decode import decode
from timeline.entries.desk import START, Desk
from timeline.entries.entry import Entry, entry_name, read_entry
from timeline.entries.event import Event
from timeline.entries.folder import ACCEPTED, BASEMAP, collisions, role, stray
from timeline.entries.page import Page, read_page
from timeline.entries.problem import Problem
from timeline.entries.schema import MAX_FILE
from timeline.entries.sibling import Sibling, read_sibling
from timeline.entries.vocabulary import Vocabularies
from timeline.entries.vocabulary_file import read_vocabularies

SMALL = frozenset({"entry", "sibling", "page", "accepted"})  # roles of files that are held to MAX_FILE
MAX_VOCABULARY = 4 * 1024 * 1024  # bytes; 10,000 places with their spellings are about 2 MiB


@dataclass(frozen=True, slots=True)
class Content:
    """What `content/` holds. events: in the order of the chronology, drafts among them; problems: sorted.

    files: how many files of each role were found; refused: paths of entries and pages that are not published.
    accepted: the warnings accepted in advance of which only all events together can show whether they are given.
    """

    events: tuple[Event, ...] = ()
    pages: tuple[Page, ...] = ()
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    basemap: Basemap | None = None
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    accepted: tuple[Acceptance, ...] = ()

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
    reading = _Reading(files)
    reading.read_vocabularies()
    entries = list(reading.entries())
    siblings = reading.siblings(entries)
    pages = list(reading.pages())
    basemap = reading.basemap()
    problems = [*unread, *collisions(files), *map(stray, reading.paths[""])]
    problems += cross_check(entries, siblings, pages, reading.paths, reading.vocabularies)
    problems = reading.settle(problems)
    bad = {problem.path for problem in problems if not problem.warning}
    return Content(
        events=_order(entries, siblings, bad),
        pages=_pages_in_order(page for page in pages if page.path not in bad),
        vocabularies=reading.vocabularies,
        basemap=basemap,
        problems=tuple(sorted(set(problems))),
        files={name: len(paths) for name, paths in reading.paths.items() if name},
        refused=tuple(path for path in sorted(files) if path in bad and role(path) in {"entry", "page"}),
        accepted=reading.accepted_later,
    )


class _Reading:
    """One pass over the folder: paths by role, texts that could be decoded, a desk for every file that has a role."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.paths: dict[str, list[str]] = defaultdict(list)
        self.texts: dict[str, str] = {}
        self.desks: dict[str, Desk] = {}
        self.vocabularies = Vocabularies()
        self.accepted_later: tuple[Acceptance, ...] = ()
        for path, data in sorted(files.items()):
            name = role(path)
            self.paths[name].append(path)
            if name:
                self._decode(path, data, MAX_FILE if name in SMALL else MAX_VOCABULARY)

    def _decode(self, path: str, data: bytes, limit: int) -> None:
        desk = self.desks[path] = Desk(path)
        text = decode(data, desk, limit)
        if text is not None:
            self.texts[path] = desk.text = text

    def read_vocabularies(self) -> None:
        """Read what entries may refer to; everything after checks its ids against it."""
        files = [path for path in self.paths["vocabulary"] if path in self.texts]
        texts = {PurePosixPath(path).stem: (self.desks[path], self.texts[path]) for path in files}
        self.vocabularies = read_vocabularies(texts)
        for desk in self.desks.values():
            desk.vocabularies = self.vocabularies

    def entries(self) -> Iterator[Entry]:
        """The entries that could be read, in the order of their paths."""
        for path in self.paths["entry"]:
            if path not in self.texts:
                entry_name(self.desks[path])
            elif entry := read_entry(self.texts[path], self.desks[path]):
                yield entry

    def pages(self) -> Iterator[Page]:
        """The pages that could be read."""
        for path in self.paths["page"]:
            if path in self.texts and (page := read_page(self.texts[path], self.desks[path])):
                yield page

    def basemap(self) -> Basemap | None:
        """The ground of the map; None when there is no such file or it could not be read."""
        return read_basemap(self.texts[BASEMAP], self.desks[BASEMAP]) if BASEMAP in self.texts else None

    def siblings(self, entries: Iterable[Entry]) -> dict[str, list[Sibling]]:
        """Translations by the path of their original."""
        originals = {entry.event.path: entry.event for entry in entries}
        found: dict[str, list[Sibling]] = defaultdict(list)
        for path in self.paths["sibling"]:
            desk = self.desks[path]
            name = entry_name(desk)
            original = f"{path[: -len('.xx.md')]}.md"
            if name and original not in self.desks:
                must = f"a translation must stand beside its original; add {original} or rename this file"
                desk.report(START, "file", "no-original", must)
            elif name and path in self.texts and original in originals:
                made = read_sibling(self.texts[path], desk, name["language"], originals[original])
                found[original] += [made] if made else []
        return found

    def settle(self, problems: Iterable[Problem]) -> list[Problem]:
        """All problems: the given ones and those on the desks, without the warnings that were accepted."""
        accepted = read_accepted(self.texts[ACCEPTED], self.desks[ACCEPTED]) if ACCEPTED in self.texts else ()
        self.accepted_later = tuple(each for each in accepted if each.code in LATER)
        found = [*problems, *(problem for desk in self.desks.values() for problem in desk.problems)]
        return apply(
            [each for each in accepted if each.code not in LATER],
            found,
            ACCEPTED,
            whole=all(problem.warning for problem in found),
        )


def _order(
    entries: Sequence[Entry], siblings: Mapping[str, Sequence[Sibling]], bad: Collection[str]
) -> tuple[Event, ...]:
    """The good events in their total order: earliest day, shorter span first, then id."""
    now = current_ids(entry.event for entry in entries)
    events = [_following(entry.event, now) for entry in entries if entry.event.path not in bad]
    for at, event in enumerate(events):
        if beside := siblings.get(event.path):
            translations = (each.translation for each in beside if each.translation.path not in bad)
            events[at] = replace(event, translations=tuple(translations))
    return tuple(sorted(events, key=lambda event: (event.date.sort_key, event.id)))


def _following(event: Event, now: Mapping[str, str]) -> Event:
    """The event with the others that it names under the ids that they have now."""
    if now.keys().isdisjoint((*event.related, *event.mentions)):
        return event
    named = (dict.fromkeys(now.get(key, key) for key in keys) for keys in (event.related, event.mentions))
    related, mentions = map(tuple, named)
    return replace(event, related=related, mentions=mentions)


def _pages_in_order(pages: Iterable[Page]) -> tuple[Page, ...]:
    return tuple(sorted(pages, key=lambda page: (page.order, page.id, page.language)))
