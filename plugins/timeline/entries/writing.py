"""Values in, the text of an entry out: keys in the order of the format, quotes where YAML needs them.

What is written here is read back by `entries.header` as the same values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.entries.blocks import BlocksOf, Key, ListOf
from timeline.entries.header import FENCE
from timeline.entries.schema import ENTRY
from timeline.entries.shapes import ID, NULLS
from timeline.entries.yaml_mistakes import quoted

CUT_SHORT = re.compile(r": |:$| #")


def write_entry(values: Mapping[str, Any], body: str) -> str:
    """The text of an entry's file.

    values: by key of the format; a text, a list of texts, or a list of blocks by key, as the shape of the key is.
    Keys that are not in `values` are left out; an empty list is written `[]`.
    """
    return "\n".join((FENCE, *write_block(values, ENTRY), FENCE, body.strip("\n"), ""))


def write_block(values: Mapping[str, Any], keys: Sequence[Key]) -> Iterator[str]:
    """The lines of a block, its keys in the order of `keys`."""
    for key in keys:
        if key.name in values:
            yield from _pair(key, values[key.name])


def write_item(values: Mapping[str, Any], keys: Sequence[Key], indent: str = "  ") -> Iterator[str]:
    """The lines of a block that is an item of a list: a dash before the first key."""
    for number, line in enumerate(write_block(values, keys)):
        yield f"{indent}{'  ' if number else '- '}{line}"


def _pair(key: Key, value: Any) -> Iterator[str]:  # noqa: ANN401 - as many types as shapes
    if isinstance(key.shape, BlocksOf):
        yield f"{key.name}:"
        for item in value:
            yield from write_item(item, key.shape.keys)
    elif isinstance(key.shape, ListOf) and key.shape.one_line:
        yield f"{key.name}: [{', '.join(each if ID.fullmatch(each) else quoted(each) for each in value)}]"
    elif isinstance(key.shape, ListOf):
        yield f"{key.name}:"
        yield from (f"  - {scalar(each)}" for each in value)
    else:
        yield f"{key.name}: {scalar(value)}"


def scalar(value: str) -> str:
    """A text on one line as a YAML value: plain where that is safe, else in quotes."""
    text = " ".join(value.split())
    safe = text[:1].isalnum() and not CUT_SHORT.search(text) and text not in NULLS
    return text if safe else quoted(text)
