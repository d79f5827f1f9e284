"""A date drawn with its width, on the ruler of its month or months. Words stand beside it: it is for the eye only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from markupsafe import Markup

from timeline.entries.dates import EdtfDate, Part, Shape
from timeline.pages.strings import Catalogue
from timeline.pages.svg import element, figure
from timeline.pages.timescale import Timescale, moved, whole_months

STEPS = 3  # outside an end that is about right: one a day, each lower than the one before; drawing only
TENTHS_UP_TO = 4  # months of a ruler that has ticks at 1, 11, 21; longer ones have the months only
MONTHS_UP_TO = 36  # months of a ruler that has ticks at months; longer ones have the years only
NAMES = 6  # of months or years under a long ruler


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the drawing: `solid` (these days), `hollow` (one unknown day of these) or `on` (it goes on)."""

    look: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Form:
    """Sizes in px: of the drawing, of a bar, of its foot, of a tick; least: what a day takes at least."""

    width: float
    height: float
    bar: float
    foot: float
    tick: float
    least: float


ROW = Form(width=88, height=12, bar=6, foot=8, tick=3, least=2.4)
LARGE = Form(width=640, height=26, bar=14, foot=18, tick=6, least=5)
LARGE_WITH_NAMES = 44  # px: the large form and a line of words under it


@lru_cache(maxsize=16384)
def date_glyph(written: EdtfDate, *, mirrored: bool = False) -> Markup:
    """The glyph of a row, 88 × 12 px. mirrored: for scripts that run from right to left."""
    return element(
        "svg",
        *_drawn(written, ruler(written, mirrored=mirrored), ROW),
        class_="date-glyph",
        width=ROW.width,
        height=ROW.height,
        aria_hidden="true",
    )


@lru_cache(maxsize=16384)
def date_ruler(written: EdtfDate, strings: Catalogue) -> Markup:
    """The large form, as wide as its place, with day numbers or names of months in the words of the site."""
    scale = ruler(written, mirrored=strings.direction == "rtl")
    stretched = element(
        "svg",
        *_drawn(written, scale, LARGE),
        viewBox=f"0 0 {figure(LARGE.width)} {figure(LARGE.height)}",
        preserveAspectRatio="none",
        width="100%",
        height=LARGE.height,
    )
    names = _names(written, scale, strings)
    return element("svg", stretched, *names, class_="date-ruler", height=LARGE_WITH_NAMES, aria_hidden="true")


def stretches(written: EdtfDate) -> tuple[Stretch, ...]:
    """What a date says, day by day: days that it names are solid, a month, a year or a choice is hollow."""
    if written.shape is Shape.ONE_OF:
        return (Stretch("hollow", written.earliest, written.latest),)
    first = _part(written.first)
    if written.shape is Shape.OPEN:
        return first, Stretch("on", first.end, date.max)
    if written.last is None:
        return (first,)
    last = _part(written.last)
    if first.look == last.look == "solid" or first.end >= last.start:
        return (Stretch(first.look, first.start, last.end),)
    start, end = moved(first.end, 1), moved(last.start, -1)
    return first, *((Stretch("solid", start, end),) if start <= end else ()), last


def _part(part: Part) -> Stretch:
    return Stretch("solid" if part.day else "hollow", part.earliest, part.latest)


def ruler(written: EdtfDate, *, mirrored: bool = False) -> Timescale:
    """The months that the drawing touches, with the steps outside its ends; an open date has the month after too."""
    start = moved(written.earliest, -STEPS * _about(written.first))
    if written.shape is Shape.OPEN:
        return whole_months(start, moved(written.first.latest.replace(day=28), 28), mirrored=mirrored)
    return whole_months(start, moved(written.latest, STEPS * _about(written.last or written.first)), mirrored=mirrored)


def _about(part: Part) -> bool:
    """Whether the end is about right: `~`, or `%`, which is `~` and `?`."""
    return part.qualifier in {"~", "%"}


def _drawn(written: EdtfDate, scale: Timescale, form: Form) -> Iterator[Markup]:
    """The ruler, and one path for all that looks alike."""
    paths = {"ruler": _ticks(scale, form), "solid": "", "hollow": "", "on": ""}
    for each in stretches(written):
        start, end = scale.along(each.start), scale.along(min(each.end, scale.last), 1)
        if each.look == "on":
            paths["on"] += _arrow(scale.along(each.start, 1), scale, form)
        else:
            inset = 0.75 if each.look == "hollow" else 0
            paths[each.look] += _bar(_sides(start, end, scale, form), form.bar, form, inset)
    if _about(written.first):
        paths["solid"] += _steps(written.earliest, -1, scale, form)
    if written.shape is not Shape.OPEN and _about(written.last or written.first):
        paths["solid"] += _steps(written.latest, 1, scale, form)
    for look, data in paths.items():
        if data:
            yield element("path", class_=look, d=data)


