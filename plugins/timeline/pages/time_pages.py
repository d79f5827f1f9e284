"""The front page, the years and the months: each may need any event, since a silence reaches to the next one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle, Month, begins
from timeline.pages.cards import Card
from timeline.pages.drawings import Drawings
from timeline.pages.labels import KindLabel, Label, Labels, in_language
from timeline.pages.listing import FIRST, Listing, MonthLink, Setting, listing, month_link
from timeline.pages.page import UNDRAWN, Crumb, Head, PageSpec, head
from timeline.pages.site import Site
from timeline.pages.words import month_name


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade of confidence: how many events carry it, and what it means."""

    label: Label
    count: str
    meaning: str


@dataclass(frozen=True, slots=True)
class KindKey:
    """A kind in the key of symbols, with what it means."""

    label: KindLabel
    meaning: str


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds that share a colour. name: of the family, '' when the settings give none."""

    name: str
    kinds: tuple[KindKey, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """The front page: the list of events, the grades, every month. span: from its first month to its last, in words.

    kinds: for the key, by family. overview, atlas: drawings of all events.
    """

    listing: Listing
    span: str
    grades: tuple[Grade, ...]
    families: tuple[Family, ...]
    years: tuple[Year, ...]
    overview: Markup = UNDRAWN
    atlas: Markup = UNDRAWN


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
    atlas: Markup = UNDRAWN


def years(chronicle: Chronicle, site: Site, here: frozenset[str] = frozenset()) -> tuple[Year, ...]:
    """Every year that an event may touch, with its months and how many events begin in each.

    here: ids of months that stand on the page itself.
    """
    found = groupby(chronicle.months, key=itemgetter(0))
    return tuple(
        Year(
            year,
            site.strings.in_digits(str(year)),
            site.addresses.page(f"{year:04}"),
            tuple(_jump(month_link(month, len(chronicle.begun.get(month, ())), site), here) for month in months),
        )
        for year, months in found
    )


def _jump(link: MonthLink, here: frozenset[str]) -> MonthLink:
    return replace(link, address=f"#{link.id}") if link.id in here else link


def _ids(shown: Listing) -> frozenset[str]:
    return frozenset(group.month.id for group in shown.groups)


def front_page(
    chronicle: Chronicle, rows: Mapping[str, Card], labels: Labels, site: Site, setting: Setting, drawings: Drawings
) -> PageSpec:
    """The timeline: the first events in full, the later months as links."""
    shown = listing(chronicle.events, rows, site, FIRST, setting)
    model = Front(
        listing=shown,
        span=_span(chronicle, site),
        grades=_grades(chronicle, labels, site),
        families=_families(chronicle, labels, site),
        years=years(chronicle, site, _ids(shown)),
        overview=drawings.overview(chronicle.events),
        atlas=drawings.plates(chronicle.events),
    )
    made = head(site, site.title, description=site.subtitle, section="timeline")
    return PageSpec(made, "timeline.html", model, frozenset(chronicle.position))


def _span(chronicle: Chronicle, site: Site) -> str:
    """The months in which the first and the last event begin: `August 2017 – April 2019`, '' without events."""
    months = [month_name(*month, site.strings) for month in chronicle.begun]
    if not months or months[0] == months[-1]:
        return "".join(months)
    return site.strings.text("date.range-wide", first=months[0], last=months[-1])


def _grades(chronicle: Chronicle, labels: Labels, site: Site) -> tuple[Grade, ...]:
    counts = Counter(event.confidence for event in chronicle.events)
    return tuple(
        Grade(labels.confidence(key), site.strings.number(counts[key]), labels.meaning("confidence", key))
        for key in chronicle.vocabularies["confidence"].items
    )


def _families(chronicle: Chronicle, labels: Labels, site: Site) -> tuple[Family, ...]:
    """Kinds by colour, in the order of their vocabulary."""
    keys = [KindKey(labels.kind(key), labels.meaning("kinds", key)) for key in chronicle.vocabularies["kinds"].items]
    colours = dict.fromkeys(key.label.colour for key in keys)
    return tuple(
        Family(
            in_language(site.families.get(colour, {}), site.language)[0],
            tuple(key for key in keys if key.label.colour == colour),
        )
        for colour in colours
    )


def year_pages(
    chronicle: Chronicle, rows: Mapping[str, Card], site: Site, setting: Setting, drawings: Drawings
) -> Iterator[PageSpec]:
    """One page a year: its events up to the same limit as the front page, then its months."""
    every = years(chronicle, site)
    for at, year in enumerate(every):
        months = [month for month in chronicle.months if month[0] == year.number]
        events = [event for month in months for event in chronicle.begun.get(month, ())]
        shown = listing(events, rows, site, FIRST, setting)
        here = replace(year, months=tuple(_jump(link, _ids(shown)) for link in year.months))
        model = YearPage(
            year=here,
            listing=shown,
            previous=every[at - 1] if at else None,
            next=every[at + 1] if at + 1 < len(every) else None,
            overview=drawings.overview(events),
        )
        made = head(site, site.strings.text("title.year", year=year.title), f"{year.number:04}", section="timeline")
        yield PageSpec(made, "year.html", model, frozenset(chronicle.position))


@dataclass(frozen=True, slots=True)
class YearPage:
    """A year: its months as links, and what began in it."""

    year: Year
    listing: Listing
    previous: Year | None
    next: Year | None
    overview: Markup = UNDRAWN


def month_pages(
    chronicle: Chronicle, rows: Mapping[str, Card], site: Site, setting: Setting, drawings: Drawings
) -> Iterator[PageSpec]:
    """One page a month that any event may touch; its own list is what the browser fetches as a fragment."""
    months = list(chronicle.months)
    links = [month_link(month, len(chronicle.months[month]), site) for month in months]
    for at, month in enumerate(months):
        events = chronicle.months[month]
        model = MonthPage(
            month=links[at],
            earlier=tuple(rows[event.id] for event in events if begins(event) != month),
            listing=listing(chronicle.begun.get(month, ()), rows, site, setting=setting),
            previous=links[at - 1] if at else None,
            next=links[at + 1] if at + 1 < len(links) else None,
            atlas=drawings.map(events),
        )
        yield PageSpec(_month_head(month, site), "month.html", model, frozenset(chronicle.position))


def _month_head(month: Month, site: Site) -> Head:
    year, of_year = f"{month[0]:04}", f"{month[1]:02}"
    title = site.strings.text("title.month", month=month_name(*month, site.strings))
    crumbs = (Crumb(site.strings.in_digits(str(month[0])), site.addresses.page(year)),)
    return head(site, title, year, of_year, section="timeline", crumbs=crumbs)
