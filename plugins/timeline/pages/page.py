"""A page of the site: a template, a frozen model, and what the model was made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from timeline.pages.site import Site

UNDRAWN = Markup()  # where a page has no drawing


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the front page."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Head:
    """What every page says of itself. path: of its file in the output; address: '' where it has none of its own.

    canonical: the absolute address, '' while the site's address is unset. section: the part of the navigation it is in.
    """

    title: str
    path: str
    address: str
    description: str = ""
    canonical: str = ""
    section: str = ""
    crumbs: tuple[Crumb, ...] = ()


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One file to render: the text is a pure function of `template`, the model and the site.

    make: makes the model, when the page is rendered. needs: ids of the events that the model is made from;
    vocabularies, strings and settings are needs of every page.
    """

    head: Head
    template: str
    make: Callable[[], object]
    needs: frozenset[str]


def head(
    site: Site, title: str, *parts: str, description: str = "", section: str = "", crumbs: tuple[Crumb, ...] = ()
) -> Head:
    """The head of the page at `parts` (`head(site, 'Hajin', 'places', 'hajin')`)."""
    address = site.addresses.page(*parts)
    canonical = site.addresses.absolute(address) if site.addresses.site else ""
    return Head(
        title,
        site.addresses.output(*parts),
        address,
        description,
        canonical,
        section or (parts[0] if parts else ""),
        crumbs,
    )
