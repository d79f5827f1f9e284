"""How a line of prose begins: what makes it an item, a heading, a row; and the beginnings that are refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

ITEM = re.compile(r"(?P<indent> *)(?P<sign>[-*+]|\d+\.)(?P<gap> +)(?=[^ ])")
"""An item of a list. Digits of any script, as the converter reads them."""

EMPTY_ITEM = re.compile(r" *(?:[*+]|\d+\.) *\Z")
HEADING = re.compile(r"(?P<signs>#{1,6}) +(?=[^ ])")
ROW = re.compile(r"\|.*\|\Z")
DASHES = re.compile(r"\| *-{3,} *(?:\| *-{3,} *)*\|\Z")
CELL = re.compile(r"(?:[^|\\]|\\.)*\\?")

_REFUSED: Sequence[tuple[re.Pattern[str], str, str]] = (
    (
        re.compile(r"#{1,6}(?: |\Z)"),
        "heading",
        "headings are not part of the text; write a paragraph, or \\# to show the sign",
    ),
    (
        re.compile(r"=+ *\Z|--? *\Z"),
        "heading",
        "a line of = or - alone makes a heading of the line above; remove it",
    ),
    (
        re.compile(r"-(?: *-){2,} *\Z|\*(?: *\*){2,} *\Z|_(?: *_){2,} *\Z"),
        "rule",
        "lines across the page are not supported; remove it and leave a blank line between paragraphs",
    ),
    (re.compile(r"~~~"), "code", "code is not part of the text; use quotation marks"),
    (
        re.compile(r"(?=[^|:]*[|:])[|:\- ]+\Z"),
        "table",
        "tables are not part of the text; write paragraphs or a list",
    ),
    (
        re.compile(r"\[\^[^\]]*\]:"),
        "note",
        "notes of your own are not supported; put the source in the header and cite it with [^its-id]",
    ),
    (
        re.compile(r"\[[^\]]*\]:"),
        "definition",
        "links by reference are not supported; write [words](https://…), or \\[ to show the bracket",
    ),
    (
        re.compile(r"[•‣▪◦●○·]"),
        "list",
        "each item of a list must begin with a dash and a space, as in - words; replace the sign",
    ),
    (
        re.compile(r"[0-9]+\)(?: |\Z)"),
        "list",
        "the items of a numbered list are written 1. 2. 3.; write \\) to show the parenthesis",
    ),
)

_ON_PAGES = {
    "heading": "a heading of a page is a line of its own between blank lines, from ## to ####, "
    "without signs at its end; the title stands in the header",
    "table": "each row of a table must begin and end with |, have as many cells as the first row, "
    "and the second of three or more must be dashes: | --- | --- |",
    "note": "a page has no sources to cite; write a link: [words](https://…)",
}

_FIRST = frozenset("#=-*_~|:[0123456789•‣▪◦●○·")


class Line(NamedTuple):
    """A line, or what is left of it: its number, the column of its first character (both from 1), its text."""

    number: int
    column: int
    text: str

    @property
    def indent(self) -> int:
        """Spaces before the text."""
        return len(self.text) - len(self.text.lstrip(" "))

    def cut(self, width: int) -> Line:
        """The line without its first `width` characters."""
        return Line(self.number, self.column + width, self.text[width:])

    def stripped(self) -> Line:
        """The line without the spaces before its text."""
        return self.cut(self.indent)


def refusal(text: str, *, page: bool = False) -> tuple[str, str] | None:
    """Code and message if a line that begins with `text` (no spaces before it) is not prose, else None."""
    if text[:1] not in _FIRST:
        return None
    for pattern, code, message in _REFUSED:
        if pattern.match(text):
            return code, _ON_PAGES.get(code, message) if page else message
    return None


def groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The runs of lines between blank lines."""
    group: list[Line] = []
    for line in lines:
        if line.text.strip(" "):
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def cells(line: Line) -> list[Line]:
    """The cells of a row of a table, without the spaces around them; a backslash before | keeps it in the cell."""
    found: list[Line] = []
    at = 1
    while at < len(line.text):
        match = CELL.match(line.text, at)
        end = match.end() if match else at
        found.append(Line(line.number, line.column + at, line.text[at:end].rstrip(" ")).stripped())
        at = end + 1
    return found
