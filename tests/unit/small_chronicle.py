"""A chronicle and a site as small as a test needs them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from timeline.chronicle.chronicle import Chronicle, relate
from timeline.entries.check import Content
from timeline.entries.dates import parse
from timeline.entries.event import Event, Source
from timeline.entries.gist import gist
from timeline.entries.vocabulary import Actor, Item, Kind, Phase, Place, Publisher, Vocabularies, Vocabulary
from timeline.pages.addresses import Addresses
from timeline.pages.site import Site
from timeline.pages.strings import read_catalogue

EN = read_catalogue((Path(__file__).parents[2] / "theme" / "strings" / "en.po").read_text("utf-8"), "en")
SITE = Site("The flood", EN, Addresses("https://example.org/flood"), authority="example.org,2026")


def event(key: str, date: str, **fields: Any) -> Event:
    """An event with what it must have."""
    values: dict[str, Any] = {
        "id": key,
        "path": f"content/events/2018/{key}.md",
        "title": key.replace("-", " ").capitalize(),
        "date": parse(date),
        "kind": "flood",
        "places": (),
        "actors": (),
        "confidence": "reported",
        "added": parse("2026-11-22"),
        "sources": (Source("gauge", "https://example.org/gauge", "gauge-office", "en", "The level."),),
        "body": "The river rose. [^gauge]",
        "summary": "The river rose.",
        "cited": ("gauge",),
    }
    return Event(**values | fields)


def phase(key: str, date: str) -> Phase:
    """A phase with a window."""
    return Phase(key, {"en": key.capitalize()}, date=parse(date))


def chronicle(*events: Event, phases: tuple[Phase, ...] = (), publishers: tuple[Publisher, ...] = ()) -> Chronicle:
    """The events in their order, with one kind, three places, one actor and the phases and publishers given."""
    items: dict[str, list[Item]] = {
        "kinds": [Kind("flood", {"en": "Flood"}, description={"en": "Water where it should not be."}, colour="sky")],
        "confidence": [Item("confirmed", {"en": "Confirmed"}), Item("reported", {"en": "Reported"})],
        "places": [Place(key, {"en": name}, precision=PRECISION.get(key, "unlocated")) for key, name in PLACES.items()],
        "actors": [Actor("mayor", {"en": "The mayor"}, kind="town-council")],
        "tags": [Item("dykes", {"en": "Dykes"})],
        "phases": list(phases),
        "publishers": [Publisher("gauge-office", {"en": "Gauge office"}, kind="public-office"), *publishers],
    }
    vocabularies = Vocabularies({name: Vocabulary(name, {item.id: item for item in of}) for name, of in items.items()})
    ordered = sorted(events, key=lambda each: gist(each).order)
    return relate(Content(events=tuple(ordered), vocabularies=vocabularies))


PRECISION = {"ford": "point"}
PLACES = {"ford": "The ford", "al-bahra": "al-Bahra", "mill": "Mill"}
