"""The page of one event: everything its entry states, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.related import Reason, Relations
from timeline.chronicle.sources import originators
from timeline.entries.event import Event
from timeline.exports.citations import Citation, citations
from timeline.pages.cards import Card, DateView, date_view
from timeline.pages.drawings import Drawings
from timeline.pages.labels import Label, Labels
from timeline.pages.page import UNDRAWN, Crumb, PageSpec, head
from timeline.pages.prose import Writer
from timeline.pages.site import Site
from timeline.pages.source_view import SourceView, cited_sources
from timeline.pages.words import month_name


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place of the event. precision: `point`, `area` or `unlocated`."""

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
    """Another event and, in words, why it stands here."""

    card: Card
    reason: str


@dataclass(frozen=True, slots=True)
class Strand:
    """What happened before and after at one place, this event among the rows."""

    place: Label
    rows: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """The model of an event's page. `card` holds what its row shows as well: title, date, kind, grade.

    short: the address to print, without a scheme. kind: what its kind means. edit: address of the entry in the
    repository, contribute: of the page that tells how to help; '' where there is none. glyph: its date drawn large;
    atlas: its places.
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
    contribute: str
    glyph: Markup = UNDRAWN
    atlas: Markup = UNDRAWN


class EventPages:
    """Makes the pages of events; holds what all of them share."""

    def __init__(
        self, chronicle: Chronicle, rows: Mapping[str, Card], labels: Labels, site: Site, drawings: Drawings
    ) -> None:
        self.chronicle = chronicle
        self.rows = rows
        self.labels = labels
        self.site = site
        self.drawings = drawings
        self.relations = Relations(chronicle)
        self.writer = Writer()
        known = any(page.id == "contribute" for page in chronicle.pages)
        self.contribute = site.addresses.page("contribute") if known else ""

    def page(self, event: Event) -> PageSpec:
        """The page of one event."""
        model = self._model(event)
        beside = {each.card.id for each in model.beside} | {row.id for row in (model.previous, model.next) if row}
        strand = {row.id for row in model.strand.rows} if model.strand else set()
        made = head(
            self.site,
            event.title,
            "events",
            event.id,
            description=event.summary,
            section="timeline",
            crumbs=self._crumbs(event),
        )
        return PageSpec(made, "event.html", model, frozenset({event.id} | beside | strand))

    def _crumbs(self, event: Event) -> tuple[Crumb, ...]:
        day = event.date.earliest
        address = self.site.addresses.page(f"{day.year:04}", f"{day.month:02}")
        return (Crumb(month_name(day.year, day.month, self.site.strings), address),)

    def _model(self, event: Event) -> EventPage:
        texts = (event.body, *(account.says for account in event.accounts), *event.caveats)
        numbers = {key: number for number, key in enumerate(event.cited, 1)}
        converted = self.writer.entry(
            texts,
            anchor=event.id,
            numbers=numbers,
            address_of=self._address,
            label=self.site.strings.text("source.label", number="{n}"),
        )
        before, after = self.chronicle.neighbours(event)
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
            accounts=tuple(
                self._account(account.by, says)
                for account, says in zip(event.accounts, converted.html[1:], strict=False)
            ),
            caveats=converted.html[1 + accounts :],
            sources=cited_sources(event, numbers, converted.references, self.labels),
            corrections=tuple(CorrectionView(date_view(each.date, self.site), each.note) for each in event.corrections),
            added=date_view(event.added, self.site),
            previous=self.rows[before.id] if before else None,
            next=self.rows[after.id] if after else None,
            strand=self._strand(event),
            beside=self._beside(event),
            citations=citations(event, self.site),
            edit=f"{self.site.repository}/edit/main/{event.path}" if self.site.repository else "",
            contribute=self.contribute,
            glyph=self.drawings.ruler(event.date),
            atlas=self.drawings.event_map(event),
        )

    def _short(self, event: Event) -> str:
        address = self._address(event.id)
        return self.site.addresses.absolute(address).partition("://")[2] or address

    def _address(self, key: str) -> str:
        return self.site.addresses.page("events", key)

    def _account(self, by: str, says: Markup) -> AccountView:
        label = self.labels.claimant(by)
        return AccountView(label, self.labels.standing(by), says)

    def _strand(self, event: Event) -> Strand | None:
        """The first place of the event at which anything else is recorded, with three events to each side."""
        for key in event.places:
            around = self.relations.around(event, key, 3)
            if len(around) > 1:
                return Strand(self.labels.of("places", key), tuple(self.rows[each.id] for each in around))
        return None

    def _beside(self, event: Event) -> tuple[Beside, ...]:
        return tuple(
            Beside(self.rows[each.event.id], self._reason(each.reason, each.place))
            for each in self.relations.beside(event)
        )

    def _reason(self, reason: Reason, place: str) -> str:
        where = self.labels.of("places", place).text if place else ""
        return self.site.strings.text(f"related.{reason.value}", place=where)
