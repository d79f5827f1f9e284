"""The dialect of an entry's text: paragraphs, lists, emphasis, links, quotations, footnote marks.

Everything else that Markdown reads as more than text is refused, with line and column and what to write instead,
never stripped: a contributor sees on GitHub what the site will show. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline.entries.fault import Fault
from timeline.entries.inline import Citation, EntryLink, scan_inline
from timeline.entries.lines import DASHES, EMPTY_ITEM, HEADING, ITEM, ROW, Line, cells, groups, refusal

__all__ = ["Citation", "EntryLink", "Fault", "Prose", "scan", "sources_cited"]

MAX_LINKS = 200
"""Links of one text. The richest entries hold a dozen; a list of links is a page of its own."""

MAX_PARAGRAPH = 5000
"""Characters of one paragraph, and so of one line. The converter's cost grows with the square of this alone."""

MAX_NESTING = 4
"""Lists within lists, quotations within quotations: what a reader can follow, and what a phone can indent."""

MAX_SUMMARY = 300
"""Characters of the first paragraph, which stands as the summary in lists, feeds and link previews."""

INDENT = 4
"""Spaces of one level of a list: the one width that GitHub and the converter read alike."""


FENCED = re.compile(r"^```[a-z]*\n(?P<code>.*?)^``` *$", re.MULTILINE | re.DOTALL)
"""A block of code between two lines of backticks: in pages only, to show how a file is written."""


class Prose(NamedTuple):
    """What a text holds, in the order of the text.

    summary: the first paragraph outside lists and quotations as plain text, '' if there is none.
    """

    citations: tuple[Citation, ...]
    links: tuple[EntryLink, ...]
    faults: tuple[Fault, ...]
    summary: str


def scan(text: str, *, page: bool = False) -> Prose:
    """Read `text` (lines end in LF) and say what it holds and what must not stand in it.

    page: the dialect of pages, which adds headings (`##` to `####`), tables and fenced code, and has no footnote marks.
    Controls and invisible characters are the business of `characters.faults`; of these only tabs are refused here.
    """
    if page:
        text = FENCED.sub(lambda block: "\n" * block[0].count("\n"), text)
    reader = _Reader(page=page)
    reader.container([Line(number, 1, line) for number, line in enumerate(text.split("\n"), 1)], 0)
    reader.whole(text)
    faults = sorted(reader.faults, key=lambda fault: (fault.line, fault.column, fault.code))
    return Prose(tuple(reader.citations), tuple(reader.links), tuple(faults), reader.summary or "")


def sources_cited(proses: Iterable[Prose]) -> tuple[str, ...]:
    """The ids of the sources cited, each once, by first citation over the texts of an entry in their order."""
    return tuple(dict.fromkeys(citation.source for prose in proses for citation in prose.citations))


