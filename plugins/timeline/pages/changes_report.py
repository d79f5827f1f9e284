"""The models of the report of what changes for readers: what its page and its summary show."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.entries.problem import Problem
from timeline.pages.changes_fields import FieldView
from timeline.pages.changes_reading import Reading


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a thing the report holds, as a number. part: id of the section that lists them; title: its title."""

    part: str
    title: str
    number: str


@dataclass(frozen=True, slots=True)
class Address:
    """An address from the root of the site. below: how many files of its folder share its fate, in words, or ''."""

    address: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class EventView:
    """An event in the report. date: in words. moved: the other id of an entry that seems to have two, or ''.

    open: whether its pictures differ, and stand open.
    """

    id: str
    title: str
    date: str
    path: str
    fields: tuple[FieldView, ...]
    before: Reading | None = None
    after: Reading | None = None
    moved: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of a vocabulary and the events it touches, by id and title. state, touched: in words."""

    vocabulary: str
    id: str
    name: str
    state: str
    fields: tuple[FieldView, ...]
    touched: str
    events: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A page about the site. state: what became of it, in a word."""

    path: str
    title: str
    state: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared. base: as it was asked for; commit: its full hash; notes: what could not be done, in words.

    errors: of the working tree; warnings: those that it did not have before; old_errors: of the base.
    """

    base: str
    commit: str
    notes: tuple[str, ...] = ()
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    old_errors: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report. gone, new: addresses; alone: event and its only originator.

    graded: event, its grade before and after; feed: event and whether followers get it as new, in words.
    """

    compared: Compared
    counts: tuple[Count, ...]
    added: tuple[EventView, ...]
    changed: tuple[EventView, ...]
    removed: tuple[EventView, ...]
    items: tuple[ItemView, ...]
    pages: tuple[PageView, ...]
    settings: tuple[FieldView, ...]
    gone: tuple[Address, ...]
    new: tuple[Address, ...]
    alone: tuple[tuple[EventLink, str], ...]
    graded: tuple[tuple[EventLink, str, str], ...]
    feed: tuple[tuple[EventLink, str], ...]
    drafts: tuple[str, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventLink:
    """An event named in a list; its id is where the report shows it."""

    id: str
    title: str
