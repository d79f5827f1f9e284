"""The whole site as a list of pages: nothing is written before every page is known."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.chronicle.chronicle import Chronicle
from timeline.pages.cards import cards
from timeline.pages.drawings import Drawings
from timeline.pages.event_page import EventPages
from timeline.pages.facet_pages import FacetPages
from timeline.pages.labels import Labels
from timeline.pages.listing import setting
from timeline.pages.page import PageSpec
from timeline.pages.phases import phase_bands
from timeline.pages.site import Site
from timeline.pages.text_pages import missing_page, text_pages
from timeline.pages.time_pages import front_page, month_pages, year_pages


def plan(chronicle: Chronicle, site: Site) -> Iterator[PageSpec]:
    """Every page of the site, in a fixed order. Models are made as they are asked for, so that few are held at once."""
    labels = Labels(site, chronicle.vocabularies)
    bands = phase_bands(chronicle, labels, site)
    rows = cards(chronicle, labels, site, bands)
    between = setting(chronicle, bands, site)
    drawings = Drawings(chronicle, labels, site)
    events = EventPages(chronicle, rows, labels, site, drawings)
    yield front_page(chronicle, rows, labels, site, between, drawings)
    yield from year_pages(chronicle, rows, site, between, drawings)
    yield from month_pages(chronicle, rows, site, between, drawings)
    yield from (events.page(event) for event in chronicle.events)
    yield from FacetPages(chronicle, rows, labels, site, drawings).pages()
    yield from text_pages(chronicle, site)
    yield missing_page(site)
