"""The frame of the overview, the same under every plot of a site: months, years, phases, links to months."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle
from timeline.entries.vocabulary import Phase
from timeline.pages.labels import Label, Labels
from timeline.pages.lanes import take_lane
from timeline.pages.lettering import STEPS, Word, text_width, thin
from timeline.pages.listing import MonthLink, month_link
from timeline.pages.site import Site
from timeline.pages.svg import element
from timeline.pages.timescale import Timescale

SIZE = 13  # px of every word; the stylesheet has the same
INSET = 4  # px from a tick to its word
MONTH_ROW, DAY_ROW = 24, 16  # px
LANE = 20  # px of a lane of phases
MONTHS_UP_TO = 60  # months that are ticks and links; beyond, years are
YEARS = (1, 5, 10, 50, 100)  # from tick to tick, the first that gives no more than YEAR_TICKS of them
YEAR_TICKS = 20


@dataclass(frozen=True, slots=True)
class PhaseMark:
    """A phase on the scale. number: as drawn; lane: from 0; name_from: class of the width from which it is named."""

    label: Label
    number: str
    start: date
    end: date
    lane: int
    name_from: str | None


def phase_marks(chronicle: Chronicle, scale: Timescale, labels: Labels, site: Site) -> tuple[PhaseMark, ...]:
    """The phases in the order of their file, in lanes so that neither lines nor numbers of one lane meet."""
    if "phases" not in chronicle.facets:
        return ()
    found = [
        (labels.of("phases", phase.id), max(phase.date.earliest, scale.first), min(phase.date.latest, scale.last))
        for phase in chronicle.facets["phases"].items.values()
        if isinstance(phase, Phase) and phase.date and phase.date.possibly_within(scale.first, scale.last)
    ]
    numbers = [site.strings.number(at) for at in range(1, len(found) + 1)]
    lanes = _lanes([(start, end) for _, start, end in found], numbers, scale)
    names = _named([(label.text, scale.along(start)) for label, start, _ in found], numbers, lanes)
    return tuple(
        PhaseMark(label, number, start, end, lane, name)
        for (label, start, end), number, lane, name in zip(found, numbers, lanes, names, strict=True)
    )


def _lanes(windows: Sequence[tuple[date, date]], numbers: Sequence[str], scale: Timescale) -> list[int]:
    """The first lane that is free where a window begins; numbers keep apart at the least width."""
    least = STEPS[0][1]
    ends: list[float] = []
    lanes = []
    for (start, end), number in zip(windows, numbers, strict=True):
        room = scale.along(start) + 100 * (text_width(number, SIZE) + INSET) / least
        # The next may begin on the day on which this one ends.
        lanes.append(take_lane(ends, scale.along(start), max(scale.along(end), room)))
    return lanes


def _named(names: Sequence[tuple[str, float]], numbers: Sequence[str], lanes: Sequence[int]) -> list[str | None]:
    """From which width each name has room after its number, before the next number of its lane."""
    found: list[str | None] = [None] * len(names)
    for lane in set(lanes):
        here = [at for at, each in enumerate(lanes) if each == lane]
        marks = [Word(names[at][1], text_width(numbers[at], SIZE)) for at in here]
        after = [text_width(numbers[at], SIZE) + 2 * INSET for at in here]
        words = [
            Word(names[at][1], text_width(names[at][0], SIZE), 1, shift) for at, shift in zip(here, after, strict=True)
        ]
        for at, name in zip(here, thin([*marks, *words])[len(here) :], strict=True):
            found[at] = name
    return found


def month_links(chronicle: Chronicle, site: Site) -> tuple[MonthLink, ...]:
    """Every month that has a page, with the number of events that began in it, as the lists count them."""
    return tuple(month_link(month, len(chronicle.begun.get(month, ())), site) for month in chronicle.months)


def year_links(chronicle: Chronicle, site: Site) -> tuple[MonthLink, ...]:
    """Every year that has a page, with the number of events that began in it."""
    counts = {year: 0 for year, _ in chronicle.months}
    for (year, _), events in chronicle.begun.items():
        counts[year] += len(events)
    return tuple(
        MonthLink(
            id=f"{year:04}",
            title=site.strings.in_digits(str(year)),
            short=site.strings.in_digits(str(year)),
            address=site.addresses.page(f"{year:04}"),
            count=site.strings.number(count),
            words=site.strings.plural("count.events", count),
        )
        for year, count in counts.items()
    )


def by_months(scale: Timescale) -> bool:
    """Whether months are few enough to be told apart; otherwise years are ticks and links."""
    return scale.days <= MONTHS_UP_TO * 31


def draw_bands(marks: Sequence[PhaseMark], scale: Timescale) -> Iterator[Markup]:
    """The washes where phases are, as high as the drawing that they are put in."""
    for mark in marks:
        box = scale.stretch(scale.along(mark.start), scale.along(mark.end, 1))
        yield element("rect", class_="wash", **box, height="100%")


def draw_months(scale: Timescale, site: Site) -> Iterator[Markup]:
    """Ticks and names of months, the year in the place of January and of the first; only years when months are many.

    The tick of a year is its January's alone.
    """
    every = next(step for step in YEARS if step == YEARS[-1] or scale.days <= step * YEAR_TICKS * 366)
    days = [day for day in scale.months() if by_months(scale) or (day.month == 1 and day.year % every == 0)]
    years = [day is days[0] or day.month == 1 for day in days]
    texts = [
        site.strings.in_digits(str(day.year)) if year else site.strings.text(f"month.axis.{day.month}")
        for day, year in zip(days, years, strict=True)
    ]
    words = [
        Word(scale.along(day), text_width(text, SIZE), 0 if year else 1 + (day.month % 3 != 1), INSET, 0 if year else 1)
        for day, year, text in zip(days, years, texts, strict=True)
    ]
    for day, year, text, name in zip(days, years, texts, thin(words), strict=True):
        x = scale.point(scale.along(day))
        yield element("line", class_="tick year" if day.month == 1 else "tick", x1=x, x2=x, y1=0, y2=MONTH_ROW - 4)
        if name is not None:
            look = " ".join(filter(None, ("year" if year else "", name)))
            shift = -INSET if scale.mirrored else INSET
            yield element("text", text, class_=look or None, x=x, dx=shift, y=14)


def draw_days(scale: Timescale, site: Site, top: float) -> Iterator[Markup]:
    """Under a month's plot its days 1, 11 and 21."""
    for day in (1, 11, 21):
        x = scale.point(scale.along(scale.first, day - 1))
        yield element("text", site.strings.in_digits(str(day)), class_="day", x=x, y=top + 12)


