"""What of a file the checks across files look at: plain values, which can be kept from one run to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from timeline.entries.address import host_of, normal_address
from timeline.entries.dates import Shape
from timeline.entries.event import Event, Source
from timeline.entries.markdown_file import Link


class Cited(NamedTuple):
    """A source. address: as `normal_address` has it; host: of it; archived: whether there is a copy.

    day: on which it was published, as a number (`date.toordinal`), 0 where it is not dated to the day.
    """

    address: str
    host: str
    publisher: str
    via: tuple[str, ...]
    title: str
    archived: bool
    day: int


class Gist(NamedTuple):
    """An entry. date: as written; first: its first day, month or year, as written; by: whose accounts it has.

    start, latest: the earliest and latest day it may mean, as numbers; until: the same as `latest`, but of an open date
    the last day of its beginning. beside: ids of the entries that it names; links: where, still to be followed.
    former: the ids that it had before, each with its place.
    """

    id: str
    path: str
    title: str
    kind: str
    places: tuple[str, ...]
    actors: tuple[str, ...]
    tags: tuple[str, ...]
    confidence: str
    draft: bool
    date: str
    first: str
    start: int
    until: int
    latest: int
    by: tuple[str, ...]
    beside: tuple[str, ...]
    sources: tuple[Cited, ...]
    links: tuple[Link, ...]
    former: tuple[Link, ...]

    @property
    def order(self) -> tuple[int, int, str]:
        """The place in the chronology: earliest day, shorter span first, then id."""
        return self.start, self.latest - self.start, self.id


class Leaf(NamedTuple):
    """A page or a translation."""

    path: str
    links: tuple[Link, ...]


def current_ids(gists: Iterable[Gist]) -> Mapping[str, str]:
    """The id of each entry that had another before, by each of those."""
    return {link.id: each.id for each in gists for link in each.former}


def names_now(ids: Iterable[str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Each of the ids as its entry has it now, once. now: of `current_ids`."""
    return tuple(dict.fromkeys(now.get(key, key) for key in ids))


def gist(event: Event, links: Iterable[Link] = (), former: Iterable[Link] = ()) -> Gist:
    """The gist of an event, of the links of its file, and of the ids that it had before."""
    date = event.date
    until = date.first.latest if date.shape is Shape.OPEN else date.latest
    return Gist(
        id=event.id,
        path=event.path,
        title=event.title,
        kind=event.kind,
        places=event.places,
        actors=event.actors,
        tags=event.tags,
        confidence=event.confidence,
        draft=event.draft,
        date=date.text,
        first=str(date.first),
        start=date.earliest.toordinal(),
        until=until.toordinal(),
        latest=date.latest.toordinal(),
        sources=tuple(map(_cited, event.sources)),
        by=tuple(account.by for account in event.accounts),
        beside=(*event.related, *event.mentions),
        links=tuple(links),
        former=tuple(former),
    )


def _cited(source: Source) -> Cited:
    published = source.published
    exact = published is not None and published.shape is Shape.POINT and published.first.precision == "day"
    day = published.earliest.toordinal() if published and exact else 0
    return Cited(
        address=normal_address(source.url),
        host=host_of(source.url),
        publisher=source.publisher,
        via=source.via,
        title=source.title,
        archived=bool(source.archive),
        day=day,
    )
