"""Every export by the file that it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from timeline.chronicle.chronicle import Chronicle
from timeline.exports.feeds import atom
from timeline.exports.find_facets import facets_json
from timeline.exports.find_search import search_files
from timeline.exports.json_api import events_json
from timeline.pages.citations import CITATIONS
from timeline.pages.site import Site

EXPORTS: Mapping[str, Callable[[Chronicle, Site], str | None]] = MappingProxyType(
    {
        "data/v1/events.json": events_json,
        "feeds/atom.xml": atom,
        "find/facets.json": facets_json,
    }
)


def exports(chronicle: Chronicle, site: Site) -> Iterator[tuple[str, str]]:
    """Path and text of every export that the settings allow."""
    for path, export in EXPORTS.items():
        text = export(chronicle, site)
        if text is not None:
            yield path, text
    yield from search_files(chronicle, site)
    for event in chronicle.events:
        for key in (event.id, *event.moved_from):
            for file, cite in CITATIONS.values():
                yield f"events/{key}/{file}", cite(event, site)
