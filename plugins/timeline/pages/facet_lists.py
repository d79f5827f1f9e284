"""All items of a facet as a list: publishers by kind, long vocabularies by letter, the others in their own order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from timeline.chronicle.facets import FACETS, Facet
from timeline.entries.vocabulary import Phase, Place, Publisher
from timeline.pages.labels import Label, Labels, in_words
from timeline.pages.words import date_words

SHORT = 30  # items that one list shows without letters
ARTICLE = re.compile(r"^[a-z]{2}-(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Counted:
    """An item and how many events it has here. note: what tells it from others in a list, '' for nothing."""

    label: Label
    count: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Items under one heading, a letter or a kind of publisher. title: '' for the only one; id: of the heading."""

    title: str
    id: str
    items: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class FacetList:
    """All items of a facet with their counts. count: how many they are, as a number."""

    facet: str
    count: str
    shelves: tuple[Shelf, ...]


def facet_list(facet: Facet, labels: Labels) -> FacetList:
    """The items of a facet that have events."""
    items = tuple(counted(facet.name, key, len(events), labels) for key, events in facet.events.items() if events)
    return FacetList(facet.name, labels.site.strings.number(len(items)), tuple(_shelves(facet, items)))


def counted(facet: str, key: str, count: int, labels: Labels) -> Counted:
    """An item of a facet with a number of events."""
    strings = labels.site.strings
    words = strings.plural("count.events", count)
    return Counted(labels.of(facet, key), strings.number(count), words, _note(facet, key, labels))


def _note(facet: str, key: str, labels: Labels) -> str:
    """What a kind is, in whose hands a publisher is, the window of a phase, that a place has no known point."""
    item = labels.vocabularies[FACETS[facet]].items[key]
    if isinstance(item, Publisher):
        return labels.standing(key)
    if isinstance(item, Phase) and item.date:
        return date_words(item.date, labels.site.strings)
    if isinstance(item, Place) and labels.precision(key) == "unlocated":
        return labels.site.strings.text("place.unlocated")
    return labels.meaning("kinds", key) if facet == "kinds" else ""


def _shelves(facet: Facet, items: tuple[Counted, ...]) -> Iterator[Shelf]:
    if facet.name in {"phases", "kinds"}:
        yield Shelf("", "", items)
        return
    heading: Callable[[Counted], str] = _letter if len(items) >= SHORT else _no_heading
    if facet.name == "sources":
        heading = partial(_publisher_kind, facet)
    ordered = sorted(items, key=lambda item: (heading(item).casefold(), alphabetical(item.label.text), item.label.id))
    for number, (title, found) in enumerate(groupby(ordered, key=heading), 1):
        yield Shelf(title, f"list-{number}", tuple(found))


def alphabetical(name: str) -> str:
    """The name as a register sorts it: without marks, case, or an article before a hyphen (`al-Bahra` under B)."""
    letters = (letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
    return ARTICLE.sub("", "".join(letters)).casefold()


def _letter(item: Counted) -> str:
    first = alphabetical(item.label.text)[:1].upper()
    return first if first.isalpha() else "0–9"


def _publisher_kind(facet: Facet, item: Counted) -> str:
    publisher = facet.items[item.label.id]
    return in_words(publisher.kind) if isinstance(publisher, Publisher) else ""


def _no_heading(item: Counted) -> str:  # noqa: ARG001 - stands in for the other two
    return ""