class _Reader:
    def __init__(self, *, page: bool) -> None:
        self.page = page
        self.citations: list[Citation] = []
        self.links: list[EntryLink] = []
        self.faults: list[Fault] = []
        self.link_count = 0
        self.summary: str | None = None
        # The lists that are open, outermost first: sign of the items (`.` for numbers), number of the last item.
        self.levels: list[tuple[str, int]] = []

    def fault(self, line: Line, code: str, message: str, *, warning: bool = False) -> None:
        self.faults.append(Fault(line.number, line.column, code, message, warning))

    def whole(self, text: str) -> None:
        """The faults that only the whole text can have."""
        start = Line(1, 1, "")
        if self.link_count > MAX_LINKS:
            self.fault(start, "links", f"a text must have at most {MAX_LINKS} links (found {self.link_count})")
        if self.summary is None and not (self.page and text.strip()):
            self.fault(start, "empty-text", "there must be a paragraph, outside lists and quotations")
        if (length := len(self.summary or "")) > MAX_SUMMARY and not self.page:
            message = f"the first paragraph is the summary and should have at most {MAX_SUMMARY} characters"
            self.fault(start, "long-summary", f"{message} (found {length})", warning=True)
        for number, line in enumerate(text.split("\n") if "\t" in text else (), 1):
            for tab in re.finditer("\t", line):
                self.fault(Line(number, tab.start() + 1, ""), "tab", "a tab must not stand here; write spaces")

    def container(self, lines: Sequence[Line], depth: int) -> None:
        """Read what stands at the top (depth 0) or inside that many quotations."""
        outer, self.levels = self.levels, []
        for group in groups(lines):
            citations, faults = len(self.citations), len(self.faults)
            self.block(group, depth)
            if not (depth or self.page or len(self.citations) > citations or len(self.faults) > faults):
                message = (
                    "a paragraph, list or quotation should cite a source: end it with [^id], the id of that source"
                )
                self.fault(group[0], "uncited-paragraph", message, warning=True)
        self.levels = outer

    def block(self, group: list[Line], depth: int) -> None:
        first = group[0].text
        if ITEM.match(first) and not refusal(first.lstrip(" ")):
            self.items(group)
        elif first.startswith(" "):
            self.paragraph(group)
        else:
            self.levels = []
            if first.startswith(">"):
                self.quotation(group, depth)
            elif self.page and not depth and HEADING.match(first):
                self.heading(group)
            elif self.page and not depth and first.startswith("|"):
                self.table(group)
            else:
                plain = self.paragraph(group)
                if self.summary is None and not depth:
                    self.summary = plain

    def quotation(self, group: list[Line], depth: int) -> None:
        if depth == MAX_NESTING:
            self.fault(group[0], "nesting", f"quotations must not be nested more than {MAX_NESTING} deep")
            return
        for line in group:
            if not line.text.startswith(">"):
                self.fault(line, "quotation", "each line of a quotation must begin with >; leave a blank line after it")
                return
        inner = [line.cut(2 if line.text.startswith("> ") else 1) for line in group]
        if not any(line.text.strip(" ") for line in inner):
            self.fault(group[0], "quotation", "a quotation must hold words; write \\> to show the sign")
        self.container(inner, depth + 1)

    def heading(self, group: list[Line]) -> None:
        signs = group[0].text.split(" ", 1)[0]
        if len(group) > 1 or not 2 <= len(signs) <= 4 or re.search(r" #+ *\Z", group[0].text):
            self.fault(group[0], *refusal("#", page=True) or ("", ""))
        else:
            self.inline([group[0].cut(len(signs)).stripped()])

    def table(self, group: list[Line]) -> None:
        width = len(cells(group[0]))
        for index, line in enumerate(group):
            whole = ROW.match(line.text) and len(cells(line)) == width
            if len(group) < 3 or not whole or (index == 1 and not DASHES.match(line.text)):
                self.fault(line, *refusal("|-", page=True) or ("", ""))
            elif index != 1:
                for cell in cells(line):
                    if cell.text:
                        self.inline([cell])

    def items(self, group: list[Line]) -> None:
        """A run of items without a blank line between them; lines that begin no item belong to the one above."""
        least = group[0].indent
        texts: list[list[Line]] = []
        for line in group:
            item = ITEM.match(line.text)
            if item and not refusal(line.text.lstrip(" ")):
                self.item(line.stripped(), line.indent, least)
                texts.append([line.cut(item.end())])
            else:
                texts[-1].append(line.stripped())
        for text in texts:
            self.text(text, in_item=True)

    def item(self, line: Line, indent: int, least: int) -> None:
        level, slip = divmod(indent, INDENT)
        word, text = line.text.split(" ", 1)
        sign = word if word in "-*+" else "."
        if slip or level > len(self.levels):
            message = (
                f"an item must stand at the margin, or {INDENT} spaces to the right of the item that it belongs to"
            )
            self.fault(line, "list", message)
        elif level == MAX_NESTING:
            self.fault(line, "nesting", f"lists must not be nested more than {MAX_NESTING} deep")
        elif indent < least:
            self.fault(line, "list", "leave a blank line before this item, which goes back to an outer list")
        else:
            del self.levels[level + 1 :]
            if level == len(self.levels):
                self.levels.append((sign, 0))
            first, count = self.levels[level]
            self.levels[level] = (first, count + 1)
            if sign != first:
                self.fault(
                    line, "list", "the items of one list must all begin with the same sign; put words between two lists"
                )
            elif sign == "." and word not in ("1.", f"{count + 1}."):
                message = f"the items of a numbered list must count 1. 2. 3.; write {word[:-1]}\\. to show a number"
                self.fault(line, "list", message)
        if text.startswith("   "):
            self.fault(line, "code", "the text of an item must stand one to three spaces after its sign")

    def paragraph(self, group: list[Line]) -> str:
        first = group[0].stripped()
        level, slip = divmod(group[0].indent, INDENT)
        if group[0].indent and not self.levels:
            message = "a paragraph must begin at the margin; four spaces would make code of it"
            self.fault(first, "code" if level else "indent", message)
        elif slip or level > len(self.levels):
            message = f"a further paragraph of an item must stand {INDENT} spaces to the right of the item's sign"
            self.fault(first, "indent", message)
        del self.levels[level:]
        return self.text([line.stripped() for line in group], in_item=False)

    def text(self, lines: list[Line], *, in_item: bool) -> str:
        """The lines of one paragraph or item: no line may begin as something else. Gives its plain text."""
        for index, line in enumerate(lines):
            listed = ITEM.match(line.text) or (EMPTY_ITEM.match(line.text) if in_item or index == 0 else None)
            # On GitHub a number within a paragraph begins a list only if it is 1: «in May\n2018. The army …».
            counted = index > 0 and not self.levels and line.text[:1].isdigit() and not line.text.startswith("1.")
            if refused := refusal(line.text, page=self.page):
                self.fault(line, *refused)
            elif line.text.startswith(">"):
                message = "a quotation must begin at the margin after a blank line; write \\> to show the sign"
                self.fault(line, "quotation", message)
            elif listed and not counted:
                words = "an item must hold words of its own" if index == 0 else "leave a blank line before the list"
                self.fault(line, "list", f"{words}; write a backslash before the sign or dot to show it")
            else:
                continue
            return ""
        return self.inline(lines)

    def inline(self, lines: list[Line]) -> str:
        size = sum(len(line.text) + 1 for line in lines) - 1
        if size > MAX_PARAGRAPH:
            message = f"a paragraph must have at most {MAX_PARAGRAPH} characters; divide it (found {size})"
            self.fault(lines[0], "long-paragraph", message)
            return ""
        found = scan_inline(lines, page=self.page)
        if not found.plain and not found.faults:
            self.fault(lines[0], "empty-paragraph", "a paragraph must hold words; remove it, or leave the line blank")
        self.citations += found.citations
        self.links += found.entry_links
        self.faults += found.faults
        self.link_count += found.links
        return found.plain
