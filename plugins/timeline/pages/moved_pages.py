"""The addresses that events had before: a small page at each, which says where the event is now and leads there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from timeline.pages.page import PageSpec, head
from timeline.pages.shared import Shared


def moved_pages(shared: Shared) -> Iterator[PageSpec]:
    """A page for each former id, in the order of the chronology. The addresses it tells are those of the event now."""
    site = shared.site
    for event in shared.chronicle.events:
        there = head(site, site.strings.text("moved.title"), "events", event.id, section="timeline")
        for key in event.moved_from:
            here = replace(there, path=site.addresses.output("events", key))
            yield PageSpec(here, "moved.html", partial(shared.rows.__getitem__, event.id), frozenset({event.id}))
