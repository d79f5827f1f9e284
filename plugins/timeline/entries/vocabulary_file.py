"""A vocabulary file's text in, its items and problems out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from timeline.entries.blocks import read_block
from timeline.entries.desk import START, Desk
from timeline.entries.devices import device
from timeline.entries.event import Source
from timeline.entries.header import Block, Node, Rows, Text, compose
from timeline.entries.schema import VOCABULARY
from timeline.entries.vocabulary import KINDS_OF_VOCABULARY, Item, Publisher, Vocabularies, Vocabulary, fold

FIRST = ("publishers",)  # phases cite publishers, so these are read before


def read_vocabularies(texts: Mapping[str, tuple[Desk, str]]) -> Vocabularies:
    """Read all vocabulary files: by name, the desk and the text of each. Problems go to the desks."""
    known: dict[str, Vocabulary] = {}
    for name in sorted(texts, key=lambda each: (each not in FIRST, each)):
        desk, text = texts[name]
        desk.vocabularies = Vocabularies(MappingProxyType(dict(known)))
        known[name] = read_vocabulary(name, text, desk)
    return Vocabularies(MappingProxyType(known))


def read_vocabulary(name: str, text: str, desk: Desk) -> Vocabulary:
    """The items of one file, in its order; its problems go to the desk."""
    root, mistakes = compose(text)
    desk.mistakes(mistakes)
    if isinstance(root, Rows):
        return _collect(name, root, desk)
    if not mistakes:
        desk.report(START, "file", "not-blocks", "must be a list of items, each beginning with - id:")
    return Vocabulary(name, readable=False)


def _collect(name: str, root: Rows, desk: Desk) -> Vocabulary:
    items: dict[str, Item] = {}
    lines: dict[str, int] = {}
    owners: dict[str, str] = {}
    broken: set[str] = set()
    for node in root.items:
        key = _key(node)
        problems = len(desk.problems)
        values = read_block(desk, node, key, VOCABULARY[name])
        if key in items:
            desk.refuse(
                node,
                f"{key}.id",
                "duplicate-id",
                f"an id must stand once in the file; remove or rename one (found {key})",
            )
        elif reason := device(key):
            desk.refuse(node, f"{key}.id", "device-name", reason)
            broken.add(key)
        elif len(desk.problems) > problems:
            broken.add(key)
        else:
            items[key], lines[key] = _item(KINDS_OF_VOCABULARY[name], values, node, desk), node.line
            _claim(key, values, node, owners, desk)
    _refuse_alias_of_id(items, lines, owners, desk)
    return Vocabulary(
        name, MappingProxyType(items), _spelled(items, owners), MappingProxyType(lines), frozenset(broken)
    )


def _spelled(items: Mapping[str, Item], owners: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """The ids that each folded alias, name or site stands for; names may repeat, for there are homonyms."""
    spelled: dict[str, tuple[str, ...]] = {spelling: (key,) for spelling, key in owners.items()}
    for item in items.values():
        site = item.site.removeprefix("www.") if isinstance(item, Publisher) else ""
        for text in map(fold, filter(None, (*item.names.values(), site))):
            spelled[text] = tuple(dict.fromkeys((*spelled.get(text, ()), item.id)))
    return MappingProxyType(spelled)


def _key(node: Node) -> str:
    """The id that an item gives itself, '' when it gives none."""
    given = node.pairs.get("id") if isinstance(node, Block) else None
    return given[1].value if given and isinstance(given[1], Text) else ""


def _claim(key: str, values: Mapping[str, Any], node: Node, owners: dict[str, str], desk: Desk) -> None:
    """Note whose the aliases are; one spelling must not stand for two items."""
    rows = node.pairs["aliases"][1] if isinstance(node, Block) and "aliases" in values else None
    for at, place in enumerate(rows.items if isinstance(rows, Rows) else ()):
        alias = place.value if isinstance(place, Text) else ""
        owner = owners.setdefault(fold(alias), key)
        if owner != key:
            message = f"a spelling must stand for one item; remove it here or at {owner} (found {alias})"
            desk.refuse(place, f"{key}.aliases[{at}]", "alias-taken", message)


def _refuse_alias_of_id(
    items: Mapping[str, Item], lines: Mapping[str, int], owners: Mapping[str, str], desk: Desk
) -> None:
    for alias in sorted(owners.keys() & items.keys()):
        owner = owners[alias]
        if owner != alias:
            message = f"an alias must not be the id of another item; remove it (found {alias})"
            desk.report((lines[owner], 1), f"{owner}.aliases", "alias-is-id", message)


def _item(kind: type[Item], values: Mapping[str, Any], node: Node, desk: Desk) -> Item:
    made: dict[str, Any] = {
        key: MappingProxyType(value) if isinstance(value, dict) else value for key, value in values.items()
    }
    if "sources" in made:
        made["sources"] = tuple(Source(**each) for each in made["sources"])
    if "precision" in made and (made["precision"] == "unlocated") == ("lat" in made or "lon" in made):
        must = "a point or an area must have lat and lon, an unlocated place must have neither"
        desk.refuse(node, f"{made['id']}.precision", "precision", f"{must} (found {made['precision']})")
    return kind(**made)
