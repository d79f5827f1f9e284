"""What a file states, flat: a name for each value (`sources[wire].url`), so that two states compare name by name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import TypeVar

from timeline.entries.basemap import Basemap
from timeline.entries.dates import EdtfDate
from timeline.entries.event import Event, Source, Translation
from timeline.entries.page import Page
from timeline.entries.vocabulary import Item

NONE: Mapping[str, str] = MappingProxyType({})
ENTRY_LINK = re.compile(r"\]\((?:[\w.-]+/)*\d{4}(?:-\d\d){0,2}-(?P<id>[a-z][a-z0-9-]*)\.md\)")
Value = str | tuple[str, ...] | EdtfDate
Block = TypeVar("Block")

# The vocabulary that the ids of a key belong to.
VOCABULARY_OF: Mapping[str, str] = MappingProxyType(
    {
        "kind": "kinds",
        "places": "places",
        "actors": "actors",
        "tags": "tags",
        "confidence": "confidence",
        "publisher": "publishers",
        "via": "publishers",
    }
)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that is not what it was. name: as in the file; before, after: None where the key is not given."""

    name: str
    before: Value | None
    after: Value | None

    @property
    def key(self) -> str:
        """The key alone: `url` of `sources[wire].url`."""
        return self.name.rpartition(".")[2].partition("[")[0]


def differences(before: Mapping[str, Value], after: Mapping[str, Value]) -> tuple[FieldChange, ...]:
    """Every name whose value differs, in the order of `after`, then the names that are only in `before`."""
    names = (*after, *(name for name in before if name not in after))
    changes = (FieldChange(name, before.get(name), after.get(name)) for name in names)
    return tuple(change for change in changes if change.before != change.after)


def event_states(event: Event, now: Mapping[str, str] = NONE) -> dict[str, Value]:
    """What an entry and its translations state, without what is read off its texts.

    Links to entries are told by id, since the names of files are nothing to readers; `now`: the newer of two ids.
    """

    def linked(value: Value | None) -> Value | None:
        if not isinstance(value, str) or "](" not in value:
            return value
        return ENTRY_LINK.sub(lambda link: f"]({now.get(link['id'], link['id'])})", value)

    return dict(_given((name, linked(value)) for name, value in _event(event)))


def page_states(page: Page) -> dict[str, Value]:
    """What a page about the site states."""
    return dict(_given((("title", page.title), ("order", str(page.order)), ("body", page.body))))


def item_states(item: Item) -> dict[str, Value]:
    """What a vocabulary states of an item, names and descriptions by language: `names[ar]`."""
    return dict(_given(_item(item)))


def ground_states(ground: Basemap) -> dict[str, Value]:
    """What the base map states, of a line its course as one text."""
    return dict(_given(_ground(ground)))


def _event(event: Event) -> Iterator[tuple[str, Value | None]]:
    for name in ("title", "date", "kind", "places", "actors", "tags", "confidence", "added", "related", "moved_from"):
        yield name, getattr(event, name)
    yield "draft", "true" if event.draft else ""
    yield "body", event.body
    for source in event.sources:
        yield from _source(source)
    for name, account in _numbered("accounts", event.accounts, lambda block: block.by):
        yield f"{name}.says", account.says
    yield "caveats", "\n\n".join(event.caveats)
    for name, correction in _numbered("corrections", event.corrections, lambda block: block.date.text):
        yield f"{name}.note", correction.note
    for translation in event.translations:
        yield from _translation(translation)
    yield "file", event.path


def _source(source: Source) -> Iterator[tuple[str, Value | None]]:
    for each in fields(source):
        if each.name != "id":
            yield f"sources[{source.id}].{each.name}", getattr(source, each.name)


def _translation(translation: Translation) -> Iterator[tuple[str, Value]]:
    own = f"translations[{translation.language}]"
    yield f"{own}.title", translation.title
    yield f"{own}.body", translation.body
    yield f"{own}.accounts", "\n\n".join(translation.accounts)
    yield f"{own}.caveats", "\n\n".join(translation.caveats)
    for name in ("says", "corrections"):
        for key, text in getattr(translation, name).items():
            yield f"{own}.{name}[{key}]", text


def _ground(ground: Basemap) -> Iterator[tuple[str, Value | None]]:
    for plate in ground.plates:
        yield from _by_language(f"plates[{plate.id}].names", plate.names)
        for edge in ("west", "south", "east", "north"):
            yield f"plates[{plate.id}].{edge}", str(getattr(plate, edge))
    for line in ground.lines:
        yield f"lines[{line.id}].kind", line.kind
        yield f"lines[{line.id}].points", " ".join(f"{east:g},{north:g}" for east, north in line.points)
    for name, word in _numbered("words", ground.words, lambda block: f"{block.plate} {block.at[0]:g},{block.at[1]:g}"):
        yield from _by_language(f"{name}.names", word.names)
    yield "towns", ground.towns
    yield from _by_language("notes", ground.notes)
    yield from _by_language("credits", ground.credits)


def _by_language(name: str, texts: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
    return ((f"{name}[{language}]", text) for language, text in texts.items())


def _item(item: Item) -> Iterator[tuple[str, Value | None]]:
    for each in fields(item):
        value = getattr(item, each.name)
        if each.name == "sources":
            for source in value:
                yield from _source(source)
        elif isinstance(value, Mapping):
            yield from _by_language(each.name, value)
        elif each.name != "id":
            yield each.name, value


def _numbered(name: str, blocks: Iterable[Block], key: Callable[[Block], str]) -> Iterator[tuple[str, Block]]:
    """Blocks by what tells them apart; a second one of the same is numbered."""
    seen: Counter[str] = Counter()
    for block in blocks:
        own = key(block)
        seen[own] += 1
        yield f"{name}[{own}{f' {seen[own]}' if seen[own] > 1 else ''}]", block


def _given(values: Iterable[tuple[str, Value | None]]) -> Iterator[tuple[str, Value]]:
    return ((name, value) for name, value in values if value)
