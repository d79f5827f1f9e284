"""The report in short: Markdown for a comment or a step summary on GitHub. Everything quoted is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from timeline.chronicle.wording import Fate, Piece
from timeline.pages.changes_fields import FieldView
from timeline.pages.changes_report import Address, EventLink, EventView, ItemView, PageView, Report
from timeline.pages.strings import Catalogue

LARGEST = 60_000  # characters; a comment on GitHub holds 65,536
LISTED = 20  # lines that a list shows before it says how many more there are
TAG = {Fate.GONE: "del", Fate.COME: "ins"}
Thing = TypeVar("Thing")


def summary(report: Report, strings: Catalogue) -> str:
    """The report as Markdown of at most LARGEST characters, cut between lines."""
    lines: list[str] = []
    length = 0
    cut = f"\n… {strings.text('diff.rest')}\n"
    for line in Summary(report, strings).lines():
        length += len(line) + 1
        if length + len(cut) > LARGEST:
            return "\n".join(lines) + cut
        lines.append(line)
    return "\n".join(lines) + "\n"


class Summary:
    """Says a report in Markdown, in the language of the strings."""

    def __init__(self, report: Report, strings: Catalogue) -> None:
        self.report = report
        self.strings = strings
        self.say = strings.text

    def lines(self) -> Iterator[str]:
        """The lines; where one begins with a line feed, an empty line stands before it."""
        report, compared = self.report, self.report.compared
        counts = "; ".join(f"{count.title} **{count.number}**" for count in report.counts)
        yield f"## {self.say('diff.title')}"
        yield f"\n{self.say('diff.compared')} {_code(compared.base)} ({compared.commit[:12]})."
        yield f"\n{counts}." if counts else f"\n{self.say('diff.nothing')}"
        yield from (f"\n{_text(note)}" for note in compared.notes)
        yield from self._list("errors", compared.errors, lambda each: _text(str(each)))
        yield from self._list("gone", report.gone, _address, self.say("diff.permanence"))
        yield from self._list("added", report.added, self._event)
        yield from self._things("changed", ((self._event(each), each.fields) for each in report.changed))
        yield from self._list("removed", report.removed, self._event)
        yield from self._things("items", ((_item(each), each.fields) for each in report.items))
        yield from self._things("pages", ((_page(each), each.fields) for each in report.pages))
        yield from self._list("settings", report.settings, lambda each: _field(each).removeprefix("- "))
        yield from self._list("alone", report.alone, lambda each: _linked(each[0], each[1]))
        yield from self._list("graded", report.graded, lambda each: _linked(each[0], f"{each[1]} → {each[2]}"))
        yield from self._list("feed", report.feed, lambda each: _linked(each[0], each[1]))
        yield from self._list("new", report.new, _address)
        yield from self._list("drafts", report.drafts, _code)
        yield from self._list("unread", report.unread, _code)
        yield from self._list("warnings", compared.warnings, lambda each: _text(str(each)))
        yield from self._list("old-errors", compared.old_errors, lambda each: _text(str(each)))

    def _list(self, part: str, things: Sequence[Thing], line: Callable[[Thing], str], lead: str = "") -> Iterator[str]:
        """A list under its title; nothing at all for no things."""
        if things:
            yield f"\n### {self.say(f'diff.{part}')}\n"
            if lead:
                yield f"{lead}\n"
            yield from (f"- {line(each)}" for each in things[:LISTED])
            if len(things) > LISTED:
                yield f"- … {self.say('count.more', count=len(things) - LISTED)}"

    def _things(self, part: str, things: Iterable[tuple[str, Iterable[FieldView]]]) -> Iterator[str]:
        """Things that changed under their title, each with its fields."""
        for at, (heading, fields) in enumerate(things):
            if not at:
                yield f"\n### {self.say(f'diff.{part}')}"
            yield f"\n#### {heading}\n"
            yield from map(_field, fields)

    def _event(self, event: EventView) -> str:
        moved = f". {self.say('diff.moved')} {_code(event.moved)}" if event.moved else ""
        return f"{_text(event.title)} {_code(event.id)}{moved}"


def _item(item: ItemView) -> str:
    return f"{_text(item.vocabulary)}: {_text(item.name)} {_code(item.id)} {item.state}, {item.touched}"


def _page(page: PageView) -> str:
    return f"{_text(page.title)} {_code(page.path)} {page.state}"


def _linked(event: EventLink, words: str) -> str:
    return f"{_text(event.title)} {_code(event.id)}: {_text(words)}"


def _address(each: Address) -> str:
    return f"{_code(each.address)} {each.below}".rstrip()


def _field(field: FieldView) -> str:
    between = ", " if field.listed else ""
    return f"- {_code(field.name)}: {between.join(_pieces(field.pieces))}"


def _pieces(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.fate is Fate.SAME:
            yield _text(piece.text)
            continue
        yield f"<{TAG[piece.fate]}>{_text(piece.text)}</{TAG[piece.fate]}>"


def _text(text: str) -> str:
    """Text that Markdown and HTML leave as it is, on one line; a name after `@` calls nobody."""
    line = re.sub(r"\s+", " ", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]#|~])", r"\\\1", line).replace("@", "@\u2060")


def _code(text: str) -> str:
    """An id or an address as code."""
    return f"`{text.replace('`', '´')}`"
