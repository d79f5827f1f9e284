"""One pass over the content folder: what each file gives, read from its text or known from an earlier pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from timeline.entries.accepted import Acceptance, read_accepted
from timeline.entries.decode import decode
from timeline.entries.desk import START, Desk
from timeline.entries.entry import entry_name, read_entry
from timeline.entries.event import Event
from timeline.entries.folder import ACCEPTED, BASEMAP, role
from timeline.entries.gist import Gist, Leaf, gist
from timeline.entries.problem import Problem
from timeline.entries.schema import MAX_FILE
from timeline.entries.vocabulary import Vocabularies

if TYPE_CHECKING:  # what reads them is imported where a file of theirs must be read: most checks read one entry alone
    from timeline.entries.basemap import Basemap
    from timeline.entries.page import Page
    from timeline.entries.sibling import Sibling

SMALL = frozenset({"entry", "sibling", "page", "accepted"})  # roles of files that are held to MAX_FILE
MAX_VOCABULARY = 4 * 1024 * 1024  # bytes; 10,000 places with their spellings are about 2 MiB


class Told(NamedTuple):
    """What a file gave: its problems, and by its role the gist of an entry, a leaf, or acceptances.

    given: the bytes that it was read from, its own and of a translation those of the original (None: not there).
    """

    given: tuple[bytes | None, ...]
    problems: tuple[Problem, ...]
    gist: Gist | None = None
    leaf: Leaf | None = None
    accepted: tuple[Acceptance, ...] = ()


EMPTY = Told((), ())


class Known(NamedTuple):
    """What an earlier pass came to; files that give the same bytes need not be read again. told: by path.

    vocabulary: the bytes of the vocabulary files by path; where they differ nothing of this holds.
    """

    vocabulary: Mapping[str, bytes]
    vocabularies: Vocabularies
    told: Mapping[str, Told]


NOTHING = Known({}, Vocabularies(), {})


class Reading:
    """One pass. paths: by role, sorted; told: by path, as far as it was read; the rest: what was made of texts."""

    def __init__(self, files: Mapping[str, bytes], known: Known = NOTHING) -> None:
        self.files = files
        self.paths: dict[str, list[str]] = defaultdict(list)
        for path in sorted(files):
            self.paths[role(path)].append(path)
        self.told: dict[str, Told] = {}
        self.fresh = 0  # how many files were read, and not known
        self.events: dict[str, Event] = {}
        self.pages: dict[str, Page] = {}
        self.siblings: dict[str, Sibling] = {}
        self.basemap: Basemap | None = None
        self._read_vocabularies(known)
        self._read_files()

    @property
    def known(self) -> Known:
        """What this pass came to, for the next."""
        return Known({path: self.files[path] for path in self.paths["vocabulary"]}, self.vocabularies, self.told)

    def gists(self) -> list[Gist]:
        """Of the entries that could be read, in the order of their paths."""
        return [found for path in self.paths["entry"] if (found := self.told[path].gist)]

    def page_leaves(self) -> list[Leaf]:
        """Of the pages that could be read."""
        return [found for path in self.paths["page"] if (found := self.told[path].leaf)]

    def sibling_leaves(self) -> Mapping[str, list[Leaf]]:
        """Of the translations that could be read, by the path of their original."""
        found: dict[str, list[Leaf]] = defaultdict(list)
        for path in self.paths["sibling"]:
            if leaf := self.told[path].leaf:
                found[_original(path)].append(leaf)
        return found

    def problems(self) -> Iterator[Problem]:
        """Those of every file."""
        for path in sorted(self.told):
            yield from self.told[path].problems

    def accepted(self) -> tuple[Acceptance, ...]:
        """The warnings that are accepted."""
        return self.told[ACCEPTED].accepted if ACCEPTED in self.told else ()

    def _read_vocabularies(self, known: Known) -> None:
        """What entries may refer to; everything after checks its ids against it."""
        files = {path: self.files[path] for path in self.paths["vocabulary"]}
        same = files == known.vocabulary
        self._known = known.told if same else NOTHING.told
        if same and files:
            self.vocabularies = known.vocabularies
            self.told |= {path: self._known[path] for path in files}
            return
        from timeline.entries.vocabulary_file import read_vocabularies

        desks = {path: Desk(path) for path in files}
        texts = {path: decode(files[path], desks[path], MAX_VOCABULARY) for path in files}
        for path, text in texts.items():
            desks[path].text = text or ""
        given = {PurePosixPath(path).stem: (desks[path], text) for path, text in texts.items() if text is not None}
        self.vocabularies = read_vocabularies(given)
        self.told |= {path: Told((files[path],), tuple(desk.problems)) for path, desk in desks.items()}
        self.fresh += len(files)

    def _read_files(self) -> None:
        for path in self.paths["entry"]:
            self._tell(path, self._entry, self.files[path])
        for path in self.paths["sibling"]:
            self._tell(path, self._sibling, self.files[path], self.files.get(_original(path)))
        for path in self.paths["page"]:
            self._tell(path, self._page, self.files[path])
        for path, read in ((BASEMAP, self._basemap), (ACCEPTED, self._accepted)):
            if path in self.files:
                self._tell(path, read, self.files[path])

    def _tell(self, path: str, read: Callable[[str | None, Desk], Told], *given: bytes | None) -> None:
        """Note what is known of a file; read it where that came of other bytes."""
        known = self._known.get(path)
        if known is None or known.given != given:
            self.fresh += 1
            desk, text = self._open(path)
            known = read(text, desk)._replace(given=given, problems=tuple(desk.problems))
        self.told[path] = known

    def _open(self, path: str) -> tuple[Desk, str | None]:
        """A desk for a file, and its text if it can be decoded."""
        desk = Desk(path, self.vocabularies)
        text = decode(self.files[path], desk, MAX_FILE if role(path) in SMALL else MAX_VOCABULARY)
        desk.text = text or ""
        return desk, text

    def _entry(self, text: str | None, desk: Desk) -> Told:
        if text is None:
            entry_name(desk)
        elif entry := read_entry(text, desk):
            self.events[desk.path] = entry.event
            return EMPTY._replace(gist=gist(entry.event, entry.links, entry.former))
        return EMPTY

    def _sibling(self, text: str | None, desk: Desk) -> Told:
        from timeline.entries.sibling import read_sibling

        name, original = entry_name(desk), _original(desk.path)
        if name and original not in self.files:
            must = f"a translation must stand beside its original; add {original} or rename this file"
            desk.report(START, "file", "no-original", must)
        event = self._event(original) if name and original in self.files else None
        made = read_sibling(text, desk, name["language"], event) if name and event and text is not None else None
        if made is None:
            return EMPTY
        self.siblings[desk.path] = made
        return EMPTY._replace(leaf=Leaf(desk.path, made.links))

    def _event(self, path: str) -> Event | None:
        """The event of an entry, read again where only its gist is known; None where it cannot be read."""
        if path not in self.events and self.told[path].gist:
            desk, text = self._open(path)
            entry = read_entry(text or "", desk)
            return entry.event if entry else None
        return self.events.get(path)

    def _page(self, text: str | None, desk: Desk) -> Told:
        from timeline.entries.page import read_page

        if text is not None and (page := read_page(text, desk)):
            self.pages[desk.path] = page
            return EMPTY._replace(leaf=Leaf(desk.path, page.links))
        return EMPTY

    def _basemap(self, text: str | None, desk: Desk) -> Told:
        from timeline.entries.basemap import read_basemap

        self.basemap = None if text is None else read_basemap(text, desk)
        return EMPTY

    def _accepted(self, text: str | None, desk: Desk) -> Told:
        return EMPTY if text is None else EMPTY._replace(accepted=read_accepted(text, desk))


def _original(path: str) -> str:
    """The entry that a translation belongs to, by their names."""
    return f"{path[: -len('.xx.md')]}.md"
