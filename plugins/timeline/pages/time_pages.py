"""The front page, the years and the months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from timeline.chronicle.chronicle import Chronicle, Month, begins
from timeline.entries.vocabulary import Phase
from timeline.pages.cards import Card
from timeline.pages.labels import Label, Labels
from timeline.pages.listing import FIRST, Listing, MonthLink, listing, month_link
from timeline.pages.page import Crumb, PageSpec, head
from timeline.pages.site import Site
from timeline.pages.words import date_words, month_name


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade of confidence: how many events carry it, and what it means."""

    label: Label
    count: str
    meaning: str


@dataclass(frozen=True, slots=True)
class PhaseBand:
    """A phase on the front page. words: its window."""

    label: Label
    words: str
    description: str


@dataclass(frozen=True, slots=True)
class Front:
    """The front page: the list of events, the grades, the phases, every month."""

    listing: Listing
    grades: tuple[Grade, ...]
    phases: tuple[PhaseBand, ...]
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its months, of which those without events are absent."""

    number: int
    title: str
    address: str
    months: tuple[MonthLink, ...]


@dataclass(frozen=True, slots=True)
class MonthPage:
    """A month: what began in it, and above it what began earlier and may touch it."""

    month: MonthLink
    earlier: tuple[Card, ...]
    listing: Listing
    previous: MonthLink | None
    next: MonthLink | None


def years(chronicle: Chronicle, site: Site) -> tuple[Year, ...]:
    """Every year of the chronicle with its months."""
    found = groupby(chronicle.months.items(), key=lambda pair: pair[0][0])
    return tuple(
        Year(
            year,
            site.strings.in_digits(str(year)),
            site.addresses.page(f"{year:04}"),
            tuple(month_link(month, len(events), site) for month, events in pairs),
        )
        for year, pairs in found
    )


def front_page(chronicle: Chronicle, rows: Mapping[str, Card], labels: Labels, site: Site) -> PageSpec:
    """The timeline: the first events in full, the later months as links."""
    shown = listing(chronicle.events, rows, site, FIRST)
    model = Front(shown, _grades(chronicle, labels, site), _phases(chronicle, labels, site), years(chronicle, site))
    return PageSpec(head(site, site.title, description=site.subtitle, section="timeline"), "timeline.html", model, frozenset(chronicle.position))


def _grades(chronicle: Chronicle, labels: Labels, site: Site) -> tuple[Grade, ...]:
    counts = {key: 0 for key in chronicle.vocabularies["confidence"].items}
    for event in chronicle.events:
        counts[event.confidence] += 1
    return tuple(Grade(labels.confidence(key), site.strings.number(count), labels.meaning("confidence", key)) for key, count in counts.items())


def _phases(chronicle: Chronicle, labels: Labels, site: Site) -> tuple[PhaseBand, ...]:
    if "phases" not in chronicle.facets:
        return ()
    items = chronicle.facets["phases"].items
    return tuple(
        PhaseBand(labels.of("phases", key), date_words(item.date, site.strings), labels.meaning("phases", key))
        for key, item in items.items()
        if isinstance(item, Phase) and item.date
    )


def year_pages(chronicle: Chronicle, rows: Mapping[str, Card], site: Site) -> Iterator[PageSpec]:
    """One page a year: its events up to the same limit as the front page, then its months."""
    for year in years(chronicle, site):
        months = [month for month in chronicle.months if month[0] == year.number]
        events = [event for month in months for event in chronicle.begun.get(month, ())]
        model = YearPage(year, listing(events, rows, site, FIRST))
        needs = frozenset(event.id for month in months for event in chronicle.months[month])
        yield PageSpec(head(site, year.title, f"{year.number:04}", section="timeline"), "year.html", model, needs)


@dataclass(frozen=True, slots=True)
class YearPage:
    """A year: its months as links, and what began in it."""

    year: Year
    listing: Listing


def month_pages(chronicle: Chronicle, rows: Mapping[str, Card], site: Site) -> Iterator[PageSpec]:
    """One page a month that any event may touch; its own list is what the browser fetches as a fragment."""
    months = list(chronicle.months)
    links = [month_link(month, len(chronicle.months[month]), site) for month in months]
    for at, month in enumerate(months):
        model = _month(chronicle, rows, site, month, links[at], links[at - 1] if at else None, links[at + 1] if at + 1 < len(links) else None)
        year, of_year = f"{month[0]:04}", f"{month[1]:02}"
        crumbs = (Crumb(site.strings.in_digits(str(month[0])), site.addresses.page(year)),)
        near = {event.id for other in months[max(0, at - 1) : at + 2] for event in chronicle.months[other]}
        made = head(site, month_name(*month, site.strings), year, of_year, section="timeline", crumbs=crumbs)
        yield PageSpec(made, "month.html", model, frozenset(near))


def _month(
    chronicle: Chronicle, rows: Mapping[str, Card], site: Site, month: Month, link: MonthLink, previous: MonthLink | None, following: MonthLink | None
) -> MonthPage:
    events = chronicle.months[month]
    earlier = tuple(rows[event.id] for event in events if begins(event) != month)
    here = [event for event in events if begins(event) == month]
    return MonthPage(link, earlier, listing(here, rows, site), previous, following)
