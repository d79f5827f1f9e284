"""Snippets for editors that speak VS Code's: an entry, a source, an account and a correction to fill in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import count

from timeline.entries.blocks import BlocksOf, Key, ListOf
from timeline.entries.header import FENCE
from timeline.entries.schema import ACCOUNT, CORRECTION, ENTRY, SOURCE


def snippets() -> str:
    """The snippets as JSON, one place to fill in for each key that an entry needs, with the schema's own words."""
    texts = {"entry": [FENCE, *_lines(ENTRY, count(1)), FENCE, "$0"]}
    for name, keys in {"source": SOURCE, "account": ACCOUNT, "correction": CORRECTION}.items():
        texts[name] = list(_item(keys, count(1)))
    made = {
        name.capitalize(): {"scope": "markdown", "prefix": name, "description": f"Timeline: {name}", "body": body}
        for name, body in texts.items()
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _lines(keys: Sequence[Key], numbers: Iterator[int]) -> Iterator[str]:
    for key in keys:
        if not key.required:
            continue
        if isinstance(key.shape, BlocksOf):
            yield f"{key.name}:"
            yield from (f"  {line}" for line in _item(key.shape.keys, numbers))
        elif isinstance(key.shape, ListOf):
            yield f"{key.name}: [{_gap(key, numbers)}]"
        else:
            yield f"{key.name}: {_gap(key, numbers)}"


def _item(keys: Sequence[Key], numbers: Iterator[int]) -> Iterator[str]:
    for at, line in enumerate(_lines(keys, numbers)):
        yield f"{'  ' if at else '- '}{line}"


def _gap(key: Key, numbers: Iterator[int]) -> str:
    """A place to fill in, which shows what the key is."""
    words = key.says.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
    return f"${{{next(numbers)}:{words}}}"
