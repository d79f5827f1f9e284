"""Dates of events: a small part of EDTF (ISO 8601-2:2019), read strictly, with the days they may mean.

A date is a day `2018-06-13`, a month `2018-06` or a year `2018`, each with at most one mark at its end: `~` about,
`?` uncertain, `%` both. Two of them make `a/b` (it lasted from a to b) or `[a..b]` (on one unknown day or month from
a to b); `a/..` began at a and went on. Everything else is refused by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from timeline.entries.months import MONTHS, days_in, month_after
from timeline.entries.problem import found


class Shape(Enum):
    """What a date says: one stretch of time, from one to another, from one on, or one unknown of several."""

    POINT = "point"
    INTERVAL = "interval"
    OPEN = "open"
    ONE_OF = "one of"


class DateError(ValueError):
    """A text that is no date of this project.

    message: what must be true, what to write instead where that is certain, and what was found.
    offset: position in the text, in characters from 0, where the trouble begins.
    instead: the same date as this project writes it, '' where anything would be added, left out or guessed.
    """

    def __init__(self, message: str, offset: int, instead: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.instead = instead


@dataclass(frozen=True, slots=True)
class Part:
    """A day, month or year of the Gregorian calendar, years 1 to 9999. `qualifier`: '', '~', '?' or '%'."""

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: str = ""

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def earliest(self) -> date:
        """The first day it covers; the qualifier moves nothing."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it covers; the qualifier moves nothing."""
        month = self.month or 12
        return date(self.year, month, self.day or days_in(self.year, month))

    @property
    def iso(self) -> str:
        """ISO 8601 text without the qualifier: `2018`, `2018-06` or `2018-06-13`."""
        tail = "".join(f"-{number:02}" for number in (self.month, self.day) if number is not None)
        return f"{self.year:04}{tail}"

    def __str__(self) -> str:
        return self.iso + self.qualifier


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as written, and the span from the earliest to the latest day it may mean (open: `date.max`)."""

    text: str
    shape: Shape
    first: Part
    last: Part | None
    earliest: date
    latest: date

    @property
    def qualified(self) -> bool:
        """Whether any part carries `~`, `?` or `%`."""
        return bool(self.first.qualifier or (self.last and self.last.qualifier))

    @property
    def days(self) -> int:
        """Length of the span in days, both ends counted."""
        return (self.latest - self.earliest).days + 1

    @property
    def prefix(self) -> str:
        """The beginning as precise as it is known, `2018-06` or `2018-06-13`: the prefix of the entry's file name."""
        return self.first.iso

    def possibly_within(self, start: date, end: date) -> bool:
        """Whether any day of the span is one of the days `start` to `end`."""
        return self.earliest <= end and start <= self.latest

    def touches(self, other: EdtfDate) -> bool:
        """Whether the two spans share a day."""
        return self.possibly_within(other.earliest, other.latest)

    def months(self, until: date) -> Iterator[tuple[int, int]]:
        """Every (year, month) that the span touches, in order, none after the month of `until`.

        `until` is the last day of the chronicle: an open date goes on to it, and so may touch every month before.
        """
        end = min(self.latest, until)
        year, month = self.earliest.year, self.earliest.month
        while (year, month) <= (end.year, end.month):
            yield year, month
            year, month = month_after(year, month)


PART = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)"
FORMS = (
    (Shape.POINT, re.compile(PART)),
    (Shape.INTERVAL, re.compile(f"{PART}/{PART}")),
    (Shape.OPEN, re.compile(rf"{PART}/\.\.")),
    (Shape.ONE_OF, re.compile(rf"\[{PART}\.\.{PART}\]")),
)


@lru_cache(maxsize=8192)
def parse(text: str) -> EdtfDate:
    """The date that `text` states. Raises DateError, whose message names the form that is refused."""
    for shape, form in FORMS:
        if match := form.fullmatch(text):
            return _date(shape, match)
    raise _no_date(text)


def _no_date(text: str) -> DateError:
    """What is wrong with a text of no known form. The many forms of other dates are only compiled when one is there."""
    from timeline.entries.date_advice import advice
    from timeline.entries.date_reading import one_date

    offset, rule, instead = advice(text)
    quote = "'" if instead.startswith("[") and not text.startswith("[") else ""  # else they are there already
    write = f"; write {quote}{instead}{quote}" if instead and _is_date(instead) else ""
    same = one_date(text)
    return DateError(f"{rule}{write} ({found(text)})", offset, same if _is_date(same) else "")


def _is_date(text: str) -> bool:
    try:
        return any(_date(shape, match) for shape, form in FORMS if (match := form.fullmatch(text)))
    except DateError:
        return False


def _date(shape: Shape, match: re.Match[str]) -> EdtfDate:
    first = _part(match, 1)
    last = _part(match, 5) if shape in (Shape.INTERVAL, Shape.ONE_OF) else None
    if last:
        _check_ends(shape, first, last, match)
    latest = date.max if shape is Shape.OPEN else (last or first).latest
    return EdtfDate(match[0], shape, first, last, first.earliest, latest)


def _part(match: re.Match[str], group: int) -> Part:
    """The part in the four groups from `group` on, its month and day checked against the calendar."""
    year = int(match[group])
    month, day = (None if match[n] is None else int(match[n]) for n in (group + 1, group + 2))
    if year == 0:
        _refuse("the year must be 0001 or later: years before it are not supported", match, group)
    if month is not None and 21 <= month <= 41:
        _refuse("seasons are not supported: write the months, such as 2018-06/2018-08", match, group + 1)
    if month is not None and not 1 <= month <= 12:
        swapped = f"; write {match[group]}-{day:02}-{month}" if day and day <= 12 and month <= 31 else ""
        _refuse(f"the month must be from 01 to 12{swapped}", match, group + 1)
    if month is not None and day is not None and day not in range(1, (length := days_in(year, month)) + 1):
        name = f"{MONTHS[month - 1].capitalize()} {year:04}"
        _refuse(f"the day must be from 01 to {length}: {name} has {length} days", match, group + 2)
    return Part(year, month, day, match[group + 3])


def _check_ends(shape: Shape, first: Part, last: Part, match: re.Match[str]) -> None:
    """Refuses two parts that cannot be the ends of one date of this shape."""
    before, between, after = ("[", "..", "]") if shape is Shape.ONE_OF else ("", "/", "")
    if first.iso == last.iso:
        _refuse(f"the two ends must differ; write {first if first.qualifier else last}", match, 5)
    if last.latest < first.earliest:
        swapped = f"{before}{last}{between}{first}{after}"
        _refuse(f"the beginning must come before the end, but {first} is after {last}; write {swapped}", match, 1)
    if shape is Shape.INTERVAL:
        return
    if qualified := next((n for n in (4, 8) if match[n]), 0):
        from timeline.entries.date_advice import NO_MARK

        instead = f"[{first.iso}..{last.iso}]"
        _refuse(f"{NO_MARK}; write {instead}", match, qualified)
    if first.precision != last.precision:
        _refuse("[a..b] must have two days or two months", match, 5)
    if first.precision == "year":
        instead = f"[{first.iso}-01..{last.iso}-12]"
        _refuse(f"[a..b] must have two days or two months; write {instead}", match, 1)


def _refuse(rule: str, match: re.Match[str], group: int) -> None:
    raise DateError(f"{rule} ({found(match[0])})", match.start(group))
