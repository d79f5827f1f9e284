"""Which events carry which value of which filter, as positions in the order of the chronology."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from timeline.chronicle.chronicle import Chronicle

# Key of a filter in addresses (`?place=hajin`), and the facet or vocabulary that it draws on, in the order shown.
FILTERS: Mapping[str, str] = MappingProxyType(
    {
        "kind": "kinds",
        "confidence": "confidence",
        "place": "places",
        "actor": "actors",
        "tag": "tags",
        "phase": "phases",
    }
)

Postings = Mapping[str, Mapping[str, tuple[int, ...]]]


def postings(chronicle: Chronicle) -> Postings:
    """By filter key and value, the positions of the events that carry it, rising; values without events are absent.

    Facets that the settings switch off are no filters either; confidence always is one.
    """
    found: dict[str, dict[str, tuple[int, ...]]] = {}
    for key, name in FILTERS.items():
        if name == "confidence":
            found[key] = _by_confidence(chronicle)
        elif name in chronicle.facets:
            groups = chronicle.facets[name].events
            found[key] = {
                value: tuple(chronicle.position[event.id] for event in events)
                for value, events in groups.items()
                if events
            }
    return found


def _by_confidence(chronicle: Chronicle) -> dict[str, tuple[int, ...]]:
    groups: dict[str, list[int]] = {grade: [] for grade in chronicle.vocabularies["confidence"].items}
    for at, event in enumerate(chronicle.events):
        groups[event.confidence].append(at)
    return {grade: tuple(found) for grade, found in groups.items() if found}


def deltas(rising: Iterable[int]) -> list[int]:
    """Each number less the one before it, the first as it is: [3, 4, 9] is [3, 1, 5]."""
    return [after - before for before, after in itertools.pairwise([0, *rising])]


def edition(chronicle: Chronicle) -> str:
    """A short name for the events, their order, dates and values: data of another edition do not fit a page."""
    whole = hashlib.sha256()
    for event in chronicle.events:
        values = (event.id, event.date.text, event.kind, event.confidence, *event.places, *event.actors, *event.tags)
        whole.update("\0".join((*values, *chronicle.phases_of[event.id], "\n")).encode())
    return whole.hexdigest()[:12]
