"""The pages about the site itself, and the page for addresses that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from timeline.chronicle.chronicle import Chronicle
from timeline.entries.page import Page
from timeline.pages.page import Head, PageSpec, head
from timeline.pages.prose import Writer
from timeline.pages.site import Site

HEADING = re.compile(r'<h([23]) id="([^"]+)">(.*?)</h\1>')
FEW = 3  # headings from which a page says first what is on it


@dataclass(frozen=True, slots=True)
class Part:
    """A heading that a page has. id: of its element."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class TextPage:
    """The text of a page. parts: the way to its headings, () on a page that has few."""

    body: Markup
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class NavLink:
    """An item of the navigation. section: what a page's head names to be marked as inside it."""

    section: str
    text: str
    address: str


def text_pages(chronicle: Chronicle, site: Site) -> Iterator[PageSpec]:
    """One page a file of `content/pages/` in the language of the site."""
    writer = Writer()
    pages = tuple(_in_language(chronicle, site))
    own = {page.id: site.addresses.page(page.id) for page in pages}
    for page in pages:
        make = partial(_text, page, writer, own, site)
        yield PageSpec(head(site, page.title, page.id), "text.html", make, frozenset())


def _text(page: Page, writer: Writer, own: Mapping[str, str], site: Site) -> TextPage:
    """The text, its links to pages (addresses by id in `own`) and to entries."""
    body = writer.page(page.body, address_of=lambda key: own.get(key) or site.addresses.page("events", key))
    return TextPage(body, contents(body))


def contents(body: Markup) -> tuple[Part, ...]:
    """The parts of a text as HTML; where it is a register under one heading, the first term of each letter."""
    found = [(level, Part(anchor, Markup(words).striptags())) for level, anchor, words in HEADING.findall(body)]
    parts = [part for level, part in found if level == "2"]
    terms = [part for level, part in found if level == "3"]
    if len(parts) >= FEW:
        return tuple(parts)
    if len(terms) >= FEW:
        letters = groupby(terms, lambda part: part.title[:1].upper())
        return tuple(Part(next(here).id, letter) for letter, here in letters)
    return ()


def missing_page(site: Site) -> PageSpec:
    """The page that a host gives for an address without a page."""
    made = Head(site.strings.text("missing.title"), "404.html", "")
    return PageSpec(made, "missing.html", lambda: None, frozenset())


def navigation(chronicle: Chronicle, site: Site) -> tuple[NavLink, ...]:
    """The timeline, the facets, then the pages in their order."""
    first = NavLink("timeline", site.strings.text("nav.timeline"), site.addresses.page())
    facets = (NavLink(name, site.strings.text(f"nav.{name}"), site.addresses.page(name)) for name in chronicle.facets)
    pages = (NavLink(page.id, page.title, site.addresses.page(page.id)) for page in _in_language(chronicle, site))
    return (first, *facets, *pages)


def _in_language(chronicle: Chronicle, site: Site) -> Iterator[Page]:
    """Each page in the language of the site, the original where it has no translation into it."""
    translated = {page.id for page in chronicle.pages if page.language == site.language}
    for page in chronicle.pages:
        if page.language == (site.language if page.id in translated else ""):
            yield page
