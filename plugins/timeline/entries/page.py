"""A page of `content/pages/`: its header and Markdown in, a page and its problems out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.entries.blocks import read_block
from timeline.entries.desk import START, Desk
from timeline.entries.markdown_file import Link, read_parts
from timeline.entries.schema import PAGE

NAME = re.compile(r"content/pages/(?P<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.(?P<language>[a-z]{2}))?\.md")


@dataclass(frozen=True, slots=True)
class Page:
    """A text about the site itself. `order`: its place in the navigation; `language`: '' for the original."""

    id: str
    path: str
    title: str
    order: int
    body: str
    language: str = ""
    links: tuple[Link, ...] = ()


def read_page(text: str, desk: Desk) -> Page | None:
    """Read one page; None when its problems (on the desk) leave nothing to publish."""
    name = NAME.fullmatch(desk.path)
    if name is None:
        must = "the file name must be small Latin letters, digits and single hyphens and end in .md, as in about.md"
        desk.report(START, "file", "page-name", must)
        return None
    parts = read_parts(text, desk)
    if parts is None:
        return None
    values = read_block(desk, parts.header, "", PAGE)
    passage = parts.scan_body(desk, page=True)
    if desk.refused:
        return None
    return Page(
        name["id"],
        desk.path,
        values["title"],
        int(values["order"]),
        parts.body,
        name["language"] or "",
        tuple(passage.links()),
    )
