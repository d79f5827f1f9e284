"""Shapes of single values: each takes a node of the header and gives the value, or raises Refusal.

A shape is a function `(vocabularies, node) -> value`. Shapes of lists and blocks are in `blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from timeline.entries.address import is_address
from timeline.entries.dates import FORMS as DATE_FORMS
from timeline.entries.dates import DateError, EdtfDate, parse
from timeline.entries.header import Block, Node, Rows, Text, opening
from timeline.entries.meant import LANGUAGES, UNKNOWN, YES
from timeline.entries.problem import found, nearest
from timeline.entries.vocabulary import Vocabularies

MAX_ID = 80
FEW = 12  # ids that can be told in one message
MAX_URL = 2000  # longer addresses are not followed by every browser and server
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # the part of BCP 47 that names languages, scripts, regions
NUMBER = re.compile(r"-?\d{1,3}(\.\d+)?")
NULLS = frozenset({"null", "Null", "NULL", "~"})
PAGE = re.compile(rf"https?://\S+/events/({ID.pattern})/?")
FILE = re.compile(rf"(?:.*/)?(?:\d{{4}}(?:-\d\d){{0,2}}-)?({ID.pattern})(?:\.md)?")

Shape = Callable[[Vocabularies, Node], Any]
FORMS: dict[Shape, dict[str, Any]] = {}
"""What an editor may know of each shape, as JSON Schema; editors type YAML, so a text may come as a number."""
REFERS: dict[object, tuple[str, ...]] = {}
"""The vocabularies whose ids a shape takes, for the shapes that take ids."""


def described(shape: Shape, **form: Any) -> Shape:  # noqa: ANN401 - as JSON Schema has it
    """The shape, with its form noted for editors."""
    FORMS[shape] = form
    return shape


class Refusal(Exception):  # noqa: N818 - not an error of the program: what a value must be
    """A value is not what it must be. shift: characters from the node's place to the trouble.

    instead: what to write in place of the whole value, where that is certain.
    """

    def __init__(self, code: str, message: str, shift: int = 0, instead: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.shift = shift
        self.instead = instead


def text(limit: int = 2000) -> Shape:
    """Plain text on one line, at most `limit` characters."""

    def read(_: Vocabularies, node: Node) -> str:
        if not isinstance(node, Text):
            raise _not_text(node)
        value = node.value.strip()
        if not value or (node.plain and value in NULLS):
            what = f" ({found(value)})" if value else ""
            raise Refusal("empty", f"must not be empty; leave the key out when it is not known{what}")
        if node.end_line != node.line:
            raise Refusal("several-lines", "must be a text on one line; join the lines")
        if len(value) > limit:
            raise Refusal("too-long", f"must be at most {limit} characters (found {len(value)})")
        return value

    return described(read, type=["string", "number"], minLength=1, maxLength=limit)


def _not_text(node: Node) -> Refusal:
    if isinstance(node, Block):
        return Refusal("not-text", "must be a text on one line (found a block of keys)")
    hint = "; a text that begins with [ must be in quotes" if isinstance(node, Rows) and node.flow else ""
    return Refusal("not-text", f"must be a text on one line (found a list{hint})")


any_text: Callable[[Vocabularies, Node], str] = text()
_address: Callable[[Vocabularies, Node], str] = text(MAX_URL)


def matching(pattern: re.Pattern[str], must: str, code: str, limit: int = 2000) -> Shape:
    """Text that matches `pattern` whole; `must` completes «must be …»."""
    plain = text(limit)

    def read(vocabularies: Vocabularies, node: Node) -> str:
        value: str = plain(vocabularies, node)
        if not pattern.fullmatch(value):
            meant = re.sub("[^a-z0-9]+", "-", value.casefold()).strip("-") if pattern is ID else ""
            hint = f"; write {meant}" if pattern.fullmatch(meant) else ""
            raise Refusal(code, f"must be {must} ({found(value)}{hint})")
        return value

    return described(read, type=["string", "number"], pattern=f"^(?:{pattern.pattern})$", maxLength=limit)


identifier = matching(ID, "small Latin letters, digits and single hyphens, beginning with a letter", "id", MAX_ID)
_language = matching(LANGUAGE, "a language code such as en, ar or fr", "language")
degrees = matching(NUMBER, "a number in degrees such as 35.33588", "number")
kilometres = matching(NUMBER, "a number of km such as 1 or 0.5", "number")
whole_number = matching(re.compile(r"\d{1,4}"), "a whole number such as 3", "number")


def language(vocabularies: Vocabularies, node: Node) -> str:
    """A language code of BCP 47; the common languages are known by their English names."""
    given = node.value.strip() if isinstance(node, Text) else ""
    word = given.casefold()
    code = LANGUAGES.get(word) or (word if word != given and word in LANGUAGES.values() else "")
    if code:
        must = f"must be the code of the language; write {code} ({found(given)})"
        raise Refusal("language", must, instead=code)
    known: str = _language(vocabularies, node)
    return known


described(language, **FORMS[_language])


def position(vocabularies: Vocabularies, node: Node) -> tuple[float, float]:
    """Longitude and latitude in degrees (WGS 84), as in `[40.14, 35.34]`."""
    if not isinstance(node, Rows) or len(node.items) != 2:
        raise Refusal("position", "must be a longitude and a latitude in degrees, as in [40.14, 35.34]")
    east, north = (float(degrees(vocabularies, item)) for item in node.items)
    if not (-180 <= east <= 180 and -90 <= north <= 90):
        must = "must be a longitude from -180 to 180 and a latitude from -90 to 90"
        raise Refusal("position", f"{must} (found {east}, {north})")
    return east, north


def one_of(*allowed: str) -> Shape:
    """One of a few words."""

    def read(vocabularies: Vocabularies, node: Node) -> str:
        value = any_text(vocabularies, node)
        if value not in allowed:
            must = f"must be one of {', '.join(allowed)}" if len(allowed) > 1 else f"must be {allowed[0]} or left out"
            instead = "true" if allowed == ("true",) and value.casefold() in YES else ""
            raise Refusal("not-allowed", f"{must} ({found(value)}{nearest(value, allowed)})", instead=instead)
        return value

    return described(read, enum=[*allowed, True] if allowed == ("true",) else list(allowed))


def date(vocabularies: Vocabularies, node: Node) -> EdtfDate:
    """An EDTF date of the format (see `entries.dates`)."""
    if isinstance(node, Rows) and node.flow:
        must = "a date in brackets must be in quotes, as in '[2018-06-13..2018-06-15]'"
        raise Refusal("date-not-quoted", must, instead=_quoted(node))
    value = any_text(vocabularies, node)
    if value.casefold() in UNKNOWN:
        must = "must be a date as in 2018-06-13, 2018-06 or 2018; "
        must += "write the month or year that is sure, or leave the key out where it may be missing"
        raise Refusal("date", f"{must} ({found(value)})")
    try:
        return parse(value)
    except DateError as error:
        raise Refusal("date", error.message, error.offset + opening(node), error.instead) from error


def _quoted(node: Rows) -> str:
    """The date that a list in brackets was meant to be, in quotes; '' when it is none."""
    inside = ", ".join(item.value if isinstance(item, Text) else "" for item in node.items)
    try:
        return f"'{parse(f'[{inside}]').text}'"
    except DateError:
        return ""


def day(vocabularies: Vocabularies, node: Node) -> EdtfDate:
    """One whole day, without a qualifier."""
    value = date(vocabularies, node)
    if value.days != 1 or value.qualified:
        raise Refusal("not-a-day", f"must be one day, as in 2018-06-13 ({found(value.text)})")
    return value


def url(vocabularies: Vocabularies, node: Node) -> str:
    """An absolute http or https address without user name or spaces."""
    value = _address(vocabularies, node)
    if value.casefold() in UNKNOWN:
        raise Refusal("empty", f"must not be empty; leave the key out when there is none ({found(value)})")
    if not is_address(value):
        from timeline.entries.address_advice import refusal

        raise refusal(value, quoted=isinstance(node, Text) and not node.plain)
    return value


def entry_id(vocabularies: Vocabularies, node: Node) -> str:
    """The id of an entry; the name of its file is told apart."""
    value = any_text(vocabularies, node)
    if not ID.fullmatch(value) and (name := PAGE.fullmatch(value) or FILE.fullmatch(value)):
        must = f"must be the id of an entry, not its file or address; write {name[1]} ({found(value)})"
        raise Refusal("id", must, instead=name[1])
    key: str = identifier(vocabularies, node)
    return key


described(date, type=["string", "integer"], pattern=f"^(?:{'|'.join(form.pattern for _, form in DATE_FORMS)})$")
described(day, type="string", pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
described(url, type="string", pattern="^https?://", maxLength=MAX_URL)
described(entry_id, type="string", pattern=f"^(?:{ID.pattern})$", maxLength=MAX_ID)


def reference(*names: str) -> Shape:
    """An id of one of the vocabularies `names`."""

    def read(vocabularies: Vocabularies, node: Node) -> str:
        if isinstance(node, Text) and any(vocabularies[name].admits(node.value) for name in names):
            return node.value
        from timeline.entries.id_advice import refusal

        raise refusal(vocabularies, node, names)

    REFERS[read] = names
    return described(read, type="string", pattern=f"^(?:{ID.pattern})$")
