"""Every drawing of a site, by the name of what it shows; what all of them share is made once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle
from timeline.entries.dates import EdtfDate
from timeline.entries.event import Event
from timeline.pages.date_glyph import date_ruler
from timeline.pages.labels import Labels
from timeline.pages.map import Maps
from timeline.pages.overview import Overviews
from timeline.pages.site import Site
from timeline.pages.svg import element


class Drawings:
    """Safe markup for the figures of pages; empty where there is nothing to draw."""

    def __init__(self, chronicle: Chronicle, labels: Labels, site: Site) -> None:
        self.site = site
        self.overviews = Overviews(chronicle, labels, site)
        self.maps = Maps(chronicle, labels, site)

    def ruler(self, written: EdtfDate) -> Markup:
        """A date with its width, as wide as its figure."""
        return date_ruler(written, self.site.strings)

    def overview(self, events: Sequence[Event], *, whole: bool = False) -> Markup:
        """For `<figure class="overview">`: the events in the weeks in which they began. whole: they are all events."""
        return self.overviews.of(events, whole=whole)

    def plates(self, events: Sequence[Event]) -> Markup:
        """For `<figure class="atlas">`: the places of the events on all plates of the map."""
        return self.maps.whole(events)

    def map(self, events: Sequence[Event], here: str = "") -> Markup:
        """For `<figure class="atlas">`: one plate with the places of the events, or those around the place `here`."""
        return self.maps.of(events, here)

    def event_map(self, event: Event) -> Markup:
        """For `<figure class="atlas">`: the places of one event."""
        return self.maps.event(event)

    def months(self, events: Sequence[Event], since: date) -> Markup:
        """Month by month, days and places; nothing when the events began in one month.

        Stands on the page that has the `map` of the same events, whose lines it uses.
        """
        maps = self.maps.months(events, since)
        items = [
            element(
                "li",
                element("p", element("span", small.title, class_="series__month"), " ", small.words),
                small.drawing,
                maps.get(small.month, Markup("")),
            )
            for small in self.overviews.months(events, since)
        ]
        return element("ol", *items, class_="series") if items else Markup("")
