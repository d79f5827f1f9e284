"""The dialect of `entries.prose` as a Markdown converter: the processors that it needs and no other.

What `scan` refuses comes out as text. One converter serves a whole build; it keeps nothing between two texts.
"""

from __future__ import annotations

import re
import string
import xml.etree.ElementTree as ET
from collections.abc import Callable

import markdown
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
from slugify import slugify

from timeline.entries.inline import SOURCE
from timeline.entries.targets import ENTRY, EXTERNAL, TARGET


class Dialect(markdown.Markdown):
    """A converter for the dialect alone. Every processor left out is also time saved on every paragraph.

    links: where links lead. page: whether headings and tables are read too.
    """

    def __init__(self, links: Links, *, page: bool) -> None:
        self.links = links
        self.page = page
        super().__init__()
        # As on GitHub, a backslash takes any punctuation mark of ASCII literally.
        self.ESCAPED_CHARS = list(string.punctuation)
        # The converter's own serialiser leaves what looks like an entity as it is; this one shows what was written.
        self.serializer = _serialised

    def convert(self, source: str) -> str:
        """One text as HTML. A first line of nothing but spaces would hide the list or quotation that follows it."""
        self.headings.counts.clear()
        return super().convert(source.strip(" \n"))

    def build_parser(self) -> Dialect:
        """Register the processors, the larger numbers first."""
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


class Links(InlineProcessor):
    """`[words](address)`; anything but a web address or the file of an entry stays text.

    address_of: id of an entry to its address, to be set before a text is converted.
    """

    address_of: Callable[[str], str]

    def __init__(self) -> None:
        super().__init__(rf"\[([^\[\]]+)\]\(({TARGET})\)")

    def handleMatch(  # type: ignore[override]  # as above
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element | None, int, int]:
        """The link, or None, with where in the text it begins and ends."""
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
