"""The event as its file states it: raw values only. What follows from other events is computed in `chronicle`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from timeline.entries.dates import EdtfDate


@dataclass(frozen=True, slots=True)
class Source:
    """A page that supports claims of one event. `via`: originators (publisher ids) that the page repeats."""

    id: str
    url: str
    publisher: str
    language: str
    says: str
    title: str = ""
    published: EdtfDate | None = None
    accessed: EdtfDate | None = None
    archive: str = ""
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One of several rival versions. `by`: id of an actor or a publisher; `says`: Markdown with footnote marks."""

    by: str
    says: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What was changed in the entry on a day, after it was first published."""

    date: EdtfDate
    note: str


@dataclass(frozen=True, slots=True)
class Translation:
    """A sibling file's text. Accounts and caveats by position, `says` by source id, corrections by date text."""

    language: str
    path: str
    title: str
    body: str
    summary: str
    accounts: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    says: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    corrections: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of format 1 as written. Texts are Markdown of the project's dialect.

    Read off those texts: `summary`, plain text; `cited`, source ids by first citation; `mentions`, entries linked.
    """

    id: str
    path: str
    title: str
    date: EdtfDate
    kind: str
    places: tuple[str, ...]
    actors: tuple[str, ...]
    confidence: str
    added: EdtfDate
    sources: tuple[Source, ...]
    body: str
    summary: str
    cited: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    caveats: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    related: tuple[str, ...] = ()
    moved_from: tuple[str, ...] = ()
    draft: bool = False
    translations: tuple[Translation, ...] = ()

    @property
    def first_id(self) -> str:
        """The id that the entry was first published under: feeds and data know it by this one for ever."""
        return next(iter(self.moved_from), self.id)

    @property
    def updated(self) -> EdtfDate:
        """The day on which the entry was added or last corrected, not the day of the event."""
        return max([self.added, *(each.date for each in self.corrections)], key=lambda day: day.earliest)

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts with footnote marks, in the order in which these are numbered: body, accounts, caveats."""
        return self.body, *(account.says for account in self.accounts), *self.caveats

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each source that is cited, from 1, by its id."""
        return {source: number for number, source in enumerate(self.cited, 1)}
