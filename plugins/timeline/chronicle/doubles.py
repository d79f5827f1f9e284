"""The double radar: pairs of entries that may tell the same event, each with its reasons and a score.

Two entries are compared only if their dates come within a day of each other and they share an address or a place, or
lie near each other: found in one sweep over the order, so the work grows with the pairs that are near and not with all.
A pair that the entries relate already, by `related` or by a link, is never asked about.
"""

from __future__ import annotations

import datetime
import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from timeline.chronicle.sources import normal_address
from timeline.entries.event import Event
from timeline.entries.vocabulary import Item, Place

LIKELY = 65  # of 100; one day, place and kind under titles half alike come to 62, with the same sources to 82
NEAR = 15.0  # kilometres
KILOMETRES = 111.2  # of one degree of latitude; near enough for «is it the next village»
CELL = 0.2  # degrees, a little more than NEAR up to 45 degrees north or south: neighbours lie in touching cells
DATE, PLACE, ADDRESS, KIND, TITLE = 20, 15, 20, 10, 35  # what each can give to the score of 100

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Double:
    """Two events in the order of the chronology; score: 0 to 100; reasons: in words."""

    first: Event
    second: Event
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Traits:
    """What of an event is compared. start, end: days, as numbers, with one day before and after; keys: of blocks."""

    event: Event
    start: int
    end: int
    addresses: frozenset[str]
    points: tuple[Point, ...]
    keys: frozenset[Hashable]


def doubles(events: Sequence[Event], places: Mapping[str, Item]) -> tuple[Double, ...]:
    """The likely doubles among events in their order, the likeliest first. places: the vocabulary, by id."""
    made = (_compare(one, other) for one, other in _pairs(_traits(event, places) for event in events))
    found = (double for double in made if double)
    return tuple(sorted(found, key=lambda each: (-each.score, each.first.id, each.second.id)))


def _traits(event: Event, places: Mapping[str, Item]) -> _Traits:
    last = event.date.first.latest if event.date.latest == datetime.date.max else event.date.latest
    addresses = frozenset(normal_address(source.url) for source in event.sources)
    located = (place for key in event.places if isinstance(place := places.get(key), Place))
    points = tuple(
        dict.fromkeys((float(place.lat), float(place.lon)) for place in located if place.precision == "point")
    )
    cells = ((round(lat / CELL), round(lon / CELL)) for lat, lon in points)
    keys: frozenset[Hashable] = frozenset((*addresses, *event.places, *cells))
    start, end = event.date.earliest.toordinal() - 1, last.toordinal() + 1
    return _Traits(event, start, end, addresses, points, keys)


def _pairs(all_traits: Iterable[_Traits]) -> Iterator[tuple[_Traits, _Traits]]:
    """Every two events that are near in time and by address or place, once, the earlier first."""
    current: dict[Hashable, list[_Traits]] = defaultdict(list)
    for traits in all_traits:
        met: dict[str, _Traits] = {}
        for key in _looked_up(traits):
            if key in current:
                current[key] = [other for other in current[key] if other.end >= traits.start]
                met |= {other.event.id: other for other in current[key]}
        for key in traits.keys:
            current[key].append(traits)
        yield from ((met[key], traits) for key in sorted(met) if not _related(met[key].event, traits.event))


def _looked_up(traits: _Traits) -> set[Hashable]:
    """The keys of an event and the cells around its own."""
    around = {
        (key[0] + north, key[1] + east)
        for key in traits.keys
        if isinstance(key, tuple)
        for north in (-1, 0, 1)
        for east in (-1, 0, 1)
    }
    return {*traits.keys, *around}


def _related(one: Event, other: Event) -> bool:
    return other.id in (*one.related, *one.mentions) or one.id in (*other.related, *other.mentions)


def _compare(one: _Traits, other: _Traits) -> Double | None:
    """The pair as a likely double, None where its score stays below LIKELY; what costs little is asked first."""
    shared = one.addresses & other.addresses
    common = len(shared) and len(shared) / min(len(one.addresses), len(other.addresses))
    score = DATE * _share(one, other) + ADDRESS * common + KIND * (one.event.kind == other.event.kind)
    if score + PLACE + TITLE < LIKELY:
        return None
    at, kilometres = _common_place(one, other)
    near = kilometres <= NEAR
    score += PLACE * (1 - kilometres / NEAR / 2) if near else 0
    if score + TITLE < LIKELY or not (near or shared):
        return None
    alike = fuzz.token_set_ratio(one.event.title.casefold(), other.event.title.casefold()) / 100
    if (total := round(score + TITLE * alike)) < LIKELY:
        return None
    reasons = (
        "the same date" if one.event.date == other.event.date else "dates that overlap or touch",
        f"both at {at}" if at else f"{kilometres:.0f} km apart" if near else "",
        f"{len(shared)} shared source{'s' * (len(shared) > 1)}" if shared else "",
        f"both {one.event.kind}" if one.event.kind == other.event.kind else "",
        f"titles {alike:.0%} alike",
    )
    return Double(one.event, other.event, total, tuple(filter(None, reasons)))


def _share(one: _Traits, other: _Traits) -> float:
    """Which part of the days of the two, taken together, both may mean: 1 for one date, 0.5 for a day and the next."""
    both = min(one.end, other.end) - max(one.start, other.start) + 1
    return both / (max(one.end, other.end) - min(one.start, other.start) + 1)


def _common_place(one: _Traits, other: _Traits) -> tuple[str, float]:
    """The id of a place of both, or '' and the kilometres between their nearest points."""
    if shared := {*one.event.places} & {*other.event.places}:
        return min(shared), 0.0
    return "", min((_distance(here, there) for here in one.points for there in other.points), default=math.inf)


def _distance(here: Point, there: Point) -> float:
    """Kilometres between two points, on a plane: good to a per cent over the distances asked about."""
    north, east = here[0] - there[0], here[1] - there[1]
    return KILOMETRES * math.hypot(north, east * math.cos(math.radians((here[0] + there[0]) / 2)))
