"""What the pages of one site have in common, made once: labels, rows, the course of the list, drawings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.chronicle.chronicle import Chronicle
from timeline.pages.cards import Card, cards
from timeline.pages.drawings import Drawings
from timeline.pages.labels import Labels
from timeline.pages.listing import Setting, setting
from timeline.pages.phases import phase_bands
from timeline.pages.site import Site


@dataclass(frozen=True, slots=True)
class Shared:
    """rows: every event's row by id; setting: phases and silences, for lists that show the whole course."""

    chronicle: Chronicle
    site: Site
    labels: Labels
    rows: Mapping[str, Card]
    setting: Setting
    drawings: Drawings

    @property
    def everything(self) -> frozenset[str]:
        """The ids of all events, for pages that need every one."""
        return frozenset(self.chronicle.position)


def shared(chronicle: Chronicle, site: Site) -> Shared:
    """What the pages of a site share."""
    labels = Labels(site, chronicle.vocabularies)
    bands = phase_bands(chronicle, labels, site)
    return Shared(
        chronicle=chronicle,
        site=site,
        labels=labels,
        rows=cards(chronicle, labels, site, bands),
        setting=setting(chronicle, bands, site),
        drawings=Drawings(chronicle, labels, site),
    )
