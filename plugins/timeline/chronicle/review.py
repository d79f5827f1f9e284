"""The doubts about all events, placed in their files as warnings, without those that were looked at and accepted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from timeline.chronicle.doubts import Doubt, doubts
from timeline.entries.accepted import apply
from timeline.entries.check import Content
from timeline.entries.desk import Desk
from timeline.entries.folder import ACCEPTED, VOCABULARY
from timeline.entries.header import Block, Node, Rows, Split, compose, split
from timeline.entries.problem import Problem


def review(content: Content, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """All problems of the content, sorted: those of its files, and the doubts about its events.

    files: what the content was read from, bytes by path.
    """
    found = [_placed(doubt, content, files) for doubt in doubts(content.events, content.vocabularies)]
    return tuple(sorted({*content.problems, *apply(content.accepted, found, ACCEPTED, whole=content.ok)}))


def _placed(doubt: Doubt, content: Content, files: Mapping[str, bytes]) -> Problem:
    """The warning at the value that the doubt is about."""
    if VOCABULARY.fullmatch(doubt.path):
        line = content.vocabularies[PurePosixPath(doubt.path).stem].lines[doubt.field]
        told = (doubt.field, doubt.code, doubt.message)
        return Problem(doubt.path, line, 1, *told, warning=True, other=doubt.other)
    desk = Desk(doubt.path, text=files[doubt.path].decode().replace("\r\n", "\n"))
    node = _node(desk.text, doubt.field)
    return Problem(
        *(doubt.path, node.line, node.column, doubt.field, doubt.code, doubt.message),
        warning=True,
        width=max(1, len(desk.part(node))),
        other=doubt.other,
    )


def _node(text: str, field: str) -> Node:
    """The value of a key such as `sources[0].title` in the header of a file that was read without a problem."""
    parted = split(text)
    if not isinstance(parted, Split):
        raise TypeError(parted.message)
    node = compose(parted.header, parted.header_line)[0]
    for step in re.findall(r"\w+", field):
        if isinstance(node, Rows):
            node = node.items[int(step)]
        elif isinstance(node, Block):
            node = node.pairs[step][1]
    if node is None:
        raise KeyError(field)
    return node
