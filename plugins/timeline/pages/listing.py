"""A list of events under month headings, with silences and phases in their places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from timeline.chronicle.chronicle import Chronicle, Month, begins
from timeline.entries.dates import parse
from timeline.entries.event import Event
from timeline.pages.cards import Card
from timeline.pages.labels import Label
from timeline.pages.phases import PhaseBand, lanes_through
from timeline.pages.silence import Silence, silences
from timeline.pages.site import Site
from timeline.pages.words import date_words, month_name

FIRST = 400  # events in full on the front page; the months carry the rest
DAY_PIXELS = 4
YEAR = 365.2425  # days; a silence of two years and more is told in whole years
TALLEST = 30  # days after which a gap grows no more


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A month as a link. id: `2018-06`; short: without the year; count: how many events it lists, as a number."""

    id: str
    title: str
    short: str
    address: str
    count: str
    words: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence in the list. words: the days and how many; running: what may touch them all the same, '' for none.

    length: of its line in pixels, by the days.
    """

    words: str
    running: str
    length: int
    start: date
    lanes: tuple[int, ...]
    role: str = "gap"


Row = Card | Gap | PhaseBand


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """The events that begin in one month, in order, between them silences and phases. phases: those it touches."""

    month: MonthLink
    rows: tuple[Row, ...]
    phases: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """groups: months with their rows; later: months whose events are not in this list but on pages of their own."""

    groups: tuple[MonthGroup, ...]
    later: tuple[MonthLink, ...]
    count: str

    def ids(self) -> tuple[str, ...]:
        """The ids of the events listed."""
        return tuple(card.id for card in self.cards())

    def cards(self) -> tuple[Card, ...]:
        """The events listed."""
        return tuple(row for group in self.groups for row in group.rows if isinstance(row, Card))

    def harm(self) -> bool:
        """Whether one of the events tells of harm; of months that are not in this list one may."""
        return bool(self.later) or any(card.harm for card in self.cards())


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands between the events of a list that leaves none out: by month of the list, in order."""

    between: Mapping[Month, Sequence[Gap | PhaseBand]]
    bands: tuple[PhaseBand, ...]


BARE = Setting({}, ())


def setting(chronicle: Chronicle, bands: tuple[PhaseBand, ...], site: Site) -> Setting:
    """The phases and silences of a chronicle, each in the month in which its first day lies.

    Where no event begins in that month, a phase opens the next month of the list and a silence closes the last.
    """
    months = list(chronicle.begun)
    between: dict[Month, list[Gap | PhaseBand]] = defaultdict(list)
    for band in bands:
        at = bisect_left(months, (band.start.year, band.start.month))
        if at < len(months):
            between[months[at]].append(band)
    for silence in silences(chronicle.events):
        at = bisect_right(months, (silence.start.year, silence.start.month))
        between[months[at - 1]].append(_gap(silence, bands, site))
    return Setting(between, bands)


def _gap(silence: Silence, bands: tuple[PhaseBand, ...], site: Site) -> Gap:
    strings = site.strings
    dates = date_words(parse(f"{silence.start}/{silence.end}"), strings)
    years = int(silence.days / YEAR)
    length = strings.plural("count.years", years) if years > 1 else strings.plural("count.days", silence.days)
    return Gap(
        words=strings.text("list.nothing-recorded", dates=dates, days=length),
        running=strings.plural("list.may-touch", silence.running) if silence.running else "",
        length=min(silence.days, TALLEST) * DAY_PIXELS,
        start=silence.start,
        lanes=lanes_through(bands, silence.start, silence.end),
    )


def month_link(month: Month, count: int, site: Site) -> MonthLink:
    """The link to a month's page."""
    key = f"{month[0]:04}-{month[1]:02}"
    strings = site.strings
    address = site.addresses.page(key[:4], key[5:])
    return MonthLink(
        id=key,
        title=month_name(*month, strings),
        short=strings.text(f"month.short.{month[1]}"),
        address=address,
        count=strings.number(count),
        words=strings.plural("count.events", count),
    )


def listing(
    events: Sequence[Event], rows: Mapping[str, Card], site: Site, limit: int | None = None, setting: Setting = BARE
) -> Listing:
    """The list of `events` (in the order of the chronology) by the month in which each begins.

    limit: how many events at most stand in the list itself; whole months beyond it become links.
    setting: what stands between the events, for a list that leaves out none.
    """
    groups: list[MonthGroup] = []
    later: list[MonthLink] = []
    shown = 0
    for month, begun in groupby(events, key=begins):
        here = list(begun)
        link = month_link(month, len(here), site)
        if later or (limit is not None and groups and shown + len(here) > limit):
            later.append(link)
            continue
        phases = tuple(band.label for band in setting.bands if band.touches(month))
        groups.append(MonthGroup(link, tuple(_merged(here, rows, setting.between.get(month, ()))), phases))
        shown += len(here)
    return Listing(tuple(groups), tuple(later), site.strings.plural("count.events", len(events)))


def _merged(events: Sequence[Event], rows: Mapping[str, Card], between: Sequence[Gap | PhaseBand]) -> Iterator[Row]:
    """Events and what stands between them by first day; of one day, a phase before the events and a silence after."""
    dated: list[tuple[date, int, Row]] = [(event.date.earliest, 1, rows[event.id]) for event in events]
    dated += [(each.start, 0 if isinstance(each, PhaseBand) else 2, each) for each in between]
    return (row for _, _, row in sorted(dated, key=lambda each: each[:2]))
