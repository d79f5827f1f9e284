"""The events in their order, and everything that follows from having them together."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from timeline.chronicle.facets import FACETS, Facet, facet
from timeline.entries.basemap import Basemap
from timeline.entries.check import Content
from timeline.entries.event import Event
from timeline.entries.page import Page
from timeline.entries.vocabulary import Phase, Vocabularies

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Computed values, all of them; what the entries state stands in `events`.

    events: in total order (earliest day, shorter span, id). position: of each id in `events`.
    until: the last day of the chronicle, to which open dates go on.
    months: the events that may touch each month, each once, in order; months without any are absent.
    begun: the events whose earliest day lies in each month, in order.
    facets: by facet name, the events of each item; phases_of: the phases that each event may touch, none where
    phases are no facet.
    basemap: the ground of the map, None when the content has none.
    """

    events: tuple[Event, ...]
    pages: tuple[Page, ...]
    vocabularies: Vocabularies
    position: Mapping[str, int]
    until: datetime.date
    months: Mapping[Month, tuple[Event, ...]]
    begun: Mapping[Month, tuple[Event, ...]]
    facets: Mapping[str, Facet]
    phases_of: Mapping[str, tuple[str, ...]]
    basemap: Basemap | None = None

    def event(self, key: str) -> Event:
        """The event with an id. Raises KeyError."""
        return self.events[self.position[key]]

    def neighbours(self, event: Event) -> tuple[Event | None, Event | None]:
        """The event before and the event after in the order, None at the ends."""
        at = self.position[event.id]
        before = self.events[at - 1] if at else None
        after = self.events[at + 1] if at + 1 < len(self.events) else None
        return before, after


def begins(event: Event) -> Month:
    """The month in which the earliest day of an event lies."""
    return event.date.earliest.year, event.date.earliest.month


def relate(content: Content, *, drafts: bool = False, facets: Sequence[str] = tuple(FACETS)) -> Chronicle:
    """Relate the events of checked content. drafts: whether drafts belong to it; facets: which ones are wanted.

    A facet whose vocabulary has no item is none.
    """
    events = tuple(event for event in content.events if drafts or not event.draft)
    until = _until(events)
    filled = [name for name in facets if content.vocabularies[FACETS[name]].items]
    phases = content.vocabularies if "phases" in facets else Vocabularies()
    phases_of = _phases_of(events, phases, until)
    return Chronicle(
        events=events,
        pages=content.pages,
        vocabularies=content.vocabularies,
        position=MappingProxyType({event.id: at for at, event in enumerate(events)}),
        until=until,
        months=_months(events, until),
        begun=MappingProxyType({month: tuple(found) for month, found in groupby(events, key=begins)}),
        facets=MappingProxyType({name: facet(name, events, content.vocabularies, phases_of) for name in filled}),
        phases_of=phases_of,
        basemap=content.basemap,
    )


def _until(events: Iterable[Event]) -> datetime.date:
    """The last day that any event with an end may mean, or the last beginning of an open one."""
    last = datetime.date.min
    for event in events:
        ends = event.date.latest if event.date.latest != datetime.date.max else event.date.first.latest
        last = max(last, ends)
    return last


def _months(events: Iterable[Event], until: datetime.date) -> Mapping[Month, tuple[Event, ...]]:
    months: dict[Month, list[Event]] = defaultdict(list)
    for event in events:
        for month in event.date.months(until):
            months[month].append(event)
    return MappingProxyType({month: tuple(months[month]) for month in sorted(months)})


def _phases_of(
    events: Iterable[Event], vocabularies: Vocabularies, until: datetime.date
) -> Mapping[str, tuple[str, ...]]:
    """Phases are derived: an event belongs to every phase whose window it may touch; open windows end with `until`."""
    windows = [
        (phase.id, phase.date.earliest, min(phase.date.latest, until))
        for phase in vocabularies["phases"].items.values()
        if isinstance(phase, Phase) and phase.date
    ]
    return MappingProxyType(
        {
            event.id: tuple(key for key, start, end in windows if event.date.possibly_within(start, end))
            for event in events
        }
    )
