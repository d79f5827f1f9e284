"""What is doubtful only when all events are seen together. Each doubt is worth a look; many are right as they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.chronicle.doubles import Likeness, alike, doubles
from timeline.chronicle.sources import originators
from timeline.entries.address import host_of
from timeline.entries.gist import Cited, Gist
from timeline.entries.vocabulary import Item, Publisher, Vocabularies

CONFIRMED = "confirmed"
FIRST_DAY = re.compile(r"\d{4}-\d\d-01")  # without a mark
DAYS_AROUND = 3  # a report of a day comes out on that day or soon after
LIGHT = re.compile(r"[\W_]+|\bthe\b|\bnews\b|\bagency\b", re.IGNORECASE)  # what spellings of one name differ by


class Doubt(NamedTuple):
    """path: of the entry, or of the vocabulary file; field: its key, or the id of the item; code: of the warning.

    other: the id of what this one is compared with, '' for none.
    """

    path: str
    field: str
    code: str
    message: str
    other: str = ""


def doubts(events: Sequence[Gist], vocabularies: Vocabularies, likeness: Likeness = alike) -> Iterator[Doubt]:
    """Every doubt about events in their order and the publishers they cite; the order of what is given is not fixed.

    likeness: how much alike two titles are.
    """
    publishers = vocabularies["publishers"].items
    yield from _one_originator(events)
    yield from _first_of_month(events)
    yield from _hosts(events, publishers)
    yield from _names(publishers.values())
    yield from _addresses(events)
    yield from _doubles(events, vocabularies["places"].items, likeness)


def without_archive(events: Iterable[Gist]) -> tuple[int, int]:
    """How many sources have no archived copy, and how many there are."""
    sources = [source for event in events for source in event.sources]
    return sum(not source.archived for source in sources), len(sources)


def _one_originator(events: Iterable[Gist]) -> Iterator[Doubt]:
    """Confirmed, though all that was seen goes back to one origin."""
    for event in events:
        if event.confidence == CONFIRMED and len(origins := originators(event)) == 1:
            must = f"confirmed should rest on two originators; all sources go back to one (found {origins[0]})"
            yield Doubt(event.path, "confidence", "one-originator", must)


def _first_of_month(events: Iterable[Gist]) -> Iterator[Doubt]:
    """The first day of a month, where no source came out near it: the month alone may be what is known."""
    for event in events:
        near = (source.day and abs(source.day - event.start) <= DAYS_AROUND for source in event.sources)
        if FIRST_DAY.fullmatch(event.first) and not any(near):
            must = (
                f"the day should be one that a source gives, for no source is dated within {DAYS_AROUND} days of it; "
                f"write {event.first[:-3]} if only the month is known (found {event.date})"
            )
            yield Doubt(event.path, "date", "first-of-month", must)


def _hosts(events: Iterable[Gist], publishers: Mapping[str, Item]) -> Iterator[Doubt]:
    """A source under another publisher than the one whose site it stands on, or than most sources of its host."""
    owner = {host_of(each.site): key for key, each in publishers.items() if isinstance(each, Publisher) and each.site}
    places = [(event, at, source) for event in events for at, source in enumerate(event.sources)]
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for _, _, source in places:
        used[source.host][source.publisher] += 1
    for event, at, source in places:
        host = source.host
        fitting = owner.get(host) or _usual(used[host])
        if fitting and fitting not in {source.publisher, *source.via}:
            must = f"the publisher should be the one whose site {host} is; write {fitting} (found {source.publisher})"
            yield Doubt(event.path, f"sources[{at}].publisher", "publisher-spelling", must)


def _usual(counts: Mapping[str, int]) -> str:
    """Of two publishers on one host the one that is there more often; '' for one alone, and for a host of many."""
    if len(counts) != 2:
        return ""
    (one, often), (other, seldom) = sorted(counts.items(), key=lambda each: -each[1])
    return one if often > seldom else min(one, other)


def _names(publishers: Iterable[Item]) -> Iterator[Doubt]:
    """Two publishers that have one site, or names that differ by signs and small words alone."""
    first: dict[str, Item] = {}
    for item in publishers:
        site = host_of(item.site) if isinstance(item, Publisher) and item.site else ""
        for name in dict.fromkeys(filter(None, (site, *map(_bare, item.written)))):
            other = first.setdefault(name, item)
            if other.id != item.id and not _two_sites(item, other):
                must = f"a publisher should stand once; remove it, or let the names differ (found {other.id} too)"
                yield Doubt("content/vocabulary/publishers.yaml", item.id, "publisher-spelling", must, other.id)
                break


def _bare(name: str) -> str:
    """What is left of a name without what spellings of it differ by."""
    return LIGHT.sub("", name).casefold()


def _two_sites(one: Item, other: Item) -> bool:
    """Whether both have a site, and not the same: then they are two, however alike their names are."""
    sites = {host_of(each.site) for each in (one, other) if isinstance(each, Publisher) and each.site}
    return len(sites) == 2


def _addresses(events: Iterable[Gist]) -> Iterator[Doubt]:
    """One address cited under two titles or two publishers; told at every place but the first."""
    first_cited: dict[str, tuple[Gist, Cited]] = {}
    for event in events:
        for at, source in enumerate(event.sources):
            first, model = first_cited.setdefault(source.address, (event, source))
            for key in ("publisher", "title"):
                here, there = getattr(source, key), getattr(model, key)
                if here and there and here != there and _bare(here) != _bare(there):
                    must = f"one address should have one {key}; {first.id} gives {there!r} (found {here!r})"
                    yield Doubt(event.path, f"sources[{at}].{key}", "address-two-titles", must)


def _doubles(events: Sequence[Gist], places: Mapping[str, Item], likeness: Likeness) -> Iterator[Doubt]:
    """Pairs that may be one event; told at the later entry."""
    for double in doubles(events, places, likeness):
        first, second = double.first, double.second
        must = (
            f"should tell another event than {first.path.removeprefix('content/')} ({double.score} of 100: "
            f"{', '.join(double.reasons)}); merge the two, add related: [{first.id}], or accept the pair in "
            f"accepted.yaml with other: {first.id}"
        )
        yield Doubt(second.path, "title", "likely-double", must, first.id)
