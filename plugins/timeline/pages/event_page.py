"""The page of one event: everything its entry states, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from timeline.chronicle.related import Reason, Relation, Relations
from timeline.chronicle.sources import originators
from timeline.entries.event import Account, Event
from timeline.pages.cards import Card, DateView, date_view
from timeline.pages.citations import Citation, citations
from timeline.pages.labels import Label
from timeline.pages.page import UNDRAWN, Crumb, PageSpec, head
from timeline.pages.prose import Converted, Writer
from timeline.pages.shared import Shared
from timeline.pages.source_view import SourceView, cited_sources
from timeline.pages.words import month_name


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place of the event. precision: `point`, `area`, `unlocated`, or '' where there is no map."""

    label: Label
    precision: str


@dataclass(frozen=True, slots=True)
class AccountView:
    """One rival version: whose it is, in whose hands that is (`side`, '' when unknown), and what it says."""

    by: Label
    side: str
    says: Markup


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction: its day and what was changed."""

    date: DateView
    note: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Other events and, in words, why they stand here."""

    reason: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Strand:
    """What happened before and after at one place, this event among the rows."""

    place: Label
    rows: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """The model of an event's page. `card` holds what its row shows as well: title, date, kind, grade.

    short: the address to print, without a scheme. kind: what its kind means. edit: address of the entry in the
    repository, contribute: of the page that tells how to help; '' where there is none. file: of the entry, in the
    preview alone. glyph: its date drawn large; atlas: its places.
    """

    card: Card
    short: str
    kind: str
    meaning: str
    originators: tuple[Label, ...]
    places: tuple[PlaceView, ...]
    actors: tuple[Label, ...]
    tags: tuple[Label, ...]
    phases: tuple[Label, ...]
    body: Markup
    accounts: tuple[AccountView, ...]
    caveats: tuple[Markup, ...]
    sources: tuple[SourceView, ...]
    corrections: tuple[CorrectionView, ...]
    added: DateView
    previous: Card | None
    next: Card | None
    strand: Strand | None
    beside: tuple[Beside, ...]
    citations: tuple[Citation, ...]
    edit: str
    file: str
    contribute: str
    glyph: Markup = UNDRAWN
    atlas: Markup = UNDRAWN


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The events that an event's page shows beside it: neighbours in time, at a place, related ones."""

    event: Event
    before: Event | None
    after: Event | None
    place: str
    strand: tuple[Event, ...]
    relations: tuple[Relation, ...]

    def needs(self) -> frozenset[str]:
        """The ids of all of them."""
        others = (self.event, self.before, self.after, *self.strand, *(each.event for each in self.relations))
        return frozenset(each.id for each in others if each)


class EventPages:
    """Makes the pages of events; holds what all of them share."""

    def __init__(self, shared: Shared) -> None:
        self.chronicle = shared.chronicle
        self.rows = shared.rows
        self.labels = shared.labels
        self.site = shared.site
        self.drawings = shared.drawings
        self.relations = Relations(self.chronicle)
        self.writer = Writer()
        known = any(page.id == "contribute" for page in self.chronicle.pages)
        self.contribute = self.site.addresses.page("contribute") if known else ""

    def pages(self) -> Iterator[PageSpec]:
        """The page of each event, in the order of the chronology."""
        for event in self.chronicle.events:
            yield self._page(event)

    def _page(self, event: Event) -> PageSpec:
        surroundings = self._surroundings(event)
        made = head(
            self.site,
            event.title,
            "events",
            event.id,
            description=event.summary,
            section="timeline",
            crumbs=self._crumbs(event),
        )
        return PageSpec(made, "event.html", partial(self._model, event, surroundings), surroundings.needs())

    def _surroundings(self, event: Event) -> Surroundings:
        """What stands beside the event: at the first of its places where anything else is recorded, and elsewhere."""
        strands = ((key, self.relations.around(event, key, 3)) for key in event.places)
        place, strand = next(((key, around) for key, around in strands if len(around) > 1), ("", ()))
        before, after = self.chronicle.neighbours(event)
        return Surroundings(event, before, after, place, strand, self.relations.beside(event))

    def _crumbs(self, event: Event) -> tuple[Crumb, ...]:
        day = event.date.earliest
        address = self.site.addresses.page(f"{day.year:04}", f"{day.month:02}")
        return (Crumb(month_name(day.year, day.month, self.site.strings), address),)

    def _model(self, event: Event, surroundings: Surroundings) -> EventPage:
        converted = self._converted(event)
        before, after = surroundings.before, surroundings.after
        accounts = len(event.accounts)
        return EventPage(
            card=self.rows[event.id],
            short=self._short(event),
            kind=self.labels.meaning("kinds", event.kind),
            meaning=self.labels.meaning("confidence", event.confidence),
            originators=self.labels.all("sources", originators(event)),
            places=tuple(PlaceView(self.labels.of("places", key), self.labels.precision(key)) for key in event.places),
            actors=self.labels.all("actors", event.actors),
            tags=self.labels.all("tags", event.tags),
            phases=self.labels.all("phases", self.chronicle.phases_of[event.id]),
            body=converted.html[0],
            accounts=tuple(map(self._account, event.accounts, converted.html[1:])),
            caveats=converted.html[1 + accounts :],
            sources=cited_sources(event, converted.references, self.labels),
            corrections=tuple(CorrectionView(date_view(each.date, self.site), each.note) for each in event.corrections),
            added=date_view(event.added, self.site),
            previous=self.rows[before.id] if before else None,
            next=self.rows[after.id] if after else None,
            strand=self._strand(surroundings),
            beside=self._beside(surroundings),
            citations=citations(event, self.site),
            edit=self.site.edit_address(event.path),
            file=event.path if self.site.preview else "",
            contribute=self.contribute,
            glyph=self.drawings.ruler(event.date),
            atlas=self.drawings.event_map(event),
        )

    def _short(self, event: Event) -> str:
        address = self._address(event.id)
        return self.site.addresses.absolute(address).partition("://")[2] or address

    def _address(self, key: str) -> str:
        return self.site.addresses.page("events", key)

    def _converted(self, event: Event) -> Converted:
        label = self.site.strings.text("source.label", number="{n}")
        return self.writer.entry(
            event.texts, anchor=event.id, numbers=event.numbers, address_of=self._address, label=label
        )

    def _account(self, account: Account, says: Markup) -> AccountView:
        return AccountView(self.labels.claimant(account.by), self.labels.standing(account.by), says)

    def _strand(self, surroundings: Surroundings) -> Strand | None:
        if not surroundings.place:
            return None
        rows = tuple(self.rows[each.id] for each in surroundings.strand)
        return Strand(self.labels.of("places", surroundings.place), rows)

    def _beside(self, surroundings: Surroundings) -> tuple[Beside, ...]:
        found = groupby(surroundings.relations, key=lambda each: self._reason(each.reason, each.place))
        return tuple(Beside(reason, tuple(self.rows[each.event.id] for each in here)) for reason, here in found)

    def _reason(self, reason: Reason, place: str) -> str:
        where = self.labels.of("places", place).text if place else ""
        return self.site.strings.text(f"related.{reason.value}", place=where)