def _ticks(scale: Timescale, form: Form) -> str:
    """The line under the bars, with a tick down at each month's first day and short ones at the 11th and 21st."""
    months = list(scale.months())
    whole = [day for day in months if len(months) <= MONTHS_UP_TO or day.month == 1]
    ticks = [(scale.along(day), form.tick) for day in whole] + [(100.0, form.tick)]
    if len(months) <= TENTHS_UP_TO:
        ticks += [(scale.along(day, after), form.tick / 2) for day in months for after in (10, 20)]
    foot = figure(form.foot + 0.5)
    inside = (min(max(scale.at(along) / 100 * form.width, 0.5), form.width - 0.5) for along, _ in ticks)
    downs = (f"M{figure(x)} {foot}v{figure(length)}" for x, (_, length) in zip(inside, ticks, strict=True))
    return f"M0 {foot}H{figure(form.width)}{''.join(downs)}"


def _sides(start: float, end: float, scale: Timescale, form: Form) -> tuple[float, float]:
    """Left and right in px of what lies between two shares of the line, at least as wide as a day must be."""
    one, other = sorted(scale.at(along) / 100 * form.width for along in (start, end))
    short = max(0.0, form.least - (other - one)) / 2
    left = min(max(one - short, 0), form.width - form.least)
    return left, max(left + form.least, other + short)


def _bar(sides: tuple[float, float], height: float, form: Form, inset: float = 0) -> str:
    """A bar of some height on the line. inset: half of its outline, which so stays inside."""
    left, right = figure(sides[0] + inset), figure(sides[1] - inset)
    return f"M{left} {figure(form.foot - height + inset)}H{right}V{figure(form.foot - inset)}H{left}z"


def _steps(edge: date, side: int, scale: Timescale, form: Form) -> str:
    """The steps outside an end, towards the past (side -1) or the future (1)."""
    heights = ((step, form.bar * (STEPS + 1 - step) / (STEPS + 1.5)) for step in range(1, STEPS + 1))
    day = 100 / scale.days
    starts = ((scale.along(edge, side * step), height) for step, height in heights)
    return "".join(_bar(_sides(start + 0.2 * day, start + day, scale, form), height, form) for start, height in starts)


def _arrow(start: float, scale: Timescale, form: Form) -> str:
    """A line from the end of the days that are named to the end of the ruler, with a head."""
    y, back = form.foot - form.bar / 2, (1 if scale.mirrored else -1) * form.bar / 2
    tail, tip = scale.at(start) / 100 * form.width, scale.at(100) / 100 * form.width - (-0.5 if scale.mirrored else 0.5)
    head = f"m{figure(back)} {figure(-form.bar / 2)}L{figure(tip)} {figure(y)}l{figure(back)} {figure(form.bar / 2)}"
    return f"M{figure(tail)} {figure(y)}H{figure(tip)}{head}"


def _names(written: EdtfDate, scale: Timescale, strings: Catalogue) -> Iterator[Markup]:
    """Under one month its days 1, 11, 21 and those that the date names; under more the months, or the years."""
    months = list(scale.months())
    if len(months) == 1:
        own = {part.day for part in (written.first, written.last) if part and part.day}
        others = {day for day in (1, 11, 21) if all(abs(day - near) > 2 for near in own)}
        for day in sorted(own | others):
            middle = scale.along(scale.first, day - 1) + 50 / scale.days
            yield _name(strings.in_digits(str(day)), scale.point(middle), "named" if day in own else None, "middle")
        return
    short = len(months) <= MONTHS_UP_TO
    marks = [first for first in months if short or first.month == 1]
    for mark in marks[:: -(-len(marks) // NAMES) or 1]:
        text = strings.text(f"month.axis.{mark.month}") if short else strings.in_digits(str(mark.year))
        yield _name(text, scale.point(scale.along(mark)), None, "start")


def _name(text: str, x: str, look: str | None, anchor: str) -> Markup:
    return element("text", text, class_=look, x=x, y=LARGE_WITH_NAMES - 6, text_anchor=anchor)
