"""Shapes of lists and blocks, built from the shapes of single values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from timeline.entries import meant
from timeline.entries.desk import Desk
from timeline.entries.header import Block, Node, Rows, Text
from timeline.entries.list_fixes import below, in_quotes_at, one_line
from timeline.entries.problem import closest, found
from timeline.entries.shapes import FEW, LANGUAGE, NULLS, REFERS, Refusal, Shape, any_text


class ListOf(NamedTuple):
    """A list in square brackets, each item of `shape`, none twice. one_line: on a line of its own, as ids are."""

    shape: Shape
    one_line: bool = True


class BlocksOf(NamedTuple):
    """A list of blocks, each beginning with a dash, each with `keys`."""

    keys: tuple[Key, ...]


class ByLanguage:
    """Texts by language code: `{en: …, ar: …}`."""


class Key(NamedTuple):
    """A key of the format: its shape, whether it must be there, and what it is, for people."""

    name: str
    shape: Shape | ListOf | BlocksOf | ByLanguage
    says: str
    required: bool = False


def read_block(desk: Desk, node: Node, name: str, keys: Sequence[Key], reserved: Sequence[str] = ()) -> dict[str, Any]:
    """The good values of a block by key.

    name: field path of the block, '' at the top. Values that are refused, unknown and reserved keys, and required
    keys that are missing are reported on the desk.
    """
    if not isinstance(node, Block):
        needed = ", ".join(key.name for key in keys if key.required)
        desk.refuse(node, name or "header", "not-a-block", f"must be keys with values ({needed})")
        return {}
    known = {key.name: key for key in keys}
    values: dict[str, Any] = {}
    told = set(node.pairs)  # given, or named as what another key was meant to be
    for given, (key, value) in node.pairs.items():
        path = f"{name}.{given}" if name else given
        if given in known:
            made = _read(desk, value, path, known[given])
            if made is not None:
                values[given] = made
        else:
            told.add(_unknown(desk, key, path, list(known), reserved))
    for each in keys:
        if each.required and each.name not in told:
            must = f"must be given: {each.says}{_few_ids(desk, each.shape)}"
            desk.refuse(node, f"{name}.{each.name}" if name else each.name, "missing-key", must)
    return values


def _few_ids(desk: Desk, shape: object) -> str:
    """`; the ids are …` where the value is an id of a short vocabulary."""
    names = REFERS.get(shape, ())
    ids = [key for each in names for key in desk.vocabularies[each].items]
    return f"; the ids are {', '.join(ids)}" if 0 < len(ids) <= FEW else ""


def _unknown(desk: Desk, key: Text, path: str, known: Sequence[str], reserved: Sequence[str]) -> str:
    """Report a key that has no meaning here; gives the key that was probably meant, or ''."""
    if key.value in reserved:
        must = "this key is kept for a later version and must not be used yet; remove it"
        desk.refuse(key, path, "reserved-key", must)
        return ""
    word = key.value.casefold()
    near = next((each for each in meant.KEYS.get(word, ()) if each in known), "") or closest(word, tuple(known))
    if elsewhere := meant.ELSEWHERE.get(word):
        desk.refuse(key, path, "unknown-key", f"must be a key of the format ({found(key.value)}); {elsewhere}")
        return ""
    hint = f"; did you mean {near}?" if near else f"; known here: {', '.join(known)}"
    fix = desk.writing(key, near) if word == near else None
    desk.refuse(key, path, "unknown-key", f"must be a key of the format ({found(key.value)}{hint})", fix)
    return near


def _read(desk: Desk, node: Node, name: str, key: Key) -> Any | None:  # noqa: ANN401 - as many types as shapes
    if isinstance(key.shape, ListOf):
        return _read_list(desk, node, name, key.shape)
    if isinstance(key.shape, BlocksOf):
        return _read_blocks(desk, node, name, key.shape.keys)
    if isinstance(key.shape, ByLanguage):
        return _read_names(desk, node, name)
    return _read_value(desk, node, name, key.shape)


def _read_value(desk: Desk, node: Node, name: str, shape: Shape) -> Any | None:  # noqa: ANN401 - as above
    try:
        return shape(desk.vocabularies, node)
    except Refusal as refusal:
        # A value that the YAML itself garbled was reported already, with the better reason.
        if node.line not in desk.garbled:
            desk.refuse_value(node, name, refusal)
        return None


def _read_list(desk: Desk, node: Node, name: str, shape: ListOf) -> tuple[Any, ...] | None:
    if not isinstance(node, Rows):
        _refuse_no_list(desk, node, name, shape)
        return None
    if shape.one_line and (not node.flow or node.end_line != node.line):
        fix = one_line(desk, node)
        shown = fix.now.strip() if fix else "[a, b]"
        desk.refuse(node, name, "list-lines", f"must be a list on one line, as in {shown}", fix)
        return None
    values: list[Any] = []
    for at, item in enumerate(node.items):
        path = f"{name}[{at}]"
        if isinstance(item, Block) and (fix := in_quotes_at(desk, item)):
            must = f"a text with a colon and a space must be in quotes; write {fix.now} ({found(fix.was)})"
            desk.refuse(item, path, "colon-in-value", must, fix)
            continue
        value = _read_value(desk, item, path, shape.shape)
        if value is not None and value in values:
            desk.refuse(item, path, "twice", f"must stand in the list once; remove one ({found(value)})")
        elif value is not None:
            values.append(value)
    return tuple(values)


def _refuse_no_list(desk: Desk, node: Node, name: str, shape: ListOf) -> None:
    if node.line in desk.garbled:
        return
    value = node.value if isinstance(node, Text) else ""
    if isinstance(node, Text) and (not value or value.casefold() in meant.UNKNOWN | NULLS):
        what = f" ({found(value)})" if value else ""
        desk.refuse(node, name, "empty", f"must not be empty; write [] if there is nothing to list{what}")
    elif shape.one_line:
        fix = one_line(desk, node)
        shown = fix.now if fix else "[a, b]"
        desk.refuse(node, name, "not-a-list", f"must be a list in square brackets, as in {shown}", fix)
    else:
        must = "must be a list: one line each below the key, beginning with a dash"
        desk.refuse(node, name, "not-a-list", must, below(desk, node))


def _read_blocks(desk: Desk, node: Node, name: str, keys: Sequence[Key]) -> tuple[dict[str, Any], ...] | None:
    if not isinstance(node, Rows) or (node.flow and node.items):
        if node.line not in desk.garbled:
            first = next(key.name for key in keys if key.required)
            desk.refuse(
                node, name, "not-blocks", f"must be a list of blocks, each beginning with a dash, as in - {first}: …"
            )
        return None
    return tuple(read_block(desk, item, f"{name}[{at}]", keys) for at, item in enumerate(node.items))


def _read_names(desk: Desk, node: Node, name: str) -> dict[str, str] | None:
    if not isinstance(node, Block):
        desk.refuse(node, name, "not-names", "must be texts by language, as in {en: …, ar: …}")
        return None
    values: dict[str, str] = {}
    for code, (key, value) in node.pairs.items():
        if not LANGUAGE.fullmatch(code):
            desk.refuse(
                key, f"{name}.{code}", "language", f"must be a language code such as en, ar or fr ({found(code)})"
            )
        elif (words := _read_value(desk, value, f"{name}.{code}", any_text)) is not None:
            values[code] = words
    return values
