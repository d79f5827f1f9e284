"""Dates in words, in the language of a catalogue: no locale, no clock. Spaces inside one day or month never break."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal, NamedTuple

from timeline.entries.dates import EdtfDate, Part, Shape
from timeline.pages.strings import Catalogue

Width = Literal["full", "short"]
NO_BREAK = "\u00a0"
DOUBT = {"~": "about", "?": "possibly", "%": "possibly-about"}


class DayFigure(NamedTuple):
    """What hangs beside a row. `qualifier`: the words over the figure, '' if none; `month`: '' if the figure has it."""

    qualifier: str
    figure: str
    month: str


def date_words(date: EdtfDate, strings: Catalogue, width: Width = "full") -> str:
    """The date in full: `about 17 June 2018`, `14–16 June 2018`, `one day between 13 and 15 June 2018`.

    `width`: `short` shortens the names of months where the language does so.
    """
    if date.last is None:
        words = _doubted(date.first, _written(date.first, strings, width), strings)
        return strings.text("date.open", date=words) if date.shape is Shape.OPEN else words
    first = _doubted(date.first, _written(date.first, strings, width, _largest(date.first, date.last)), strings)
    last = _doubted(date.last, _written(date.last, strings, width), strings)
    return _kept_dash(strings.text(_joined(date.shape, date.first, date.last), first=first, last=last))


def date_short(date: EdtfDate, strings: Catalogue) -> str:
    """As `date_words`, with short names of months: `14–16 Jun 2018`."""
    return date_words(date, strings, "short")


def month_name(year: int, month: int, strings: Catalogue, width: Width = "full") -> str:
    """`June 2018`."""
    return _written(Part(year, month), strings, width)


def day_figure(date: EdtfDate, strings: Catalogue) -> DayFigure:
    """The date without its year, for the column beside a list: (`about`, `17`, `Jun`), ('', `24 Jun – 5 Jul`, '').

    For the eye only: `date_words` says the same in full. A date known by its year alone is that year.
    """
    first, last = date.first, date.last or date.first
    if first.day and last.day and (first.year, first.month) == (last.year, last.month):
        largest, month = "day", strings.text(f"month.short.{first.month}")
    else:
        largest, month = "month", ""
    figure, end = (_written(part, strings, "short", largest) for part in (first, last))
    if date.last:
        wide = not month and (first.day or last.day)
        figure = _kept_dash(strings.text("figure.range-wide" if wide else "figure.range", first=figure, last=end))
    return DayFigure(_qualifier(date, strings), figure, _unbroken(month))


def weekday(date: EdtfDate, strings: Catalogue, width: Width = "full") -> str:
    """The weekday of a day known for sure, `day not known` for a month or a year, '' for every other date."""
    if date.shape is not Shape.POINT:
        return ""
    if date.first.day is None:
        return strings.text("date.day-not-known")
    return "" if date.qualified else strings.text(f"weekday.{width}.{date.earliest.isoweekday()}")


def iso_datetime(date: EdtfDate) -> str:
    """The beginning as HTML's `<time datetime>` takes it, a valid date, month or year string: `2018-06`."""
    return date.first.iso


def _written(part: Part, strings: Catalogue, width: Width, largest: str = "year") -> str:
    """A day, month or year without its qualifier, named up to the `largest` unit: `17`, `17 June`, `17 June 2018`."""
    day, year = strings.in_digits(str(part.day)), strings.in_digits(str(part.year))
    if part.month is None:
        return year
    if largest == "day":
        return day
    month = strings.text(f"month.{width}.{part.month}")
    if largest == "month":
        return _unbroken(strings.text("date.day-of-year", day=day, month=month) if part.day else month)
    return _unbroken(strings.text(f"date.{part.precision}", day=day, month=month, year=year))


def _largest(first: Part, last: Part) -> str:
    """The largest unit that the first of two ends must name, when the last names its year: `14` of 14–16 June 2018."""
    if first.year != last.year or last.month is None:
        return "year"
    return "day" if first.day and last.day and first.month == last.month else "month"


def _joined(shape: Shape, first: Part, last: Part) -> str:
    """The id of the text that joins two ends."""
    if shape is Shape.ONE_OF:
        neighbours = last.earliest == first.latest + timedelta(days=1)
        return "date.either" if neighbours else f"date.one-{first.precision}"
    if first.qualifier or last.qualifier or first.precision != last.precision:
        return "date.from-to"
    return "date.range" if first.precision == _largest(first, last) else "date.range-wide"


def _doubted(part: Part, words: str, strings: Catalogue) -> str:
    return strings.text(f"date.{DOUBT[part.qualifier]}", date=words) if part.qualifier else words


def _qualifier(date: EdtfDate, strings: Catalogue) -> str:
    """The words over a figure. Two ends that are qualified differently are together possibly about right."""
    if date.shape is Shape.ONE_OF:
        return strings.text(f"figure.one-{date.first.precision}")
    marks = {part.qualifier for part in (date.first, date.last) if part and part.qualifier}
    words = [strings.text("figure.from")] if date.shape is Shape.OPEN else []
    if marks:
        words.append(strings.text(f"figure.{DOUBT[marks.pop() if len(marks) == 1 else '%']}"))
    return " ".join(words)


def _unbroken(words: str) -> str:
    return words.replace(" ", NO_BREAK)


def _kept_dash(words: str) -> str:
    """The words with no line to begin with a dash."""
    return words.replace(" –", f"{NO_BREAK}–")
