"""Days along a line: positions in percent of its length, so that a drawing stretches and its words do not."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.pages.svg import percent


@dataclass(frozen=True, slots=True)
class Timescale:
    """The days `first` to `last`, both included. mirrored: time runs from right to left, as the script does."""

    first: date
    last: date
    mirrored: bool = False

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.last - self.first).days + 1

    def along(self, day: date, after: int = 0) -> float:
        """How much of the line, in percent, lies before the beginning of the day `after` days later than `day`.

        What lies outside is taken to the nearest end.
        """
        return 100 * min(max((day - self.first).days + after, 0), self.days) / self.days

    def at(self, along: float) -> float:
        """Percent from the left edge for a share of the line."""
        return 100 - along if self.mirrored else along

    def point(self, along: float) -> str:
        """The place on the drawing of a share of the line, as an attribute."""
        return percent(self.at(along))

    def stretch(self, start: float, end: float) -> dict[str, str]:
        """`x` and `width` of a bar between two shares of the line, as attributes."""
        return {"x": self.point(end if self.mirrored else start), "width": percent(end - start)}

    def months(self) -> Iterator[date]:
        """The first days of months that lie on the line, in order."""
        number = self.first.year * 12 + self.first.month - (1 if self.first.day == 1 else 0)
        while number < self.last.year * 12 + self.last.month:
            yield date(number // 12, number % 12 + 1, 1)
            number += 1


def moved(day: date, days: int) -> date:
    """The day some days later or earlier, not beyond the first and the last that the calendar has."""
    reach = (date.max - day).days if days > 0 else (date.min - day).days
    return day + timedelta(days=min(days, reach) if days > 0 else max(days, reach))


def whole_months(first: date, last: date, *, mirrored: bool = False) -> Timescale:
    """The scale of all months that `first` to `last` touch."""
    return Timescale(first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]), mirrored)
