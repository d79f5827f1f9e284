"""The overview: every event in the week it began, on one line of time, with phases, months and links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle, Month, begins
from timeline.entries.dates import parse
from timeline.entries.event import Event
from timeline.pages.labels import Labels, in_language
from timeline.pages.overview_axis import (
    DAY_ROW,
    LANE,
    MONTH_ROW,
    PhaseMark,
    by_months,
    draw_bands,
    draw_days,
    draw_links,
    draw_months,
    draw_phases,
    month_links,
    phase_marks,
    year_links,
)
from timeline.pages.overview_counts import Column, columns, families, has_day, month_bars, weeks
from timeline.pages.overview_plot import Plot, Plotter, reach, swatch
from timeline.pages.site import Site
from timeline.pages.svg import element, joined
from timeline.pages.timescale import whole_months
from timeline.pages.words import date_words, month_name

WEEK = 7
LONG = 500  # weeks beyond which one is so narrow that its mark needs an outline to be seen


@dataclass(frozen=True, slots=True)
class SmallPlot:
    """A month of a series: its name, how many of the events began in it, and on which days (SVG)."""

    month: Month
    title: str
    words: str
    drawing: Markup


class Overviews:
    """Makes the overviews of one site: all share the line of time of the whole chronicle, drawn once."""

    def __init__(self, chronicle: Chronicle, labels: Labels, site: Site) -> None:
        self.chronicle = chronicle
        self.site = site
        self.families = families(site, chronicle.vocabularies)
        if not chronicle.events:
            return
        first = chronicle.events[0].date.earliest
        self.scale = weeks(first, chronicle.until, mirrored=site.strings.direction == "rtl")
        self.marks = phase_marks(chronicle, self.scale, labels, site)
        lanes = max((mark.lane for mark in self.marks), default=-1) + 1
        self.foot = MONTH_ROW + lanes * LANE
        self.behind = joined(list(draw_bands(self.marks, self.scale)))
        self.under = joined([*draw_months(self.scale, site), *draw_phases(self.marks, self.scale, MONTH_ROW)])
        self.links = tuple(self._links())

    def of(self, events: Sequence[Event], *, whole: bool = False) -> Markup:
        """What stands in the figure of some events, on the line of time of all; nothing when there are none.

        whole: the names of the phases stand open, as on the page of everything; else they can be unfolded.
        """
        if not events:
            return Markup("")
        found = columns(events, self.scale, WEEK, self.families.of_kind)
        bars = month_bars(events, self.chronicle.until)
        made = Plotter(self.scale, WEEK, self.families, self.site).plot(found, bars, reach(found, self.families))
        title = element("strong", self.site.strings.text("overview.title"))
        key = element("ul", *self._key(events, months=bool(bars)), class_="overview__key")
        note = element("p", " ".join(self._sentences(found)), class_="overview__note") if len(events) > 1 else ""
        return element("figcaption", title, key) + self._drawing(made) + self._phases(whole=whole) + note

    def months(self, events: Sequence[Event], since: date) -> tuple[SmallPlot, ...]:
        """Month by month, the days on which events began, all to one height; () when all began in one month.

        since: events that began in an earlier month than this day's are left out.
        """
        first = since.year, since.month
        begun = {month: list(found) for month, found in groupby(events, key=begins) if month >= first}
        piles = {month: self._days(month, found) for month, found in begun.items()}
        heights = [reach(found, self.families) for found in piles.values()]
        rows = (max((above for above, _ in heights), default=0), max((below for _, below in heights), default=0))
        return tuple(self._small(month, begun[month], piles[month], rows) for month in begun) if len(begun) > 1 else ()

    def _days(self, month: Month, events: Sequence[Event]) -> tuple[Column, ...]:
        first = date(*month, 1)
        return columns(events, whole_months(first, first), 1, self.families.of_kind)

    def _small(
        self, month: Month, events: Sequence[Event], found: Sequence[Column], rows: tuple[int, int]
    ) -> SmallPlot:
        first = date(*month, 1)
        scale = whole_months(first, first, mirrored=self.scale.mirrored)
        bars = month_bars(events, scale.last)
        made = Plotter(scale, 1, self.families, self.site).plot(found, bars, rows)
        days = draw_days(scale, self.site, made.height)
        drawing = element(
            "svg",
            made.drawing,
            *days,
            class_="overview-drawing",
            width="100%",
            height=made.height + DAY_ROW,
            aria_hidden="true",
        )
        words = self.site.strings.plural("count.events", len(events))
        return SmallPlot(month, month_name(*month, self.site.strings), words, drawing)

    def _links(self) -> Iterator[Markup]:
        """Links to months, and to years where the drawing is too narrow for months or months are too many."""
        years = element("g", *draw_links(year_links(self.chronicle, self.site), self.scale))
        if not by_months(self.scale):
            yield years
            return
        yield element("g", years, class_="to-medium")
        months = draw_links(month_links(self.chronicle, self.site), self.scale)
        yield element("g", *months, class_="from-medium")

    def _phases(self, *, whole: bool) -> Markup:
        """The phases by their numbers, as links, under their lines."""
        if not self.marks:
            return Markup("")
        listed = element("ol", *(element("li", self._phase(mark)) for mark in self.marks), class_="overview__phases")
        summary = element("summary", self.site.strings.text("overview.phases"))
        return listed if whole else element("details", summary, listed, class_="overview__fold")

    def _phase(self, mark: PhaseMark) -> Markup:
        number = element("span", mark.number, class_="overview__number")
        words = element("bdi", mark.label.text, lang=mark.label.lang)
        return element("a", number, " ", words, href=mark.label.address)

    def _drawing(self, made: Plot) -> Markup:
        """Everything in its layer: washes, marks, the line of time, and the links over them."""
        height = made.height
        drawn = (
            element("svg", self.behind, width="100%", height=height),
            made.drawing,
            element("svg", self.under, y=height, width="100%", height=self.foot, overflow="visible"),
        )
        return element(
            "svg",
            element("g", *drawn, aria_hidden="true"),
            element("svg", *self.links, class_="links", width="100%", height=height + MONTH_ROW),
            class_="overview-drawing overview-drawing--long" if self.scale.days > LONG * WEEK else "overview-drawing",
            width="100%",
            height=height + self.foot,
            role="group",
            aria_label=self.site.strings.text("overview.title"),
        )

    def _sentences(self, found: Sequence[Column]) -> Iterator[str]:
        """The busiest week where one stands out, the weeks without a beginning, and how to read the drawing."""
        strings = self.site.strings
        most = max((column.events for column in found), default=0)
        busiest = [column for column in found if column.events == most > 1]
        if len(busiest) == 1:
            events = strings.plural("count.events", most)
            day = date_words(parse(busiest[0].start.isoformat()), strings)
            yield strings.text("overview.busiest", date=day, events=events)
        weeks_in_all = self.scale.days // WEEK
        yield strings.text("overview.empty", count=weeks_in_all - len(found), weeks=weeks_in_all)
        yield strings.text("overview.reading")
        below = [family for family in self.families.below if any(column.height([family]) for column in found)]
        if below:
            names = (self._name(family)[0] for family in below)
            yield strings.text("overview.below", families=strings.text("list.comma").join(names))

    def _name(self, family: str) -> tuple[str, str]:
        """The name of a family and its language; the settings' own word for it where they do not name it."""
        name, lang = in_language(self.site.families.get(family, {}), self.site.language)
        return name or family, lang or "en"

    def _key(self, events: Sequence[Event], *, months: bool) -> Iterator[Markup]:
        used = {self.families.of_kind[event.kind] for event in events if has_day(event.date)}
        for family in (*self.families.above, *self.families.below):
            if family in used:
                name, lang = self._name(family)
                drawn = swatch(family, below=family in self.families.below)
                yield element("li", drawn, " ", element("bdi", name, lang=lang))
        if months:
            yield element("li", swatch("month"), " ", self.site.strings.text("overview.month-only"))
