"""A source, the archived copy of one, or an earlier id put into the text of an entry; all else stays as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.entries.header import Block, Mistake, Node, Rows, Text, compose, split
from timeline.entries.problem import nearest
from timeline.entries.schema import ENTRY, SOURCE
from timeline.entries.writing import scalar, write_item

KEYS = [key.name for key in ENTRY]
ORDER = [key.name for key in SOURCE]
FORMER = "moved_from"


class CannotAddError(Exception):
    """The entry cannot take what was to be added; the message says what must be true."""


def header_of(text: str) -> Block:
    """The header of an entry. Raises CannotAddError where it cannot be read."""
    parted = split(text)
    root, mistakes = (None, [parted]) if isinstance(parted, Mistake) else compose(parted.header, parted.header_line)
    if mistakes or not isinstance(root, Block):
        must = mistakes[0].message if mistakes else "the header must hold keys with values"
        raise CannotAddError(f"{must}; mend it first (python3 tasks.py check shows the line)")
    return root


def sources_of(text: str) -> Rows:
    """The list of sources of an entry. Raises CannotAddError where there is none to add to."""
    root = header_of(text)
    sources = root.pairs["sources"][1] if "sources" in root.pairs else None
    if not isinstance(sources, Rows) or sources.flow or not sources.items:
        raise CannotAddError("sources: must be a list of blocks, each beginning with a dash, as in CONTRIBUTING.md")
    return sources


def source_ids(sources: Rows) -> list[str]:
    """The ids of the sources, in order; those that give none are left out."""
    return [_text(item, "id") for item in sources.items if _text(item, "id")]


def add_source(text: str, values: Mapping[str, str]) -> str:
    """The entry's text with one source more, after the others. Raises CannotAddError."""
    sources = sources_of(text)
    indent = " " * (sources.column - 1)
    return _insert(text, _last_line(sources), list(write_item(values, SOURCE, indent)))


def add_archive(text: str, source: str, address: str) -> str:
    """The entry's text with the address of an archived copy of one source. Raises CannotAddError."""
    sources = sources_of(text)
    item = next((each for each in sources.items if _text(each, "id") == source), None)
    if not isinstance(item, Block):
        ids = source_ids(sources)
        hint = nearest(source, ids) or f"; its sources are {', '.join(ids)}"
        raise CannotAddError(f"{source}: must be a source of the entry{hint}")
    if "archive" in item.pairs:
        raise CannotAddError(f"{source}: has an archived copy already, {_text(item, 'archive')}; change it by hand")
    before = [pair for name, pair in item.pairs.items() if name in ORDER[: ORDER.index("archive")]]
    key, value = max(before, key=lambda pair: pair[0].line)
    indent = " " * (item.column - 1)
    return _insert(text, max(key.line, _last_line(value)), [f"{indent}archive: {scalar(address)}"])


def former_ids(text: str) -> list[str]:
    """The ids that the entry says it had before. Raises CannotAddError where its header cannot be read."""
    pair = header_of(text).pairs.get(FORMER)
    items = pair[1].items if pair and isinstance(pair[1], Rows) else []
    return [item.value for item in items if isinstance(item, Text)]


def with_former_ids(text: str, ids: Sequence[str]) -> str:
    """The entry's text with `ids` as those it had before, none for an empty list. Raises CannotAddError."""
    root = header_of(text)
    if FORMER in root.pairs:
        key, value = root.pairs[FORMER]
        if value.line != key.line or _last_line(value) != key.line:
            raise CannotAddError(f"{FORMER}: must stand on one line; python3 tasks.py check --fix joins it")
        lines = text.splitlines(keepends=True)
        text = "".join((*lines[: key.line - 1], *lines[key.line :]))
        return with_former_ids(text, ids)
    if not ids:
        return text
    before = [pair for name, pair in root.pairs.items() if name in KEYS[: KEYS.index(FORMER)]]
    last = max((max(key.line, _last_line(value)) for key, value in before), default=1)
    return _insert(text, last, [f"{FORMER}: [{', '.join(ids)}]"])


def _text(node: Node, key: str) -> str:
    value = node.pairs[key][1] if isinstance(node, Block) and key in node.pairs else None
    return value.value if isinstance(value, Text) else ""


def _last_line(node: Node) -> int:
    """The line, from 1, on which a node ends."""
    if isinstance(node, Text):
        return node.end_line
    inner = node.items if isinstance(node, Rows) else [value for _, value in node.pairs.values()]
    return max(
        [
            node.line,
            getattr(node, "end_line", 0) if isinstance(node, Rows) and node.flow else 0,
            *map(_last_line, inner),
        ]
    )


def _insert(text: str, after: int, lines: Sequence[str]) -> str:
    """The text with lines put after the line `after` (from 1), ended as that line is."""
    parts = text.splitlines(keepends=True)
    end = "\r\n" if parts[after - 1].endswith("\r\n") else "\n"
    return "".join((*parts[:after], *(f"{line}{end}" for line in lines), *parts[after:]))
