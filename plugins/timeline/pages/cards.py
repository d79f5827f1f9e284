"""The row of an event, as every list shows it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.chronicle.chronicle import Chronicle
from timeline.entries.dates import EdtfDate
from timeline.entries.event import Event
from timeline.pages.labels import KindLabel, Label, Labels
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
    """role: which template part draws it. differ: who gives rival accounts. more: places beyond those shown."""

    id: str
    address: str
    title: str
    summary: str
    date: DateView
    kind: KindLabel
    confidence: Label
    places: tuple[Label, ...]
    more: int
    sources: int
    differ: tuple[Label, ...]
    draft: bool
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


def card(event: Event, labels: Labels, site: Site) -> Card:
    """The row of one event."""
    return Card(
        id=event.id,
        address=site.addresses.page("events", event.id),
        title=event.title,
        summary=event.summary,
        date=date_view(event.date, site),
        kind=labels.kind(event.kind),
        confidence=labels.confidence(event.confidence),
        places=labels.all("places", event.places[:PLACES_SHOWN]),
        more=max(0, len(event.places) - PLACES_SHOWN),
        sources=len(event.sources),
        differ=tuple(dict.fromkeys(labels.claimant(account.by) for account in event.accounts)),
        draft=event.draft,
    )


def cards(chronicle: Chronicle, labels: Labels, site: Site) -> dict[str, Card]:
    """Every event's row by id, made once and shown by every list."""
    return {event.id: card(event, labels, site) for event in chronicle.events}
