"""A list of events under month headings, with silences and phases in their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline.chronicle.chronicle import Month, begins
from timeline.entries.event import Event
from timeline.pages.cards import Card
from timeline.pages.site import Site
from timeline.pages.words import month_name

FIRST = 400  # events in full on the front page; the months carry the rest


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A month as a link. id: `2018-06`; count: how many events it lists, as a number in words of the site."""

    id: str
    title: str
    address: str
    count: str
    words: str


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """The events that begin in one month, in order."""

    month: MonthLink
    rows: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """groups: months with their rows; later: months whose events are not in this list but on pages of their own."""

    groups: tuple[MonthGroup, ...]
    later: tuple[MonthLink, ...]
    count: str

    def ids(self) -> tuple[str, ...]:
        """The ids of the events listed."""
        return tuple(row.id for group in self.groups for row in group.rows)


def month_link(month: Month, count: int, site: Site) -> MonthLink:
    """The link to a month's page."""
    key = f"{month[0]:04}-{month[1]:02}"
    words = site.strings.plural("count.events", count)
    address = site.addresses.page(key[:4], key[5:])
    return MonthLink(key, month_name(*month, site.strings), address, site.strings.number(count), words)


def listing(events: Sequence[Event], rows: Mapping[str, Card], site: Site, limit: int | None = None) -> Listing:
    """The list of `events` (in the order of the chronology) by the month in which each begins.

    limit: how many events at most stand in the list itself; whole months beyond it become links.
    """
    groups: list[MonthGroup] = []
    later: list[MonthLink] = []
    shown = 0
    for month, found in groupby(events, key=begins):
        here = tuple(rows[event.id] for event in found)
        if later or (limit is not None and groups and shown + len(here) > limit):
            later.append(month_link(month, len(here), site))
        else:
            groups.append(MonthGroup(month_link(month, len(here), site), here))
            shown += len(here)
    return Listing(tuple(groups), tuple(later), _events(len(events), site))


def _events(count: int, site: Site) -> str:
    return site.strings.plural("count.events", count)

