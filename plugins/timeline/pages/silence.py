"""Stretches of days for which nothing is recorded: a statement about the record, not about what happened."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.entries.dates import EdtfDate, Part
from timeline.entries.event import Event

LEAST = 4  # days; less is how any record looks
LONGEST = 31  # days of one event that count as recorded each
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Silence:
    """From `start` to `end`, both without a record. running: how many long or undated events may touch these days."""

    start: date
    end: date
    running: int

    @property
    def days(self) -> int:
        """How many days, both ends counted."""
        return (self.end - self.start).days + 1


def silences(events: Sequence[Event]) -> tuple[Silence, ...]:
    """Every silence of at least `LEAST` days between two records of `events`, in order.

    Dated to the day and at most `LONGEST` days long, an event is a record of each of its days, also when it fell on an
    unknown one of them. A longer one records the days of its ends alone: something that goes on for months does not say
    that a week of them was watched. Dates without a day record no day. Qualifiers (`~ ? %`) move nothing.
    """
    begun = sorted(event.date.earliest for event in events)
    ended = sorted(event.date.latest for event in events)
    return tuple(
        Silence(start, end, running=bisect_right(begun, end) - bisect_left(ended, start))
        for start, end in _between(sorted(stretch for event in events for stretch in recorded(event.date)))
    )


def recorded(when: EdtfDate) -> Iterator[tuple[date, date]]:
    """The stretches of days, first and last, of which an event with this date is a record."""
    ends: list[Part] = [when.first] if when.last is None else [when.first, when.last]
    if all(part.day for part in ends) and when.days <= LONGEST:
        yield when.earliest, when.latest
    else:
        yield from ((part.earliest, part.latest) for part in ends if part.day)


def _between(stretches: Iterable[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    reached: date | None = None
    for first, last in stretches:
        if reached and (first - reached).days > LEAST:
            yield reached + DAY, first - DAY
        reached = max(reached, last) if reached else last
