"""Templates: one environment for everything that is rendered, and the text of a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from timeline.pages.cards import Card
from timeline.pages.listing import Row
from timeline.pages.page import PageSpec
from timeline.pages.policy import CSP
from timeline.pages.site import Site
from timeline.pages.text_pages import NavLink


def make_environment(folders: Sequence[str | Path]) -> Environment:
    """The environment of all templates: everything is escaped, and a name that is not there stops the build.

    folders: of templates, the first that has one wins.
    """
    return Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


class Renderer:
    """Renders the pages of one site. An event's row is rendered once and shown by every list."""

    def __init__(self, environment: Environment, site: Site, navigation: Sequence[NavLink]) -> None:
        self.environment = environment
        self._rows: dict[str, Markup] = {}
        strings = site.strings
        environment.globals.update(
            site=site,
            navigation=tuple(navigation),
            csp=CSP,
            t=strings.text,
            plain=strings.number,
            row=self.row,
            asset=lambda path: site.addresses.file(f"{site.assets}/{path}"),
            file=site.addresses.file,
            address=site.addresses.page,
        )

    def row(self, entry: Row) -> Markup:
        """What stands in a list: the row of an event, a phase, a silence, each by the part that its `role` names."""
        if not isinstance(entry, Card):
            return self._part(entry)
        made = self._rows.get(entry.id)
        if made is None:
            made = self._rows[entry.id] = self._part(entry)
        return made

    def _part(self, entry: Row) -> Markup:
        template = self.environment.get_template(f"parts/{entry.role}.html")
        return Markup(template.render(entry=entry))

    def text(self, page: PageSpec) -> str:
        """The text of a page."""
        return self.environment.get_template(page.template).render(head=page.head, page=page.make())
