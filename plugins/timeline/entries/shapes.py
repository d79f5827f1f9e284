"""Shapes of values: each takes a node of the header and gives the value, or says what must be true and gives None.

A shape is a function `(desk, node, field) -> value | None`; None always means that a problem was reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from timeline.entries.dates import DateError, EdtfDate, parse
from timeline.entries.header import Block, Node, Rows, Text
from timeline.entries.problem import Problem, found, nearest
from timeline.entries.vocabulary import Vocabularies

MAX_ID = 80
MAX_URL = 2000  # longer addresses are not followed by every browser and server
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # the part of BCP 47 that names languages, scripts, regions
NUMBER = re.compile(r"-?\d{1,3}(\.\d+)?")
QUOTE_A_DATE = "a date in brackets must be in quotes, as in '[2018-06-13..2018-06-15]'"


@dataclass(slots=True)
class Desk:
    """One file on the desk: its path, the vocabularies known so far, and the problems found in it."""

    path: str
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    problems: list[Problem] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """True when a problem so far keeps the file out of the site."""
        return any(not problem.warning for problem in self.problems)

    def refuse(self, at: Node, name: str, code: str, message: str) -> None:
        """Report a problem at a node."""
        self.report(at.line, at.column, name, code, message)

    def report(self, line: int, column: int, name: str, code: str, message: str, *, warning: bool = False) -> None:
        """Report a problem at a line and column, both from 1."""
        self.problems.append(Problem(self.path, line, column, name, code, message, warning))


Shape = Callable[[Desk, Node, str], Any]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the format: its shape, whether it must be there, and what it is, for people."""

    name: str
    shape: Shape
    says: str
    required: bool = False


def text(limit: int = 2000) -> Shape:
    """Plain text on one line, at most `limit` characters."""

    def read(desk: Desk, node: Node, name: str) -> str | None:
        if not isinstance(node, Text):
            return _not_text(desk, node, name)
        if not node.value.strip() or (node.plain and node.value in {"null", "~", "Null", "NULL"}):
            what = "" if not node.value.strip() else f" ({found(node.value)})"
            return desk.refuse(node, name, "empty", f"must not be empty; leave the key out when it is not known{what}")
        if len(node.value) > limit:
            return desk.refuse(node, name, "too-long", f"must be at most {limit} characters (found {len(node.value)})")
        return node.value.strip()

    return read


def _not_text(desk: Desk, node: Node, name: str) -> None:
    what = "a list" if isinstance(node, Rows) else "a block of keys"
    hint = "; a text that begins with [ must be in quotes" if isinstance(node, Rows) and node.flow else ""
    desk.refuse(node, name, "not-text", f"must be a text on one line (found {what}{hint})")


def matching(pattern: re.Pattern[str], must: str, code: str, limit: int = 2000) -> Shape:
    """Text that matches `pattern` whole; `must` completes «must be …»."""

    plain = text(limit)

    def read(desk: Desk, node: Node, name: str) -> str | None:
        value = plain(desk, node, name)
        if value is None or pattern.fullmatch(value):
            return value
        return desk.refuse(node, name, code, f"must be {must} ({found(value)})")

    return read


any_text = text()
_address = text(MAX_URL)
identifier = matching(ID, "small Latin letters, digits and single hyphens, beginning with a letter", "id", MAX_ID)
language = matching(LANGUAGE, "a language code such as en, ar or fr", "language")
number = matching(NUMBER, "a number in degrees such as 35.33588", "number")


def one_of(*allowed: str) -> Shape:
    """One of a few words."""

    def read(desk: Desk, node: Node, name: str) -> str | None:
        value = any_text(desk, node, name)
        if value is None or value in allowed:
            return value
        must = f"must be one of {', '.join(allowed)}" if len(allowed) > 1 else f"must be {allowed[0]} or left out"
        return desk.refuse(node, name, "not-allowed", f"{must} ({found(value)}{nearest(value, allowed)})")

    return read


def date(desk: Desk, node: Node, name: str) -> EdtfDate | None:
    """An EDTF date of the format (see `entries.dates`)."""
    if isinstance(node, Rows) and node.flow:
        return desk.refuse(node, name, "date-not-quoted", QUOTE_A_DATE)
    value = any_text(desk, node, name)
    if value is None:
        return None
    try:
        return parse(value)
    except DateError as error:
        shift = error.offset + (0 if isinstance(node, Text) and node.plain else 1)
        return desk.report(node.line, node.column + shift, name, "date", error.message)


def day(desk: Desk, node: Node, name: str) -> EdtfDate | None:
    """One whole day, without a qualifier."""
    value = date(desk, node, name)
    if value is None or (value.days == 1 and not value.qualified):
        return value
    return desk.refuse(node, name, "not-a-day", f"must be one day, as in 2018-06-13 ({found(value.text)})")


