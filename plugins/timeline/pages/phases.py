"""Phases as bands in the list and as lanes beside its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from timeline.chronicle.chronicle import Chronicle, Month
from timeline.entries.vocabulary import Phase
from timeline.pages.labels import Label, Labels
from timeline.pages.lanes import take_lane
from timeline.pages.site import Site
from timeline.pages.words import date_words


@dataclass(frozen=True, slots=True)
class PhaseBand:
    """A phase where it begins in the list. words: its window; lane: from 1; start, end: its first and last day."""

    label: Label
    words: str
    description: str
    lane: int
    start: date
    end: date
    lanes: tuple[int, ...] = ()
    role: str = "phase"

    def covers(self, start: date, end: date) -> bool:
        """Whether the phase runs through all days from `start` to `end`."""
        return self.start <= start and end <= self.end

    def touches(self, month: Month) -> bool:
        """Whether any day of a month is in the phase."""
        return (self.start.year, self.start.month) <= month <= (self.end.year, self.end.month)


def phase_bands(chronicle: Chronicle, labels: Labels, site: Site) -> tuple[PhaseBand, ...]:
    """Every dated phase by its beginning; none when phases are switched off.

    A phase takes the first lane that is free. One may follow another in its lane when the two share a single day.
    """
    if "phases" not in chronicle.facets:
        return ()
    ends: list[date] = []
    made: list[PhaseBand] = []
    for phase, start, end in sorted(_dated(chronicle), key=lambda each: (each[1], each[2], each[0].id)):
        lane = take_lane(ends, start, end)
        band = PhaseBand(
            label=labels.of("phases", phase.id),
            words=date_words(phase.date, site.strings) if phase.date else "",
            description=labels.meaning("phases", phase.id),
            lane=lane + 1,
            start=start,
            end=end,
        )
        made.append(replace(band, lanes=lanes_through((*made, band), start, start)))
    return tuple(made)


def _dated(chronicle: Chronicle) -> Iterator[tuple[Phase, date, date]]:
    for item in chronicle.facets["phases"].items.values():
        if isinstance(item, Phase) and item.date:
            yield item, item.date.earliest, min(item.date.latest, max(chronicle.until, item.date.earliest))


def lanes_through(bands: Iterable[PhaseBand], start: date, end: date) -> tuple[int, ...]:
    """The lanes of the phases that run through all days from `start` to `end`, in order."""
    return tuple(sorted({band.lane for band in bands if band.covers(start, end)}))
