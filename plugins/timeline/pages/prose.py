"""Prose as safe HTML: the only module that imports the Markdown converter and the sanitiser.

The converter holds only the processors that the dialect of `entries.prose` needs; what `scan` refuses comes out as
text here. The sanitiser is a second lock behind that: it changes nothing in a text that `scan` accepts.
"""

from __future__ import annotations

import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import markdown
import nh3
from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    EmptyBlockProcessor,
    ListIndentProcessor,
    OListProcessor,
    ParagraphProcessor,
    UListProcessor,
)
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import ESCAPE_RE, DelimiterProcessor, EscapeInlineProcessor, InlineProcessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import InlineProcessor as InlineTreeProcessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import AtomicString, Registry
from markupsafe import Markup, escape
from slugify import slugify

from timeline.entries.inline import SOURCE
from timeline.entries.prose import FENCED
from timeline.entries.targets import ENTRY, EXTERNAL, TARGET

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
        self._links = _Links()
        self._entries = _Dialect(self._links, page=False)
        self._pages = _Dialect(self._links, page=True)

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

        anchor: begins every element id, so that entries can share a page. numbers: of the sources, from
        `entries.prose.number_sources`; KeyError for a mark that is not among them. address_of: id of an entry to its
        address. label: accessible name of a mark, as in `Source {n}`; none if empty.
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


class _Dialect(markdown.Markdown):
    """A converter for the dialect alone. Every processor left out is also time saved on every paragraph."""

    def __init__(self, links: _Links, *, page: bool) -> None:
        self.links = links
        self.page = page
        super().__init__()
        # As on GitHub, a backslash takes any punctuation mark of ASCII literally.
        self.ESCAPED_CHARS = list(string.punctuation)
        # The converter's own serialiser leaves what looks like an entity as it is; this one shows what was written.
        self.serializer = _serialised

    def convert(self, source: str) -> str:
        # A first line of nothing but spaces would hide the list or quotation that follows it.
        self.headings.counts.clear()
        return super().convert(source.strip(" \n"))

    def build_parser(self) -> _Dialect:
        self.preprocessors = Registry()
        self.preprocessors.register(NormalizeWhitespace(self), "normalize_whitespace", 30)
        self.parser = BlockParser(self)
        self.headings = _Headings(self.parser)
        blocks = self.parser.blockprocessors
        blocks.register(EmptyBlockProcessor(self.parser), "empty", 100)
        blocks.register(ListIndentProcessor(self.parser), "indent", 90)
        if self.page:
            blocks.register(_Tables(self.parser, {"use_align_attribute": True}), "table", 75)
            blocks.register(self.headings, "heading", 70)
        blocks.register(OListProcessor(self.parser), "olist", 40)
        blocks.register(UListProcessor(self.parser), "ulist", 30)
        blocks.register(_Quotations(self.parser), "quotation", 20)
        blocks.register(ParagraphProcessor(self.parser), "paragraph", 10)
        self.inlinePatterns = Registry()
        self.inlinePatterns.register(EscapeInlineProcessor(ESCAPE_RE, self), "escape", 180)
        self.inlinePatterns.register(_Marks(), "mark", 170)
        self.inlinePatterns.register(self.links, "link", 160)
        emphasis = DelimiterProcessor("*", "strong,em", self)
        emphasis.add("_", "strong,em", smart=True)
        self.inlinePatterns.register(emphasis, "em_strong", 60)
        self.treeprocessors = Registry()
        self.treeprocessors.register(InlineTreeProcessor(self), "inline", 20)
        self.treeprocessors.register(UnescapeTreeprocessor(self), "unescape", 0)
        self.postprocessors = Registry()
        return self


def _serialised(root: ET.Element) -> str:
    return ET.tostring(root, encoding="unicode", method="html")


class _Marks(InlineProcessor):
    """`[^id]`, with the white space before it. The number is filled in once the marks stand in the text's order."""

    def __init__(self) -> None:
        super().__init__(rf"(?<!\s)\s*\[\^({SOURCE})\]")

    def handleMatch(  # type: ignore[override]  # the stubs compare with the older base class
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        element = ET.Element("sup")
        element.text = AtomicString(m[1])
        return element, m.start(), m.end()


class _Links(InlineProcessor):
    """`[words](address)`; anything but a web address or the file of an entry stays text."""

    address_of: Callable[[str], str]

    def __init__(self) -> None:
        super().__init__(rf"\[([^\[\]]+)\]\(({TARGET})\)")

    def handleMatch(  # type: ignore[override]  # as above
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element | None, int, int]:
        element = ET.Element("a")
        element.text = m[1]
        if entry := ENTRY.match(m[2]):
            element.set("href", self.address_of(entry["id"]))
        elif EXTERNAL.match(m[2]):
            element.set("href", m[2])
            element.set("rel", "noopener noreferrer nofollow")
        else:
            return None, m.start(), m.end()
        return element, m.start(), m.end()


class _Tables(TableProcessor):
    """A table that is reached by keyboard: on a narrow page it is scrolled sideways."""

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        super().run(parent, blocks)
        parent[-1].set("tabindex", "0")


class _Quotations(BlockProcessor):
    """A quotation. The converter's own would join two that follow each other, and so two people's words."""

    def test(self, parent: ET.Element, block: str) -> bool:
        return block.startswith(">")

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        lines = [line.removeprefix(">").removeprefix(" ") for line in blocks.pop(0).split("\n")]
        quotation = ET.SubElement(parent, "blockquote")
        self.parser.state.set("blockquote")
        self.parser.parseChunk(quotation, "\n".join(line if line.strip(" ") else "" for line in lines))
        self.parser.state.reset()


class _Headings(BlockProcessor):
    """`##` to `####` on a line of its own, with an id from its words; a second one of the same words is numbered."""

    PATTERN = re.compile(r"#{2,4} +[^\n]+\Z")

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        # How often each id was asked for on the page at hand.
        self.counts: dict[str, int] = {}

    def test(self, parent: ET.Element, block: str) -> bool:
        return bool(self.PATTERN.match(block))

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        signs, words = blocks.pop(0).split(" ", 1)
        heading = ET.SubElement(parent, f"h{len(signs)}", id=self.name(words))
        heading.text = words.strip()

    def name(self, words: str) -> str:
        """An id that no heading of this page has yet."""
        slug = name = slugify(re.sub(r"\]\([^)]*\)", "]", words)) or "part"
        count = self.counts.get(slug, 0) + 1
        while count > 1 and (name := f"{slug}-{count}") in self.counts:
            count += 1
        self.counts[slug] = count
        self.counts.setdefault(name, 1)
        return name
