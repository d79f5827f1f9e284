"""An event as readers see it in one state of the content, for a report that shows two of them side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle
from timeline.entries.event import Event
from timeline.pages.cards import card
from timeline.pages.changes_fields import Names
from timeline.pages.labels import Label, Labels
from timeline.pages.prose import Writer
from timeline.pages.render import Renderer
from timeline.pages.site import Site


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source under a text. anchor: where its footnote marks lead."""

    anchor: str
    number: int
    publisher: Label
    title: str
    url: str
    says: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An event as readers see it in one state: its row in lists, and its text with accounts, caveats and sources."""

    row: Markup
    body: Markup
    accounts: tuple[tuple[Label, Markup], ...]
    caveats: tuple[Markup, ...]
    sources: tuple[SourceLine, ...]


class Reader:
    """Shows the events of one state. own: begins its element ids; shown: ids of the events in the report."""

    def __init__(self, chronicle: Chronicle, site: Site, renderer: Renderer, own: str, shown: frozenset[str]) -> None:
        self.site = replace(site, facets=(), preview=False)  # nothing but events has an address in the report
        self.renderer = renderer
        self.labels = Labels(self.site, chronicle.vocabularies)
        self.names = Names(chronicle.vocabularies, site.strings)
        self.event = chronicle.event
        self.own = own
        self.shown = shown
        self.writer = Writer()

    def address(self, key: str) -> str:
        """Where an event can be read: in the report, or else on the site."""
        return f"#{key}" if key in self.shown else self.site.addresses.absolute(self.site.addresses.page("events", key))

    def reading(self, event: Event) -> Reading:
        """The event as this state shows it."""
        anchor = f"{self.own}-{event.id}"
        html = self.writer.entry(event.texts, anchor=anchor, numbers=event.numbers, address_of=self.address).html
        rival = len(event.accounts)
        claimants = (self.labels.claimant(account.by) for account in event.accounts)
        return Reading(
            row=self.renderer.row(replace(card(event, self.labels, self.site), address=self.address(event.id))),
            body=html[0],
            accounts=tuple(zip(claimants, html[1 : 1 + rival], strict=True)),
            caveats=html[1 + rival :],
            sources=tuple(self._sources(event, anchor)),
        )

    def _sources(self, event: Event, anchor: str) -> Iterator[SourceLine]:
        numbers = event.numbers
        for source in sorted(event.sources, key=lambda each: numbers[each.id]):
            number = numbers[source.id]
            publisher = self.labels.of("sources", source.publisher)
            yield SourceLine(f"{anchor}-source-{number}", number, publisher, source.title, source.url, source.says)
