"""The page of each item of a facet, and the list of all items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from timeline.chronicle.facets import FACETS, Facet
from timeline.chronicle.sources import originators
from timeline.entries.event import Event
from timeline.entries.vocabulary import Actor, Item, Phase, Place, Publisher
from timeline.pages.cards import Card, DateView, date_view
from timeline.pages.facet_lists import Counted, counted, facet_list
from timeline.pages.labels import Label, direction, in_words
from timeline.pages.listing import Listing, listing
from timeline.pages.page import UNDRAWN, Crumb, PageSpec, head
from timeline.pages.scripts import mark_right_to_left
from timeline.pages.shared import Shared
from timeline.pages.source_view import SourceView, listed_sources

MOST_RELATED = 12


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling with its language; lang '' where the language is not known."""

    text: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Group:
    """Items of one facet that occur with this item, the most frequent first."""

    facet: str
    items: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A property of the item. name: its id in the catalogue; value: in words; address: where it leads, or ''."""

    name: str
    value: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The phase before or after a phase."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class FacetPage:
    """An item: what it is, how it is spelled, its events, what they share.

    alone: the events that rest on this publisher alone, () for other facets. window: of a phase,
    sources: of what is said of it.
    overview, atlas: drawings of these events; months: of a phase's, month by month;
    previous, next: of a phase, its neighbours in the order of their file.
    """

    facet: str
    label: Label
    names: tuple[Name, ...]
    aliases: tuple[Markup, ...]
    description: str
    facts: tuple[Fact, ...]
    window: DateView | None
    listing: Listing
    related: tuple[Group, ...]
    alone: tuple[Card, ...]
    sources: tuple[SourceView, ...]
    previous: Neighbour | None
    next: Neighbour | None
    overview: Markup = UNDRAWN
    months: Markup = UNDRAWN
    atlas: Markup = UNDRAWN


class FacetPages:
    """Makes the pages of facets; holds what all of them share."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self.chronicle = shared.chronicle
        self.rows = shared.rows
        self.labels = shared.labels
        self.site = shared.site
        self.drawings = shared.drawings

    def pages(self) -> Iterator[PageSpec]:
        """The list of each facet, then the page of each item that has events."""
        for facet in self.chronicle.facets.values():
            yield self._list(facet)
            for key, events in facet.events.items():
                if events:
                    yield self._page(facet, facet.items[key], events)

    def _list(self, facet: Facet) -> PageSpec:
        title = self.site.strings.text(f"nav.{facet.name}")
        made = head(self.site, title, facet.name)
        return PageSpec(made, "facets.html", partial(facet_list, facet, self.labels), self.shared.everything)

    def _page(self, facet: Facet, item: Item, events: tuple[Event, ...]) -> PageSpec:
        label = self.labels.of(facet.name, item.id)
        title = f"{label.text} ({label.detail})" if label.detail else label.text
        crumbs = (Crumb(self.site.strings.text(f"nav.{facet.name}"), self.site.addresses.page(facet.name)),)
        description = self.labels.meaning(FACETS[facet.name], item.id)
        made = head(self.site, title, facet.name, item.id, description=description, crumbs=crumbs)
        beside = (facet.events[key] for key in _beside(facet, item) if key)
        needs = frozenset(event.id for found in (events, *beside) for event in found)
        return PageSpec(made, "facet.html", partial(self._model, facet, item, events), needs)

    def _model(self, facet: Facet, item: Item, events: tuple[Event, ...]) -> FacetPage:
        label = self.labels.of(facet.name, item.id)
        previous, following = (self._neighbour(facet.name, key) for key in _beside(facet, item))
        reading = next((lang for lang in item.names if direction(lang) == "rtl"), "und-Arab")
        return FacetPage(
            facet=facet.name,
            label=label,
            names=tuple(Name(text, lang, direction(lang)) for lang, text in item.names.items() if lang != label.lang),
            aliases=tuple(mark_right_to_left(alias, reading) for alias in item.aliases),
            description=self.labels.meaning(FACETS[facet.name], item.id),
            facts=tuple(replace(fact, value=mark_right_to_left(fact.value, reading)) for fact in self._facts(item)),
            window=date_view(item.date, self.site) if isinstance(item, Phase) and item.date else None,
            listing=listing(events, self.rows, self.site),
            related=tuple(self._related(facet.name, item.id, events)),
            alone=self._alone(item, events),
            sources=listed_sources(item.sources, item.id, self.labels) if isinstance(item, Phase) else (),
            previous=previous,
            next=following,
            overview=self.drawings.overview(events),
            months=self._months(item, events),
            atlas=self.drawings.map(events, item.id if isinstance(item, Place) else ""),
        )

    def _neighbour(self, facet: str, key: str) -> Neighbour | None:
        return Neighbour(self.labels.of(facet, key).text, self.site.addresses.page(facet, key)) if key else None

    def _months(self, item: Item, events: tuple[Event, ...]) -> Markup:
        return self.drawings.months(events, item.date.earliest) if isinstance(item, Phase) and item.date else Markup()

    def _alone(self, item: Item, events: tuple[Event, ...]) -> tuple[Card, ...]:
        if not isinstance(item, Publisher):
            return ()
        return tuple(self.rows[event.id] for event in events if originators(event) == (item.id,))

    def _related(self, own: str, key: str, events: tuple[Event, ...]) -> Iterator[Group]:
        """What else the events of an item have in common with others: counts over these events alone."""
        found: dict[str, Counter[str]] = {
            "kinds": Counter(),
            "places": Counter(),
            "actors": Counter(),
            "tags": Counter(),
        }
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
                yield Group(facet, tuple(counted(facet, other, count, self.labels) for other, count in most))

    def _facts(self, item: Item) -> Iterator[Fact]:
        """What the vocabulary says of a place, an actor or a publisher."""
        if isinstance(item, Place):
            yield from _given(kind=in_words(item.kind), admin=item.admin)
            if precision := self.labels.precision(item.id):
                yield Fact("fact.precision", self.site.strings.text(f"place.{precision}"))
            yield from _given(
                position=f"{item.lat}, {item.lon}" if item.lat else "", source=item.source, note=item.note
            )
        elif isinstance(item, Actor):
            yield from _given(kind=in_words(item.kind), note=item.note)
        elif isinstance(item, Publisher):
            yield from _given(kind=in_words(item.kind), side=in_words(item.side))
            if item.site:
                yield Fact("fact.site", item.site, f"https://{item.site}/")
            yield from _given(note=item.note)


def _given(**values: str) -> Iterator[Fact]:
    for name, value in values.items():
        if value:
            yield Fact(f"fact.{name}", value)


def _beside(facet: Facet, item: Item) -> tuple[str, str]:
    """The ids of the phases before and after a phase, of those that have a page; '' for none."""
    keys = ["", *(key for key, events in facet.events.items() if events), ""] if isinstance(item, Phase) else []
    at = keys.index(item.id) if item.id in keys else 0
    return (keys[at - 1], keys[at + 1]) if at else ("", "")
