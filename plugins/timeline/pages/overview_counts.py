"""What the overview counts: events by the week or day in which they began, piled up by colour family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.entries.dates import EdtfDate
from timeline.entries.event import Event
from timeline.entries.vocabulary import Kind, Vocabularies
from timeline.pages.lanes import take_lane
from timeline.pages.site import Site
from timeline.pages.timescale import Timescale, moved

SEPARATE = 300  # events of a plot up to which each has a mark of its own
LANES = 12  # of months: bars that need more are drawn once for each month or run of months


@dataclass(frozen=True, slots=True)
class Families:
    """Colour families as the overview piles them: those that stand on its line, then those that hang below it."""

    above: tuple[str, ...]
    below: tuple[str, ...]
    of_kind: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """One step of the scale. start: its first day; counts: events that began in it, by family."""

    start: date
    counts: Mapping[str, int]

    @property
    def events(self) -> int:
        """How many events began in it."""
        return sum(self.counts.values())

    def height(self, families: Sequence[str]) -> int:
        """How many of its events are of some families."""
        return sum(self.counts.get(family, 0) for family in families)


def families(site: Site, vocabularies: Vocabularies) -> Families:
    """The families of the kinds, in the order of the settings; families that have no name there come last."""
    of_kind = {key: kind.colour for key, kind in vocabularies["kinds"].items.items() if isinstance(kind, Kind)}
    used = set(of_kind.values())
    order = [*(family for family in site.families if family in used), *sorted(used - site.families.keys())]
    below = tuple(family for family in order if family in site.overview_below)
    return Families(tuple(family for family in order if family not in below), below, of_kind)


def weeks(first: date, last: date, *, mirrored: bool = False) -> Timescale:
    """The scale of whole weeks, Monday to Sunday (ISO 8601), from that of `first` to that of `last`."""
    return Timescale(moved(first, 1 - first.isoweekday()), moved(last, 7 - last.isoweekday()), mirrored)


def has_day(written: EdtfDate) -> bool:
    """Whether the beginning is known better than by its month, so that it has a week."""
    return written.first.day is not None


def columns(events: Iterable[Event], scale: Timescale, step: int, of_kind: Mapping[str, str]) -> tuple[Column, ...]:
    """The events that begin on the scale by steps of so many days; those known by month only are in none."""
    found: dict[int, Counter[str]] = {}
    for event in events:
        if has_day(event.date) and scale.first <= event.date.earliest <= scale.last:
            place = (event.date.earliest - scale.first).days // step
            found.setdefault(place, Counter())[of_kind[event.kind]] += 1
    return tuple(Column(scale.first + timedelta(days=step * place), found[place]) for place in sorted(found))


def month_bars(events: Iterable[Event], until: date) -> tuple[tuple[date, date, int], ...]:
    """First day, last day and lane of a bar for each event known by its month or year only.

    Lanes are filled from the first on; if they are too many, equal bars are drawn once.
    """
    bars = [(event.date.earliest, min(event.date.latest, until)) for event in events if not has_day(event.date)]
    laid = tuple(_lanes(bars))
    if any(lane >= LANES for _, _, lane in laid):
        laid = tuple(_lanes(dict.fromkeys(bars)))
    return laid


def _lanes(bars: Iterable[tuple[date, date]]) -> Iterator[tuple[date, date, int]]:
    ends: list[int] = []
    for start, end in bars:
        yield start, end, take_lane(ends, start.toordinal(), end.toordinal() + 1)
