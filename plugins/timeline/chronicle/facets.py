"""Facets: the ways in which events are grouped, each with the events of every item of its vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from timeline.entries.event import Event
from timeline.entries.vocabulary import Item, Vocabularies

# Facet name, which is also its folder in addresses, and the vocabulary it draws on.
FACETS: Mapping[str, str] = MappingProxyType(
    {
        "phases": "phases",
        "kinds": "kinds",
        "places": "places",
        "actors": "actors",
        "tags": "tags",
        "sources": "publishers",
    }
)


@dataclass(frozen=True, slots=True)
class Facet:
    """name: as in addresses; items: of its vocabulary; events: by item id, in the order of the chronology."""

    name: str
    items: Mapping[str, Item]
    events: Mapping[str, tuple[Event, ...]]


def publishers_of(event: Event) -> tuple[str, ...]:
    """Every publisher an event rests on, those that its sources repeat (`via`) among them, each once."""
    ids = (key for source in event.sources for key in (source.publisher, *source.via))
    return tuple(dict.fromkeys(ids))


def facet(
    name: str, events: Iterable[Event], vocabularies: Vocabularies, phases_of: Mapping[str, tuple[str, ...]]
) -> Facet:
    """Group events under the items of one facet. Raises KeyError for a name that is not in FACETS."""
    ids_of: Mapping[str, Callable[[Event], tuple[str, ...]]] = {
        "phases": lambda event: phases_of[event.id],
        "kinds": lambda event: (event.kind,),
        "places": lambda event: event.places,
        "actors": lambda event: event.actors,
        "tags": lambda event: event.tags,
        "sources": publishers_of,
    }
    items = vocabularies[FACETS[name]].items
    groups: dict[str, list[Event]] = {key: [] for key in items}
    for event in events:
        for key in ids_of[name](event):
            groups[key].append(event)
    return Facet(name, items, MappingProxyType({key: tuple(found) for key, found in groups.items()}))
