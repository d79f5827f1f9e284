"""The report in short: Markdown for a comment or a step summary on GitHub. Everything quoted is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from timeline.chronicle.wording import Fate, Piece
from timeline.pages.changes_fields import FieldView
from timeline.pages.changes_page import PERMANENCE, EventView, ItemView, PageView, Report

LARGEST = 60_000  # characters; a comment on GitHub holds 65,536
LISTED = 20  # lines that a list shows before it says how many more there are
AROUND = 8  # words kept beside a change
TAG = {Fate.GONE: "del", Fate.COME: "ins"}
CUT = "\n… the rest is in the report.\n"
Thing = TypeVar("Thing")


def summary(report: Report) -> str:
    """The report as Markdown of at most LARGEST characters, cut between lines."""
    lines: list[str] = []
    length = 0
    for line in _lines(report):
        length += len(line) + 1
        if length + len(CUT) > LARGEST:
            return "\n".join(lines) + CUT
        lines.append(line)
    return "\n".join(lines) + "\n"


def _lines(report: Report) -> Iterator[str]:
    compared = report.compared
    counts = "; ".join(count.words for count in report.counts)
    yield "## What changes for readers"
    yield f"\nAgainst {_code(compared.base)} ({compared.commit[:12]}): {counts or 'nothing'}."
    for note in compared.notes:
        yield f"\n{_text(note)}"
    yield from _list("Errors", compared.errors, lambda each: _text(str(each)))
    if report.gone:
        yield f"\n### Addresses that would vanish\n\n{PERMANENCE}"
        yield from _list("", report.gone, _code)
    yield from _list("Added", report.added, _event)
    for event in report.changed:
        yield f"\n### Changed: {_event(event)}\n"
        yield from map(_field, event.fields)
    yield from _list("Removed", report.removed, _event)
    things: tuple[ItemView | PageView, ...] = (*report.items, *report.pages)
    for thing in things:
        yield f"\n### {_heading(thing)}\n"
        yield from map(_field, thing.fields)
    yield from _list("Settings", report.settings, lambda each: _field(each).removeprefix("- "))
    yield from _list("New claims on one source", report.alone, lambda each: f"{_code(each[0].id)}: {_text(each[1])}")
    yield from _list(
        "Confidence", report.graded, lambda each: f"{_code(each[0].id)}: {_text(each[1])} → {_text(each[2])}"
    )
    yield from _list("Sent by the feed", report.feed, lambda each: f"{_code(each[0].id)}: {each[1].value}")
    yield from _list("New addresses", report.new, _code)
    yield from _list("Drafts that differ", report.drafts, _code)
    yield from _list("Not compared, for they have problems", report.unread, _code)
    yield from _list("New warnings", compared.warnings, lambda each: _text(str(each)))
    yield from _list("Errors of the base", compared.old_errors, lambda each: _text(str(each)))


def _list(title: str, things: Sequence[Thing], line: Callable[[Thing], str]) -> Iterator[str]:
    """A list under its title; nothing at all for no things."""
    if things:
        yield f"\n### {title}\n" if title else ""
        yield from (f"- {line(each)}" for each in things[:LISTED])
        if len(things) > LISTED:
            yield f"- … and {len(things) - LISTED} more"


def _event(event: EventView) -> str:
    moved = f" (the same as {_code(event.moved)}?)" if event.moved else ""
    return f"{_text(event.title)} {_code(event.id)}{moved}"


def _heading(thing: ItemView | PageView) -> str:
    if isinstance(thing, PageView):
        return f"Page {thing.change.value}: {_text(thing.title)} {_code(thing.path)}"
    what = "renamed" if thing.renamed else thing.change.value
    touched = f": {len(thing.events)} event{'s' if len(thing.events) != 1 else ''}"
    return f"{thing.vocabulary.capitalize()}: {_text(thing.name)} {_code(thing.id)} {what}{touched}"


def _field(field: FieldView) -> str:
    between = ", " if field.listed else ""
    return f"- {_code(field.name)}: {between.join(_pieces(field.pieces))}"


def _pieces(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.fate is Fate.SAME:
            yield _text(_shortened(piece.text))
            continue
        yield f"<{TAG[piece.fate]}>{_text(piece.text)}</{TAG[piece.fate]}>"


def _shortened(text: str) -> str:
    """The text without the middle of a long stretch that did not change."""
    words = re.findall(r"\s*\S+", text)
    if len(words) <= 2 * AROUND:
        return text
    return f"{''.join(words[:AROUND])} …{''.join(words[-AROUND:])}"


def _text(text: str) -> str:
    """Text that Markdown and HTML leave as it is, on one line; a name after `@` calls nobody."""
    line = re.sub(r"\s+", " ", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]#|~])", r"\\\1", line).replace("@", "@\u2060")


def _code(text: str) -> str:
    """An id or an address as code."""
    return f"`{text.replace('`', '´')}`"
