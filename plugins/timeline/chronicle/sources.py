"""Sources over all entries: who a claim really goes back to."""

from __future__ import annotations

from timeline.entries.event import Event, Source
from timeline.entries.gist import Cited, Gist


def originators(event: Event | Gist) -> tuple[str, ...]:
    """The publishers that an event goes back to, sorted: what a page repeats counts for whoever it repeats."""
    return tuple(sorted({key for source in event.sources for key in originators_of(source)}))


def originators_of(source: Source | Cited) -> tuple[str, ...]:
    """`via` where the page repeats others, else its own publisher."""
    return source.via or (source.publisher,)
