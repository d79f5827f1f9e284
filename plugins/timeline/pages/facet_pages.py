"""The page of each item of a facet, and the list of all items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.facets import FACETS, Facet
from timeline.chronicle.sources import originators
from timeline.entries.event import Event
from timeline.entries.vocabulary import Actor, Item, Phase, Place, Publisher
from timeline.pages.cards import Card, DateView, date_view
from timeline.pages.labels import Label, Labels, direction
from timeline.pages.listing import Listing, listing
from timeline.pages.page import Crumb, PageSpec, head
from timeline.pages.site import Site

MOST_RELATED = 12


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling with its language; lang '' where the language is not known."""

    text: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Counted:
    """An item and how many events it has here."""

    label: Label
    count: str
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """Items of one facet that occur with this item, the most frequent first."""

    facet: str
    items: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A property of the item: id of its name in the catalogue, and its value as the vocabulary gives it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class FacetPage:
    """An item: what it is, how it is spelled, its events, what they share.

    alone: the events that rest on this publisher alone, () for other facets. window: of a phase.
    """

    facet: str
    label: Label
    names: tuple[Name, ...]
    aliases: tuple[str, ...]
    description: str
    facts: tuple[Fact, ...]
    window: DateView | None
    listing: Listing
    related: tuple[Group, ...]
    alone: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class FacetList:
    """All items of a facet with their counts."""

    facet: str
    items: tuple[Counted, ...]


class FacetPages:
    """Makes the pages of facets; holds what all of them share."""

    def __init__(self, chronicle: Chronicle, rows: Mapping[str, Card], labels: Labels, site: Site) -> None:
        self.chronicle = chronicle
        self.rows = rows
        self.labels = labels
        self.site = site

    def pages(self) -> Iterator[PageSpec]:
        """The list of each facet, then the page of each item that has events."""
        for facet in self.chronicle.facets.values():
            yield self._list(facet)
            for key, events in facet.events.items():
                if events:
                    yield self._page(facet, facet.items[key], events)

    def _list(self, facet: Facet) -> PageSpec:
        title = self.site.strings.text(f"nav.{facet.name}")
        counts = [(key, len(events)) for key, events in facet.events.items() if events]
        if facet.name in {"places", "actors", "tags", "sources"}:
            counts.sort(key=lambda pair: (self.labels.of(facet.name, pair[0]).text.casefold(), pair[0]))
        model = FacetList(facet.name, tuple(self._counted(facet.name, key, count) for key, count in counts))
        return PageSpec(head(self.site, title, facet.name), "facets.html", model, frozenset(self.chronicle.position))

    def _counted(self, facet: str, key: str, count: int) -> Counted:
        strings = self.site.strings
        return Counted(self.labels.of(facet, key), strings.number(count), strings.plural("count.events", count))

    def _page(self, facet: Facet, item: Item, events: tuple[Event, ...]) -> PageSpec:
        label = self.labels.of(facet.name, item.id)
        model = FacetPage(
            facet=facet.name,
            label=label,
            names=tuple(Name(text, lang, direction(lang)) for lang, text in item.names.items() if lang != label.lang),
            aliases=item.aliases,
            description=self.labels.meaning(FACETS[facet.name], item.id),
            facts=tuple(_facts(item)),
            window=date_view(item.date, self.site) if isinstance(item, Phase) and item.date else None,
            listing=listing(events, self.rows, self.site),
            related=tuple(self._related(facet.name, item.id, events)),
            alone=self._alone(item, events),
        )
        title = f"{label.text} ({label.detail})" if label.detail else label.text
        crumbs = (Crumb(self.site.strings.text(f"nav.{facet.name}"), self.site.addresses.page(facet.name)),)
        made = head(self.site, title, facet.name, item.id, description=model.description, crumbs=crumbs)
        return PageSpec(made, "facet.html", model, frozenset(event.id for event in events))

    def _alone(self, item: Item, events: tuple[Event, ...]) -> tuple[Card, ...]:
        if not isinstance(item, Publisher):
            return ()
        return tuple(self.rows[event.id] for event in events if originators(event) == (item.id,))

    def _related(self, own: str, key: str, events: tuple[Event, ...]) -> Iterator[Group]:
        """What else the events of an item have in common with others: counts over these events alone."""
        found: dict[str, Counter[str]] = {"kinds": Counter(), "places": Counter(), "actors": Counter(), "tags": Counter()}
        for event in events:
            found["kinds"][event.kind] += 1
            found["places"].update(event.places)
            found["actors"].update(event.actors)
            found["tags"].update(event.tags)
        for facet, counts in found.items():
            if facet == own:
                del counts[key]
            if counts and facet in self.chronicle.facets:
                most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_RELATED]
                yield Group(facet, tuple(self._counted(facet, other, count) for other, count in most))


def _facts(item: Item) -> Iterator[Fact]:
    """What the vocabulary says of a place, an actor or a publisher."""
    if isinstance(item, Place):
        yield Fact("fact.precision", item.precision)
        yield from _given(kind=item.kind, admin=item.admin, source=item.source, note=item.note)
        if item.lat:
            yield Fact("fact.position", f"{item.lat}, {item.lon}")
    elif isinstance(item, Actor):
        yield from _given(kind=item.kind, note=item.note)
    elif isinstance(item, Publisher):
        yield from _given(kind=item.kind, side=item.side, site=item.site, note=item.note)


def _given(**values: str) -> Iterator[Fact]:
    for name, value in values.items():
        if value:
            yield Fact(f"fact.{name}", value)
