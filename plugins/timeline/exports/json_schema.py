"""The format as JSON Schema (draft 2020-12), for editors: the header of an entry, and each vocabulary.

What one file cannot show is not in it: whether an id is known, whether a day is in the calendar. `check` tells those.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from timeline.entries.blocks import BlocksOf, ByLanguage, Key, ListOf
from timeline.entries.schema import ENTRY, VOCABULARY
from timeline.entries.shapes import FORMS, LANGUAGE

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """The schemas as JSON texts, by file name: `entry.json`, and one for each vocabulary."""
    made = {"entry": block(ENTRY), **{name: _list(keys) for name, keys in VOCABULARY.items()}}
    return {f"{name}.json": _text(name, schema) for name, schema in made.items()}


def _text(name: str, schema: Mapping[str, Any]) -> str:
    return json.dumps({"$schema": DIALECT, "title": name, **schema}, ensure_ascii=False, indent=2) + "\n"


def _list(keys: Sequence[Key]) -> dict[str, Any]:
    return {"type": "array", "items": block(keys)}


def block(keys: Sequence[Key]) -> dict[str, Any]:
    """The schema of a block of keys; any other key is refused."""
    return {
        "type": "object",
        "properties": {key.name: {"description": key.says, **_value(key)} for key in keys},
        "required": [key.name for key in keys if key.required],
        "additionalProperties": False,
    }


def _value(key: Key) -> dict[str, Any]:
    if isinstance(key.shape, ListOf):
        return {"type": "array", "items": FORMS[key.shape.shape], "uniqueItems": True}
    if isinstance(key.shape, BlocksOf):
        return _list(key.shape.keys)
    if isinstance(key.shape, ByLanguage):
        texts = {"type": "object", "patternProperties": {f"^(?:{LANGUAGE.pattern})$": {"type": "string"}}}
        return {**texts, "additionalProperties": False}
    return FORMS[key.shape]
