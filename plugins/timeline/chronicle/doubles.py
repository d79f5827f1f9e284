"""The double radar: pairs of entries that may tell the same event, each with its reasons and a score.

Two entries are compared only if their dates come within a day of each other and they share an address or a place, or
lie near each other: found in one sweep over the order, so the work grows with the pairs that are near and not with all.
A pair that the entries relate already, by `related` or by a link, is never asked about.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from timeline.entries.gist import Gist
from timeline.entries.problem import counted
from timeline.entries.vocabulary import Item, Place

LIKELY = 65  # of 100; one day, place and kind under titles half alike come to 62, with the same sources to 82
NEAR = 15.0  # kilometres
KILOMETRES = 111.2  # of one degree of latitude; near enough for «is it the next village»
CELL = 0.2  # degrees, a little more than NEAR up to 45 degrees north or south: neighbours lie in touching cells
DATE, PLACE, ADDRESS, KIND, TITLE = 20, 15, 20, 10, 35  # what each can give to the score of 100

Point = tuple[float, float]
Key = str | tuple[int, int]  # an address, the id of a place, or a cell
Likeness = Callable[[str, str], float]


class Double(NamedTuple):
    """Two events in the order of the chronology; score: 0 to 100; reasons: in words."""

    first: Gist
    second: Gist
    score: int
    reasons: tuple[str, ...]


class _Traits(NamedTuple):
    """What of an event is compared. start, end: days, as numbers, with one day before and after.

    title: in small letters; spots: the cells of its points, and the ids of its places that have none.
    """

    event: Gist
    start: int
    end: int
    kind: str
    title: str
    places: frozenset[str]
    addresses: frozenset[str]
    points: tuple[Point, ...]
    spots: frozenset[Key]


def alike(one: str, other: str) -> float:
    """How much alike two texts are, from 0 to 1, whatever the order of their words and what one has besides."""
    return _token_set_ratio()(one, other) / 100


@cache
def _token_set_ratio() -> Callable[[str, str], float]:
    """Imported when the first titles are compared, for most checks of one entry compare none."""
    from rapidfuzz.fuzz import token_set_ratio

    return token_set_ratio


def doubles(events: Sequence[Gist], places: Mapping[str, Item], likeness: Likeness = alike) -> tuple[Double, ...]:
    """The likely doubles among events in their order, the likeliest first.

    places: the vocabulary, by id; likeness: of two titles in small letters, from 0 to 1.
    """
    made = (_compare(one, other, likeness) for one, other in _pairs(_traits(event, places) for event in events))
    found = (double for double in made if double)
    return tuple(sorted(found, key=lambda each: (-each.score, each.first.id, each.second.id)))


def _traits(event: Gist, places: Mapping[str, Item]) -> _Traits:
    addresses = frozenset(source.address for source in event.sources)
    located = {
        key: (float(place.lat), float(place.lon))
        for key in event.places
        if isinstance(place := places.get(key), Place) and place.precision == "point"
    }
    points = tuple(dict.fromkeys(located.values()))
    cells = ((round(lat / CELL), round(lon / CELL)) for lat, lon in points)
    spots: frozenset[Key] = frozenset((*cells, *(key for key in event.places if key not in located)))
    days = (event.start - 1, event.until + 1)
    return _Traits(event, *days, event.kind, event.title.casefold(), frozenset(event.places), addresses, points, spots)


def _pairs(all_traits: Iterable[_Traits]) -> Iterator[tuple[_Traits, _Traits]]:
    """Every two events that are near enough in time and by address or place to be one, once, the earlier first.

    Days stand with one before and after: events two days apart share one, which is too little where no address is.
    """
    current: dict[Key, list[_Traits]] = defaultdict(list)
    for traits in all_traits:
        met: dict[str, _Traits] = {}
        since, until = _most_of(traits)
        for address in traits.addresses & current.keys():
            current[address] = [other for other in current[address] if other.end >= traits.start]
            met |= {other.event.id: other for other in current[address]}
        for spot in _around(traits.spots) & current.keys():
            current[spot] = [other for other in current[spot] if other.end > traits.start]
            met |= {
                other.event.id: other
                for other in current[spot]
                if other.kind == traits.kind or (other.start >= since and other.end >= until)
            }
        for key in (*traits.addresses, *traits.spots):
            current[key].append(traits)
        yield from ((other, traits) for other in met.values() if not _related(other.event, traits.event))


def _around(spots: Iterable[Key]) -> set[Key]:
    """The spots, and the cells that touch theirs."""
    near = {
        (spot[0] + north, spot[1] + east)
        for spot in spots
        if isinstance(spot, tuple)
        for north in (-1, 0, 1)
        for east in (-1, 0, 1)
    }
    return {*spots, *near}


def _most_of(traits: _Traits) -> tuple[int, int]:
    """The day since which an earlier event of another kind must go on, and until which, to be a likely double.

    Without a shared address the dates must give `needed` to the score. Of `width` days here, and `gap` days from the
    beginning of the earlier event to them, at most `width / (gap + width)` are shared, and no more than it has of them.
    """
    needed = LIKELY - PLACE - TITLE
    width = traits.end - traits.start + 1
    return traits.start - width * (DATE - needed) // needed, traits.start - 1 - -width * needed // DATE


def _related(one: Gist, other: Gist) -> bool:
    return other.id in one.beside or one.id in other.beside


def _compare(one: _Traits, other: _Traits, likeness: Likeness) -> Double | None:
    """The pair as a likely double, None where its score stays below LIKELY; what costs little is asked first."""
    shared = one.addresses & other.addresses
    common = len(shared) / min(len(one.addresses), len(other.addresses)) if shared else 0
    score = DATE * _share(one, other) + ADDRESS * common + KIND * (one.kind == other.kind)
    if score + PLACE + TITLE < LIKELY:
        return None
    at, kilometres = _common_place(one, other)
    near = kilometres <= NEAR
    score += PLACE * (1 - kilometres / NEAR / 2) if near else 0
    if score + TITLE < LIKELY or not (near or shared):
        return None
    titles = likeness(one.title, other.title)
    if (total := round(score + TITLE * titles)) < LIKELY:
        return None
    reasons = (
        "the same date" if one.event.date == other.event.date else "dates that overlap or touch",
        f"both at {at}" if at else f"{kilometres:.0f} km apart" if near else "",
        counted(len(shared), "shared source") if shared else "",
        f"both {one.event.kind}" if one.event.kind == other.event.kind else "",
        f"titles {titles:.0%} alike",
    )
    return Double(one.event, other.event, total, tuple(filter(None, reasons)))


def _share(one: _Traits, other: _Traits) -> float:
    """Which part of the days of the two, taken together, both may mean: 1 for one date, 0.5 for a day and the next.

    one: begins no later than the other.
    """
    sooner, later = (one.end, other.end) if one.end < other.end else (other.end, one.end)
    return (sooner - other.start + 1) / (later - one.start + 1)


def _common_place(one: _Traits, other: _Traits) -> tuple[str, float]:
    """The id of a place of both, or '' and the kilometres between their nearest points."""
    if shared := one.places & other.places:
        return min(shared), 0.0
    return "", min((_distance(here, there) for here in one.points for there in other.points), default=math.inf)


def _distance(here: Point, there: Point) -> float:
    """Kilometres between two points, on a plane: good to a per cent over the distances asked about."""
    north, east = here[0] - there[0], here[1] - there[1]
    return KILOMETRES * math.hypot(north, east * math.cos(math.radians((here[0] + there[0]) / 2)))
