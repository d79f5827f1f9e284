"""The whole site as a list of pages: nothing is written before every page is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.chronicle.chronicle import Chronicle
from timeline.entries.problem import Problem
from timeline.pages.event_page import EventPages
from timeline.pages.facet_pages import FacetPages
from timeline.pages.moved_pages import moved_pages
from timeline.pages.page import PageSpec
from timeline.pages.shared import shared
from timeline.pages.site import Site
from timeline.pages.text_pages import missing_page, text_pages
from timeline.pages.time_pages import front_page, month_pages, year_pages
from timeline.pages.workbench import workbench_page


def plan(chronicle: Chronicle, site: Site, problems: Sequence[Problem] = ()) -> Iterator[PageSpec]:
    """Every page of the site, in a fixed order. Models are made when a page is rendered: few are held at once.

    problems: of the content, for those who work on it; only the preview shows them.
    """
    stock = shared(chronicle, site)
    yield front_page(stock)
    yield from year_pages(stock)
    yield from month_pages(stock)
    yield from EventPages(stock).pages()
    yield from moved_pages(stock)
    yield from FacetPages(stock).pages()
    yield from text_pages(chronicle, site)
    yield missing_page(site)
    if site.preview:
        yield workbench_page(stock, problems)
