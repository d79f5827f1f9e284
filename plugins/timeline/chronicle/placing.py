"""Where a value stands in the header of a file that was read without a problem."""

from __future__ import annotations

import re

from timeline.entries.desk import Desk
from timeline.entries.header import Block, Node, Rows, Split, compose, split


def place(data: bytes, field: str) -> tuple[int, int, int]:
    """Line and column (from 1) and width of the value of a key such as `sources[0].title` in the bytes of a file.

    Raises KeyError, TypeError for a file without that key, which was not read without a problem then.
    """
    desk = Desk("", text=data.decode().replace("\r\n", "\n"))
    node = _node(desk.text, field)
    return node.line, node.column, max(1, len(desk.part(node)))


def _node(text: str, field: str) -> Node:
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
