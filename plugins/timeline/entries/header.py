"""YAML with a place for every key and value: the header of a Markdown file, and the vocabulary files.

PyYAML's event stream is turned into a small tree. Nothing is typed: every scalar stays the text that was written
(`no`, `12:30` and `1999` are text). What YAML allows and this format does not (anchors, aliases, tags, merge keys,
duplicate keys, comments that cut a value short) is refused with its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from timeline.entries.problem import found
from timeline.entries.yaml_mistakes import QUOTABLE, SECOND_DOCUMENT, TOO_DEEP, explain, with_quotes

FENCE = "---"
NEARLY = re.compile(r" *[-‐‑‒–—―−*_=~+]{1,12}\s*")  # what people or their programs write for it
MAX_DEPTH = 6  # the deepest block of the format has four levels; more is a mistake or an attack on recursion
MAX_QUOTINGS = 10  # the text is parsed anew after each
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Text(NamedTuple):
    """A scalar as written. `plain`: without quotes."""

    value: str
    line: int
    column: int
    plain: bool = True
    end_line: int = 0
    end_column: int = 0


class Rows(NamedTuple):
    """A list. `flow`: written in square brackets; the end: behind its bracket, of no use for a list without one."""

    items: list[Node]
    line: int
    column: int
    flow: bool
    end_line: int = 0
    end_column: int = 0


class Block(NamedTuple):
    """Keys and values, in the order of the file."""

    pairs: dict[str, tuple[Text, Node]]
    line: int
    column: int


Node = Text | Rows | Block


def opening(node: Node) -> int:
    """How many characters of a value stand before its text: one where that is in quotes."""
    return 0 if isinstance(node, Text) and node.plain else 1


class Mistake(NamedTuple):
    """Something wrong with the YAML itself. Line and column count from 1 in the whole file."""

    line: int
    column: int
    field: str
    code: str
    message: str


class Split(NamedTuple):
    """A file in two parts. `header_line` and `body_line`: the line of the file at which each begins."""

    header: str
    body: str
    header_line: int
    body_line: int


def split(text: str) -> Split | Mistake:
    """Part a Markdown file into the header between two `---` lines and the text below, or say what is missing."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        first = next((number for number, line in enumerate(lines, 1) if line.strip()), 1)
        if lines[first - 1].rstrip() == FENCE:
            return Mistake(
                1, 1, "header", "blank-before-header", "the file must begin with ---; remove the empty lines above it"
            )
        what = f" ({found(lines[0])})"
        return Mistake(1, 1, "header", "no-header", f"the file must begin with a line --- that opens the header{what}")
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == FENCE:
            header = "\n".join(lines[1 : number - 1])
            return Split(header, "\n".join(lines[number:]), 2, number + 1)
    for number, line in enumerate(lines[1:], 2):
        if NEARLY.fullmatch(line):
            must = f"the header must end with a line of three hyphens; write --- ({found(line)})"
            return Mistake(number, 1, "header", "header-not-closed", must)
    return Mistake(
        1, 1, "header", "header-not-closed", "the header must end with a line --- of its own; add it above the text"
    )