def url(desk: Desk, node: Node, name: str) -> str | None:
    """An absolute http or https address without user name or spaces."""
    value = _address(desk, node, name)
    if value is None:
        return None
    try:
        parts = urlsplit(value)
        good = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        good = False
    if not good or re.search(r"[\s<>\"\\^`{|}]", value):
        must = "must be an address that begins with https:// or http://, without spaces or a user name"
        return desk.refuse(node, name, "url", f"{must} ({found(value)})")
    return value


def reference(vocabulary: str, *others: str) -> Shape:
    """An id of a vocabulary (or of one of `others`)."""
    names = (vocabulary, *others)

    def read(desk: Desk, node: Node, name: str) -> str | None:
        value = any_text(desk, node, name)
        if value is None or any(desk.vocabularies[each].admits(value) for each in names):
            return value
        return _unknown(desk, node, name, value, names)

    return read


def _unknown(desk: Desk, node: Node, name: str, value: str, names: Sequence[str]) -> None:
    where = " or ".join(f"content/vocabulary/{each}.yaml" for each in names)
    for each in names:
        if meant := desk.vocabularies[each].meant_by(value):
            return desk.refuse(node, name, "alias", f"must be the id; write {meant} ({found(value)}, which is another spelling of it)")
    ids = {key for each in names for key in desk.vocabularies[each].items}
    return desk.refuse(node, name, "unknown-id", f"must be an id of {where} ({found(value)}{nearest(value, ids)})")


def listed(shape: Shape, *, one_line: bool = True) -> Shape:
    """A list in square brackets, each item of `shape`, none twice. `one_line`: on a line of its own, as ids are."""

    def read(desk: Desk, node: Node, name: str) -> tuple[Any, ...] | None:
        if not isinstance(node, Rows):
            value = node.value if isinstance(node, Text) else ""
            shown = value if value else "a, b"
            return desk.refuse(node, name, "not-a-list", f"must be a list in square brackets, as in [{shown}]")
        if one_line and (not node.flow or node.end_line != node.line):
            return desk.refuse(node, name, "list-lines", "must be a list on one line, as in [a, b]")
        values: list[Any] = []
        for position, item in enumerate(node.items):
            value = shape(desk, item, f"{name}[{position}]")
            if value is not None and value in values:
                desk.refuse(item, f"{name}[{position}]", "twice", f"must stand in the list once; remove one ({found(value)})")
            elif value is not None:
                values.append(value)
        return tuple(values)

    return read


def names_by_language(desk: Desk, node: Node, name: str) -> dict[str, str] | None:
    """Texts by language code: `{en: …, ar: …}`."""
    if not isinstance(node, Block):
        return desk.refuse(node, name, "not-names", "must be texts by language, as in {en: Hajin, ar: هجين}")
    values: dict[str, str] = {}
    for code, (key, value) in node.pairs.items():
        if not LANGUAGE.fullmatch(code):
            desk.refuse(key, f"{name}.{code}", "language", f"must be a language code such as en, ar or fr ({found(code)})")
        elif (words := any_text(desk, value, f"{name}.{code}")) is not None:
            values[code] = words
    return values


def blocks(keys: Sequence[Key]) -> Shape:
    """A list of blocks, each with `keys`; gives a tuple of dicts in which absent keys are absent."""

    def read(desk: Desk, node: Node, name: str) -> tuple[dict[str, Any], ...] | None:
        if not isinstance(node, Rows) or (node.flow and node.items):
            example = "\n".join(f"{'-' if not at else ' '} {key.name}: …" for at, key in enumerate(keys) if key.required)
            return desk.refuse(node, name, "not-blocks", f"must be a list of blocks, each beginning with a dash: {' '.join(example.split())}")
        return tuple(block(desk, item, f"{name}[{at}]", keys) for at, item in enumerate(node.items))

    return read


def block(desk: Desk, node: Node, name: str, keys: Sequence[Key], reserved: Sequence[str] = ()) -> dict[str, Any]:
    """The values of a block by key. Unknown and reserved keys, and required keys that are missing, are reported."""
    if not isinstance(node, Block):
        desk.refuse(node, name or "header", "not-a-block", f"must be keys with values ({', '.join(key.name for key in keys if key.required)})")
        return {}
    known = {key.name: key for key in keys}
    values: dict[str, Any] = {}
    for given, (key, value) in node.pairs.items():
        path = f"{name}.{given}" if name else given
        if given in known:
            values[given] = known[given].shape(desk, value, path)
        elif given in reserved:
            desk.refuse(key, path, "reserved-key", "this key is kept for a later version and must not be used yet; remove it")
        else:
            hint = nearest(given, known) or f"; known here: {', '.join(known)}"
            desk.refuse(key, path, "unknown-key", f"must be a key of the format ({found(given)}{hint})")
    for key_ in keys:
        if key_.required and key_.name not in values:
            path = f"{name}.{key_.name}" if name else key_.name
            desk.refuse(node, path, "missing-key", f"must be given: {key_.says}")
    return {key_: value for key_, value in values.items() if value is not None}
