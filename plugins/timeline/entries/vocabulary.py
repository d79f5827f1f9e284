"""Controlled vocabularies: the only place where a display name is defined."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from timeline.entries.dates import EdtfDate
from timeline.entries.event import Source
from timeline.entries.problem import closest

NAMES: Mapping[str, str] = MappingProxyType({})
DROPPED = "ـ\u200c\u200d\u200e\u200f\u061c'’‘`´"
ALIKE = str.maketrans("ةىٱکی", "هياكي")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a vocabulary. `names` and `description`: text by language code (BCP 47)."""

    id: str
    names: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    description: Mapping[str, str] = field(default_factory=lambda: NAMES)

    @property
    def written(self) -> tuple[str, ...]:
        """Every way in which it is written: its names, then its aliases."""
        return *self.names.values(), *self.aliases


@dataclass(frozen=True, slots=True)
class Kind(Item):
    """A kind of event. `colour`: name of a colour family; `shape`: name of a symbol; both known to the theme."""

    colour: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Place(Item):
    """A place. lat, lon: WGS 84 degrees, as text exactly as its source gives them, '' when unlocated.

    precision: `point` (a dot), `area` (a name without a dot) or `unlocated` (listed beside the map).
    """

    kind: str = ""
    admin: str = ""
    lat: str = ""
    lon: str = ""
    precision: str = "unlocated"
    geonames: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Actor(Item):
    """A party, institution or person in public office."""

    kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Phase(Item):
    """A stretch of the chronology. An event belongs to every phase whose window it may touch."""

    date: EdtfDate | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Publisher(Item):
    """Who published a source. `side`: who owns or runs it; `site`: host name."""

    kind: str = ""
    side: str = ""
    language: str = ""
    site: str = ""
    note: str = ""


KINDS_OF_VOCABULARY: Mapping[str, type[Item]] = MappingProxyType(
    {
        "kinds": Kind,
        "confidence": Item,
        "tags": Item,
        "places": Place,
        "actors": Actor,
        "phases": Phase,
        "publishers": Publisher,
    }
)


def fold(text: str) -> str:
    """The form under which ids and aliases are compared: composed Unicode (NFC), no case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def loose(text: str) -> str:
    """The text without vowel signs, accents, quotes and marks of direction; signs are spaces, like letters are one."""
    letters = (sign for sign in unicodedata.normalize("NFKD", fold(text)) if not unicodedata.combining(sign))
    plain = "".join(sign if sign.isalnum() else "" if sign in DROPPED else " " for sign in letters)
    return " ".join(plain.translate(ALIKE).split())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Items by id, in the order of their file, and the ids that each folded alias or name stands for.

    lines: the line of each item in its file, from 1. broken: ids of items with problems of their own, reported there
    and not again at every use; `readable` is False when that holds for the whole file.
    """

    name: str
    items: Mapping[str, Item] = field(default_factory=dict)
    spelled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    readable: bool = True

    def admits(self, key: str) -> bool:
        """True when an entry may use the id, or when it cannot be judged because the vocabulary has problems."""
        return key in self.items or key in self.broken or not self.readable

    def meant_by(self, value: str) -> tuple[str, ...]:
        """The ids that `value` can stand for: as an alias, a name, another spelling of the id. Homonyms are several."""
        folded = fold(value).removeprefix("www.")
        hyphened = folded.replace(" ", "-").replace("_", "-")
        return (hyphened,) if hyphened in self.items else self.spelled.get(folded) or self._loosely(value)

    def _loosely(self, value: str) -> tuple[str, ...]:
        """The ids whose spellings are `value` but for signs that people add, leave out or type for one another."""
        wanted = loose(value)
        named = {key for each, keys in self.spelled.items() if loose(each) == wanted for key in keys}
        return tuple(sorted(named | {key for key in self.items if loose(key) == wanted})) if wanted else ()

    def like(self, value: str) -> str:
        """The id that is written, or has an alias or name that is written, most like `value`; '' when none is."""
        near = closest(fold(value), tuple(sorted(self.items.keys() | self.spelled.keys())))
        return near if near in self.items else next(iter(self.spelled.get(near, ())), "")


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """All vocabularies by name. One that has no file is empty, and nothing can be used from it."""

    by_name: Mapping[str, Vocabulary] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Vocabulary:
        """The vocabulary called `name` (a key of KINDS_OF_VOCABULARY)."""
        return self.by_name.get(name) or Vocabulary(name)