class _Builder:
    """Turns PyYAML's events into nodes. `first_line`: the line of the file at which the YAML begins."""

    def __init__(self, source: list[str], first_line: int) -> None:
        self.source = source
        self.first_line = first_line
        self.mistakes: list[Mistake] = []
        self.field_path: list[str] = []

    def place(self, mark: Any) -> tuple[int, int]:  # noqa: ANN401 - PyYAML's marks are untyped
        return mark.line + self.first_line, mark.column + 1

    def refuse(self, event: Any, code: str, message: str) -> None:  # noqa: ANN401 - as above
        line, column = self.place(event.start_mark)
        self.mistakes.append(Mistake(line, column, ".".join(self.field_path) or "header", code, message))

    def node(self, event: Any, events: Iterator[Any], depth: int = 0) -> Node:  # noqa: ANN401 - as above
        """The node that begins with `event`; takes what belongs to it from `events`."""
        if depth > MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=event.start_mark)
        self.refuse_extras(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.rows(event, events, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self.block(event, events, depth)
        return self.text(event)

    def refuse_extras(self, event: Any) -> None:  # noqa: ANN401 - as above
        if isinstance(event, yaml.AliasEvent):
            self.refuse(event, "yaml-alias", f"a value must not begin with *; put it in quotes (found *{event.anchor})")
        elif event.anchor:
            self.refuse(
                event, "yaml-anchor", f"a value must not begin with &; put it in quotes (found &{event.anchor})"
            )
        elif event.tag:
            self.refuse(event, "yaml-tag", f"a value must not begin with !; put it in quotes (found {event.tag})")

    def text(self, event: Any) -> Text:  # noqa: ANN401 - as above
        start, end, first = event.start_mark, event.end_mark, self.first_line
        value = "" if isinstance(event, yaml.AliasEvent) else event.value
        plain = not getattr(event, "style", "'")
        if plain:
            self.refuse_cut(event, value)
        return Text(value, start.line + first, start.column + 1, plain, end.line + first, end.column + 1)

    def refuse_cut(self, event: Any, value: str) -> None:  # noqa: ANN401 - as above
        line = self.source[event.end_mark.line] if event.end_mark.line < len(self.source) else ""
        rest = line[event.end_mark.column :] if "#" in line else ""
        if rest.lstrip().startswith("#"):
            whole = f"{value} {rest.strip()}".strip()
            self.refuse(
                event,
                "cut-by-hash",
                f"a # after a space cuts the value short; put the whole value in quotes (found {whole})",
            )

    def rows(self, event: Any, events: Iterator[Any], depth: int) -> Rows:  # noqa: ANN401 - as above
        line, column = self.place(event.start_mark)
        items: list[Node] = []
        while not isinstance(start := next(events), yaml.SequenceEndEvent):
            items.append(self.node(start, events, depth + 1))
        return Rows(items, line, column, bool(event.flow_style), *self.place(start.end_mark))

    def block(self, event: Any, events: Iterator[Any], depth: int) -> Block:  # noqa: ANN401 - as above
        line, column = self.place(event.start_mark)
        block = Block({}, line, column)
        for start in events:
            if isinstance(start, yaml.MappingEndEvent):
                break
            key = self.node(start, events, depth + 1)
            self.field_path.append(key.value if isinstance(key, Text) else "header")
            value = self.node(next(events), events, depth + 1)
            self.keep(block, key, value)
            self.field_path.pop()
        return block

    def keep(self, block: Block, key: Node, value: Node) -> None:
        """Put one pair into the block, unless its key is no name or stands there already."""
        name = key.value if isinstance(key, Text) else ""
        if not isinstance(key, Text):
            message = "a key must be a plain word followed by a colon"
            self.mistakes.append(Mistake(key.line, key.column, "header", "key-not-text", message))
        elif name == "<<":
            message = "<< (a YAML merge key) must not be used; write the keys out"
            self.mistakes.append(Mistake(key.line, key.column, "<<", "yaml-merge", message))
        elif name in block.pairs:
            message = f"each key must be given once; remove one (first given in line {block.pairs[name][0].line})"
            self.mistakes.append(Mistake(key.line, key.column, ".".join(self.field_path), "duplicate-key", message))
        else:
            block.pairs[name] = (key, value)


def compose(source: str, first_line: int = 1, quotings: int = MAX_QUOTINGS) -> tuple[Node | None, list[Mistake]]:
    """Parse YAML text into nodes with places.

    source: the YAML without its fences; first_line: the line of the file at which it begins; quotings: how many values
    may be read as if they were in quotes, as they should be, so that what is wrong after them is told in the same run.
    Returns the root node (None when the text is empty or no YAML) and everything that is wrong with the YAML.
    """
    builder = _Builder(source.split("\n"), first_line)
    try:
        events = yaml.parse(source, Loader=LOADER)
        if _is_empty(source):
            return None, []
        next(events), next(events)  # the starts of stream and document
        root = builder.node(next(events), events)
        next(events)
        extra = next(events)
        if isinstance(extra, yaml.DocumentStartEvent):
            builder.refuse(extra, "second-document", SECOND_DOCUMENT)
    except yaml.MarkedYAMLError as error:
        line, column, name, code, message = explain(error, builder.source)
        if quotings and code in QUOTABLE and (mended := with_quotes(builder.source, line)):
            whole, mistakes = compose(mended, first_line, quotings - 1)
            return whole, [Mistake(line + first_line, column + 1, name, code, message), *mistakes]
        if all(mistake.line != line + first_line for mistake in builder.mistakes):
            builder.mistakes.append(Mistake(line + first_line, column + 1, name, code, message))
        return None, builder.mistakes
    except yaml.reader.ReaderError:
        return None, []  # a control character, told with its place by `characters.faults`
    return root, builder.mistakes


def _is_empty(source: str) -> bool:
    """True when YAML text holds nothing but blank lines and comments."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in source.split("\n"))
