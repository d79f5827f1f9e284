"""The row of an event, as every list shows it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle
from timeline.entries.dates import EdtfDate
from timeline.entries.event import Event
from timeline.pages.date_glyph import date_glyph
from timeline.pages.labels import KindLabel, Label, Labels
from timeline.pages.page import UNDRAWN
from timeline.pages.phases import PhaseBand
from timeline.pages.site import Site
from timeline.pages.words import date_words, day_figure, iso_datetime, weekday

PLACES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class DateView:
    """A date for people (`words`), for machines (`iso`, HTML's datetime; `edtf`), and as a hanging figure.

    doubt: the words over the figure, '' for none; month: '' where the figure has it.
    """

    words: str
    iso: str
    edtf: str
    figure: str
    month: str
    doubt: str
    weekday: str


@dataclass(frozen=True, slots=True)
class Card:
    """What the row of an event shows. role: which template part draws it.

    more: places beyond those shown, in words. sources: how many, in words. differ: who gives rival accounts.
    harm: whether a reader may wish its text folded. lanes: of the phases it may belong to. glyph: the width of its
    date, drawn.
    """

    id: str
    address: str
    title: str
    summary: str
    date: DateView
    kind: KindLabel
    confidence: Label
    places: tuple[Label, ...]
    more: str
    sources: str
    differ: tuple[Label, ...]
    draft: bool
    harm: bool = False
    lanes: tuple[int, ...] = ()
    glyph: Markup = UNDRAWN
    role: str = "event"


def date_view(date: EdtfDate, site: Site) -> DateView:
    """A date in the words of the site."""
    figure = day_figure(date, site.strings)
    return DateView(
        words=date_words(date, site.strings),
        iso=iso_datetime(date),
        edtf=date.text,
        figure=figure.figure,
        month=figure.month,
        doubt=figure.qualifier,
        weekday=weekday(date, site.strings),
    )


def card(event: Event, labels: Labels, site: Site, lanes: tuple[int, ...] = ()) -> Card:
    """The row of one event. lanes: of its phases."""
    strings = site.strings
    more = len(event.places) - PLACES_SHOWN
    return Card(
        id=event.id,
        address=site.addresses.page("events", event.id),
        title=event.title,
        summary=event.summary,
        date=date_view(event.date, site),
        kind=labels.kind(event.kind),
        confidence=labels.confidence(event.confidence),
        places=labels.all("places", event.places[:PLACES_SHOWN]),
        more=strings.text("count.more", count=more) if more > 0 else "",
        sources=strings.plural("count.sources", len(event.sources)),
        differ=tuple(dict.fromkeys(labels.claimant(account.by) for account in event.accounts)),
        draft=event.draft,
        harm=event.kind in site.notice,
        lanes=lanes,
        glyph=date_glyph(event.date, mirrored=strings.direction == "rtl"),
    )


def cards(chronicle: Chronicle, labels: Labels, site: Site, bands: tuple[PhaseBand, ...]) -> dict[str, Card]:
    """Every event's row by id, made once and shown by every list. bands: the phases, for the lanes beside the rows."""
    lane_of = {band.label.id: band.lane for band in bands}
    return {
        event.id: card(
            event,
            labels,
            site,
            tuple(sorted({lane_of[key] for key in chronicle.phases_of[event.id] if key in lane_of})),
        )
        for event in chronicle.events
    }
