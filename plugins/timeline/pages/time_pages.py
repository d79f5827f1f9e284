"""The front page, the years and the months: each may need any event, since a silence reaches to the next one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle, Month, begins
from timeline.pages.cards import Card
from timeline.pages.find_form import FindForm, find_form
from timeline.pages.labels import KindLabel, Label, Labels, in_language
from timeline.pages.listing import FIRST, Listing, MonthLink, listing, month_link
from timeline.pages.page import UNDRAWN, Crumb, Head, PageSpec, head
from timeline.pages.shared import Shared
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

    find: the filters. kinds: for the key, by family. overview, atlas: drawings of all events.
    """

    listing: Listing
    span: str
    grades: tuple[Grade, ...]
    families: tuple[Family, ...]
    years: tuple[Year, ...]
    find: FindForm | None
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


def front_page(shared: Shared) -> PageSpec:
    """The timeline: the first events in full, the later months as links."""
    made = head(shared.site, shared.site.title, description=shared.site.subtitle, section="timeline")
    return PageSpec(made, "timeline.html", partial(_front, shared), shared.everything)


def _front(shared: Shared) -> Front:
    chronicle, site, labels = shared.chronicle, shared.site, shared.labels
    shown = listing(chronicle.events, shared.rows, site, FIRST, shared.setting)
    return Front(
        listing=shown,
        span=_span(chronicle, site),
        grades=_grades(chronicle, labels, site),
        families=_families(chronicle, labels, site),
        years=years(chronicle, site, _ids(shown)),
        find=find_form(chronicle, labels, site),
        overview=shared.drawings.overview(chronicle.events, whole=True),
        atlas=shared.drawings.plates(chronicle.events),
    )


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


def year_pages(shared: Shared) -> Iterator[PageSpec]:
    """One page a year: its events up to the same limit as the front page, then its months."""
    site = shared.site
    every = years(shared.chronicle, site)
    for at, year in enumerate(every):
        made = head(site, site.strings.text("title.year", year=year.title), f"{year.number:04}", section="timeline")
        yield PageSpec(made, "year.html", partial(_year, shared, every, at), shared.everything)


def _year(shared: Shared, every: Sequence[Year], at: int) -> YearPage:
    year, begun = every[at], shared.chronicle.begun
    events = [event for month in begun if month[0] == year.number for event in begun[month]]
    shown = listing(events, shared.rows, shared.site, FIRST, shared.setting)
    return YearPage(
        year=replace(year, months=tuple(_jump(link, _ids(shown)) for link in year.months)),
        listing=shown,
        previous=every[at - 1] if at else None,
        next=every[at + 1] if at + 1 < len(every) else None,
        overview=shared.drawings.overview(events),
    )


@dataclass(frozen=True, slots=True)
class YearPage:
    """A year: its months as links, and what began in it."""

    year: Year
    listing: Listing
    previous: Year | None
    next: Year | None
    overview: Markup = UNDRAWN


def month_pages(shared: Shared) -> Iterator[PageSpec]:
    """One page a month that any event may touch; its own list is what the browser fetches as a fragment."""
    months = shared.chronicle.months
    links = [month_link(month, len(events), shared.site) for month, events in months.items()]
    for at, month in enumerate(months):
        make = partial(_month, shared, links, at, month)
        yield PageSpec(_month_head(month, shared.site), "month.html", make, shared.everything)


def _month(shared: Shared, links: Sequence[MonthLink], at: int, month: Month) -> MonthPage:
    events = shared.chronicle.months[month]
    begun = shared.chronicle.begun.get(month, ())
    return MonthPage(
        month=links[at],
        earlier=tuple(shared.rows[event.id] for event in events if begins(event) != month),
        listing=listing(begun, shared.rows, shared.site, setting=shared.setting),
        previous=links[at - 1] if at else None,
        next=links[at + 1] if at + 1 < len(links) else None,
        atlas=shared.drawings.map(events),
    )


def _month_head(month: Month, site: Site) -> Head:
    year, of_year = f"{month[0]:04}", f"{month[1]:02}"
    title = site.strings.text("title.month", month=month_name(*month, site.strings))
    crumbs = (Crumb(site.strings.in_digits(str(month[0])), site.addresses.page(year)),)
    return head(site, title, year, of_year, section="timeline", crumbs=crumbs)
