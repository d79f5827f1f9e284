"""Controlled vocabularies: the only place where a display name is defined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from timeline.entries.dates import EdtfDate
from timeline.entries.event import Source

NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a vocabulary. `names` and `description`: text by language code (BCP 47)."""

    id: str
    names: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    description: Mapping[str, str] = field(default_factory=lambda: NAMES)


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
