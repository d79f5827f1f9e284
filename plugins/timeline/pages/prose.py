"""Prose as safe HTML: texts of the dialect converted, their footnote marks numbered, and all of it cleaned.

What `entries.prose.scan` refuses comes out as text. The sanitiser is a second lock behind that: it changes nothing in
a text that `scan` accepts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import nh3
from markupsafe import Markup, escape

from timeline.entries.prose import FENCED
from timeline.pages.dialect import Dialect, Links

JOINER = "\u2060"
"""WORD JOINER: no line breaks between a word and its footnote mark."""

_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "sup"}
_PAGE_TAGS = {"h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td", "pre", "code"}
_MARK = re.compile(r"<sup>([a-z0-9-]+)</sup>")

# Always on: a tenth of the converter's time (0.03 of 0.33 ms for an entry of 1,000 characters and three short texts).
_sanitiser = nh3.Cleaner(
    tags=_TAGS | _PAGE_TAGS,
    attributes={"a": {"href", "id", "aria-label", "rel"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}},
    tag_attribute_values={"sup": {"class": {"mark"}}, "table": {"tabindex": {"0"}}},
    url_schemes={"http", "https"},
    link_rel=None,
)


@dataclass(frozen=True, slots=True)
class Converted:
    """The texts of one entry as HTML, in the order given.

    references: for each source cited, the ids of its footnote marks in the order of the texts, for «back to the text».
    """

    html: tuple[Markup, ...]
    references: Mapping[str, tuple[str, ...]]


class Writer:
    """Turns checked prose into HTML. One writer serves a whole build; it keeps nothing between two calls."""

    def __init__(self) -> None:
        self._links = Links()
        self._entries = Dialect(self._links, page=False)
        self._pages = Dialect(self._links, page=True)

    def entry(
        self,
        texts: Sequence[str],
        *,
        anchor: str,
        numbers: Mapping[str, int],
        address_of: Callable[[str], str],
        label: str = "",
    ) -> Converted:
        """Convert the texts of one entry in the order of its footnotes: body, accounts, caveats.

        anchor: begins every element id, so that entries can share a page. numbers: of the sources, by id (see
        `Event.numbers`); KeyError for a mark that is not among them. address_of: id of an entry to its address.
        label: accessible name of a mark, as in `Source {n}`; none if empty.
        """
        references: dict[str, list[str]] = {}
        count = 0

        def mark(match: re.Match[str]) -> str:
            nonlocal count
            count += 1
            source = match[1]
            number, place = numbers[source], f"{anchor}-ref-{count}"
            references.setdefault(source, []).append(place)
            name = f' aria-label="{escape(label.format(n=number))}"' if label else ""
            link = f'<a id="{place}" href="#{anchor}-source-{number}"{name}>[{number}]</a>'
            return f'{JOINER}<sup class="mark">{link}</sup>'

        self._links.address_of = address_of
        html = [_MARK.sub(mark, self._entries.convert(text)) for text in texts]
        return Converted(
            tuple(Markup(_sanitiser.clean(text)) for text in html),
            {source: tuple(places) for source, places in references.items()},
        )

    def page(self, text: str, *, address_of: Callable[[str], str]) -> Markup:
        """Convert a page: headings get ids from their words. address_of: id of the file linked to, to its address."""
        self._links.address_of = address_of
        parts: list[str] = []
        end = 0
        for block in FENCED.finditer(text):
            parts += [self._pages.convert(text[end : block.start()])]
            parts += [f"<pre><code>{escape(block['code'])}</code></pre>"]
            end = block.end()
        parts.append(self._pages.convert(text[end:]))
        return Markup(_sanitiser.clean("".join(parts)))
