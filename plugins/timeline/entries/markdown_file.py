"""What entries, siblings and pages share: a header of nodes, a body, and passages of Markdown with their places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.entries.desk import Desk
from timeline.entries.header import Block, Mistake, Node, Rows, Text, compose, opening, split
from timeline.entries.prose import Prose, scan

LONG_SUMMARY = "long-summary"  # only a body has a summary: of other passages this is not told
TAB = "tab"  # told for the whole file with all refused characters


class Link(NamedTuple):
    """A place where a file names an entry. `target`: the linked file as written, '' for a bare id."""

    id: str
    target: str
    field: str
    line: int
    column: int


class Passage(NamedTuple):
    """A scanned text of the file. field: its key; line, column: where the text begins in the file, from 1."""

    prose: Prose
    field: str
    line: int
    column: int

    def place(self, line: int, column: int) -> tuple[int, int]:
        """The line and column of the file for a line and column of the text."""
        return self.line + line - 1, column + (self.column - 1 if line == 1 else 0)

    def links(self) -> Iterator[Link]:
        """The links of the text to entries."""
        for link in self.prose.links:
            yield Link(link.id, link.target, self.field, *self.place(link.line, link.column))


class Parts(NamedTuple):
    """A file that could be parted. `body_line`: the line of the file at which the body begins, from 1."""

    header: Block
    body: str
    body_line: int

    def at(self, key: str) -> Node:
        """The node of a key's value, or the header where the key is missing."""
        return self.header.pairs[key][1] if key in self.header.pairs else self.header

    def items(self, key: str) -> list[Node]:
        """The nodes of a list, none where the key is missing or holds no list."""
        node = self.at(key)
        return node.items if isinstance(node, Rows) else []

    def blocks(self, key: str) -> list[Block]:
        """The blocks of a list."""
        return [node for node in self.items(key) if isinstance(node, Block)]

    def scan_body(self, desk: Desk, *, page: bool = False) -> Passage:
        """Scan the body; its faults go to the desk."""
        return _passage(scan(self.body, page=page), "body", self.body_line, 1, desk)

    def passages(self, desk: Desk) -> Iterator[Passage]:
        """Scan the Markdown of the header, accounts before caveats: the order of the page."""
        for at, node in enumerate(self.blocks("accounts")):
            if "says" in node.pairs and isinstance(node.pairs["says"][1], Text):
                yield _scan_value(node.pairs["says"][1], f"accounts[{at}].says", desk)
        for at, item in enumerate(self.items("caveats")):
            if isinstance(item, Text):
                yield _scan_value(item, f"caveats[{at}]", desk)


def _scan_value(node: Node, name: str, desk: Desk) -> Passage:
    value = node.value.strip() if isinstance(node, Text) else ""
    return _passage(scan(value), name, node.line, node.column + opening(node), desk)


def _passage(prose: Prose, name: str, line: int, column: int, desk: Desk) -> Passage:
    passage = Passage(prose, name, line, column)
    for fault in prose.faults:
        if fault.code == TAB or (fault.code == LONG_SUMMARY and name != "body"):
            continue
        at = passage.place(fault.line, fault.column)
        desk.report(at, name, fault.code, fault.message, warning=fault.warning)
    return passage


def read_parts(text: str, desk: Desk) -> Parts | None:
    """Part a file and parse its header; None when there is no header to read. Problems go to the desk."""
    parted = split(text)
    if isinstance(parted, Mistake):
        desk.mistakes([parted])
        return None
    root, mistakes = compose(parted.header, parted.header_line)
    desk.mistakes(mistakes)
    if isinstance(root, Block):
        return Parts(root, parted.body, parted.body_line)
    if not desk.refused:
        must = "the header must hold keys with values, as in title: What happened"
        desk.report((2, 1), "header", "no-keys", must)
    # The header is lost, but the text's own problems can be told in the same run.
    prose = scan(parted.body)
    faults = tuple(fault for fault in prose.faults if not fault.warning)
    _passage(prose._replace(faults=faults), "body", parted.body_line, 1, desk)
    return None