def draw_phases(marks: Sequence[PhaseMark], scale: Timescale, top: float) -> Iterator[Markup]:
    """A line and a number for each phase, and its name where there is room."""
    side = -1 if scale.mirrored else 1
    for mark in marks:
        y = top + mark.lane * LANE
        start = scale.along(mark.start)
        yield element("rect", class_="phase", **scale.stretch(start, scale.along(mark.end)), y=y, height=3)
        x = scale.point(start)
        yield element("text", mark.number, class_="number", x=x, y=y + 15)
        if mark.name_from is not None:
            shift = side * (text_width(mark.number, SIZE) + INSET)
            look, lang = mark.name_from or None, mark.label.lang
            yield element("text", mark.label.text, class_=look, x=x, dx=shift, y=y + 15, lang=lang)


def draw_links(links: Sequence[MonthLink], scale: Timescale) -> Iterator[Markup]:
    """A link over the column of each month or year, as high as what it is put in: `June 2018, 34 events`."""
    for link in links:
        year, month = int(link.id[:4]), link.id[5:]
        start = date(year, int(month or 1), 1)
        length = monthrange(year, int(month))[1] if month else 365 + isleap(year)
        left, right = scale.along(start), scale.along(start, length)
        if left < right:
            column = element("rect", **scale.stretch(left, right), height="100%")
            yield element("a", element("title", f"{link.title}, {link.words}"), column, href=link.address)
