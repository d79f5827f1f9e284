"""What may stand inside a paragraph: emphasis, links, footnote marks. Anything that could be read otherwise is refused.

The dialect is the part of Markdown that GitHub and our converter read alike, so that a contributor sees on GitHub
what the site will show. One pass of one regular expression; no part of it can backtrack.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from timeline.entries.fault import Fault
from timeline.entries.lines import Line
from timeline.entries.problem import found
from timeline.entries.targets import ENTRY, EXTERNAL, TARGET, target_message

# Brackets inside brackets: `[sic]` in a quotation in brackets is as deep as prose goes; a thousand are an attack.
MAX_BRACKETS = 3
SOURCE = r"[a-z0-9]+(?:-[a-z0-9]+)*"  # the id of a source, as a footnote mark names it
_TOKEN = re.compile(
    rf"""
      \\(?P<escape>[!-/:-@\[-`{{-~])           # a punctuation mark taken literally
    | (?P<backslash>\\)
    | \[\^(?P<mark>[^\[\]\n]*)\](?P<called>\(?)
    | (?P<image>!\[(?!\^))
    | (?P<open>\[)
    | \](?:\((?P<target>{TARGET})\)|(?P<torn>\(\S*)|(?P<reference>\[(?!\^)))
    | (?P<close>\])
    | (?P<run>\*+|_+)
    | (?P<code>`+)
    | (?P<auto><(?:[A-Za-z][A-Za-z0-9+.-]*:|[^\s<>@]{{1,64}}@))
    | (?P<html><[A-Za-z/!?])
    | (?P<entity>&(?:\#[0-9]{{1,8}}|\#[xX][0-9a-fA-F]{{1,8}}|[A-Za-z][A-Za-z0-9]{{0,40}});)
    | (?P<attribute>\{{[:\#.])
    | (?P<strike>~~)
    | (?P<bare>\b(?:https?://|www\.))
    | (?P<mail>(?<=[\w.+-])@[\w-]+\.[a-z])
    """,
    re.VERBOSE | re.IGNORECASE,
)

_REFUSED = {
    "backslash": "a backslash must stand before a punctuation mark; write \\\\ to show a backslash",
    "image": "images are not part of the text; remove it, or write \\! if the sign before the bracket is meant",
    "torn": "the address of a link must close with ) on the same line and hold no unpaired parenthesis; "
    "write %28 and %29 for parentheses in an address",
    "reference": "links by reference are not supported; write [words](https://…)",
    "code": "code is not part of the text; use quotation marks, or write \\` to show the sign",
    "auto": "automatic links are not supported; cite a source, or write [words](https://…)",
    "html": "HTML is not part of the text; remove it (**words** and *words* stand out), or write \\< to show the sign",
    "entity": "HTML entities are not read; write the character itself, or \\& to show the sign",
    "attribute": "attributes in braces are not supported; remove them, or write \\{ to show the brace",
    "strike": "struck out text is not supported; remove the signs, or write \\~ to show them",
    "mail": "an e-mail address leads to somebody and must not stand in the text; remove it",
    "bare": "an address must not stand in the text; put it among the sources and cite it, or write [words](https://…)",
}


class Citation(NamedTuple):
    """A footnote mark: the id of the source it cites, and where it stands (from 1)."""

    source: str
    line: int
    column: int


class EntryLink(NamedTuple):
    """A link to another file. target: as written, at `line` and `column`; id: of the entry."""

    target: str
    id: str
    line: int
    column: int


class Inline:
    """What one paragraph holds. plain: its text without marks and signs, white space folded."""

    def __init__(self) -> None:
        self.plain = ""
        self.citations: list[Citation] = []
        self.entry_links: list[EntryLink] = []
        self.links = 0
        self.faults: list[Fault] = []


class _Bracket:
    """An open bracket at `at`. piece, runs: how many pieces and open runs stood before it."""

    def __init__(self, at: int, piece: int, runs: int, *, refused: bool = False) -> None:
        self.at, self.piece, self.runs = at, piece, runs
        self.marked, self.refused = False, refused


def scan_inline(lines: Sequence[Line], *, page: bool = False) -> Inline:
    """Read the lines of one paragraph, list item, heading or table cell. `page`: footnote marks are refused."""
    return _Scanner(lines, page=page).run()


class _Scanner:
    def __init__(self, lines: Sequence[Line], *, page: bool) -> None:
        self.lines = lines
        self.page = page
        self.text = "\n".join(line.text for line in lines)
        self.starts = [0, *accumulate(len(line.text) + 1 for line in lines[:-1])]
        self.found = Inline()
        self.pieces: list[str] = []
        self.brackets: list[_Bracket] = []
        self.runs: list[tuple[str, int]] = []

    def run(self) -> Inline:
        done = 0
        for token in _TOKEN.finditer(self.text):
            before = self.text[done : token.start()]
            self.pieces.append(before.rstrip() if token["mark"] is not None else before)
            done = token.end()
            self.token(token)
            if len(self.brackets) > MAX_BRACKETS:
                self.fault(token.start(), "brackets", f"brackets must not be nested more than {MAX_BRACKETS} deep")
                return self.found
        self.pieces.append(self.text[done:])
        for bracket in (bracket for bracket in self.brackets if not bracket.refused):
            self.fault(bracket.at, "bracket", "the bracket must be closed; write \\[ to show a single bracket")
        for run, at in self.runs:
            self.emphasis(at, run)
        self.found.plain = re.sub(r"[ \n]+", " ", "".join(self.pieces)).strip()
        return self.found

    def place(self, at: int) -> tuple[int, int]:
        index = bisect_right(self.starts, at) - 1
        line = self.lines[index]
        return line.number, line.column + at - self.starts[index]

    def fault(self, at: int, code: str, message: str) -> None:
        self.found.faults.append(Fault(*self.place(at), code, message))

    def token(self, token: re.Match[str]) -> None:
        at = token.start()
        if token["escape"] is not None:
            self.pieces.append(token["escape"])
        elif token["mark"] is not None:
            self.mark(at, token["mark"], called=bool(token["called"]))
        elif token["run"] is not None:
            self.delimiter(at, token["run"])
        elif token["open"] is not None:
            self.brackets.append(_Bracket(at, len(self.pieces), len(self.runs)))
            self.pieces.append("[")
        elif token["target"] is not None or token["close"] is not None:
            self.close(at, token["target"])
        elif (token["entity"] is not None and not _is_entity(token[0])) or (token["mail"] is not None and self.page):
            self.pieces.append(token[0])
        else:
            self.refuse(at, str(token.lastgroup))

    def refuse(self, at: int, kind: str) -> None:
        if kind in ("torn", "reference") and self.brackets:
            self.close(at, None)
        if kind in ("image", "reference"):
            self.brackets.append(_Bracket(at, len(self.pieces), len(self.runs), refused=True))
            self.pieces.append("")
        # Signs that come in pairs are one fault, told where the first stands.
        second = kind in ("code", "strike") or self.text.startswith("</", at)
        if not (second and any(fault.code == kind for fault in self.found.faults)):
            self.fault(at, kind, _REFUSED[kind])

    def mark(self, at: int, source: str, *, called: bool) -> None:
        if self.page:
            self.fault(at, "mark-on-page", "a page has no sources to cite; write a link: [words](https://…)")
        elif not re.fullmatch(SOURCE, source):
            from timeline.entries.mark_advice import marks_for

            hint = f"; write {meant}" if (meant := marks_for(source)) else ""
            message = f"a footnote mark must name a source of the entry by its id, as in [^id] ({found(source)}{hint})"
            self.fault(at, "mark", message)
        elif called:
            self.fault(at, "mark", "a footnote mark must not be followed by ( at once; put a space between them")
        elif not any(piece.strip(" \n[") for piece in self.pieces):
            self.fault(at, "mark", "a footnote mark must stand after the words that it supports")
        else:
            self.found.citations.append(Citation(source, *self.place(at)))
        for bracket in self.brackets:
            bracket.marked = True

    def delimiter(self, at: int, run: str) -> None:
        before = self.text[at - 1 : at] if at else ""
        after = self.text[at + len(run) : at + len(run) + 1]
        if run[0] == "_" and before.isalnum() and after.isalnum():
            self.pieces.append(run)
            return
        opens = bool(after.strip()) and not _in_word(before)
        closes = bool(before.strip()) and not _in_word(after)
        floor = self.brackets[-1].runs if self.brackets else 0
        if closes and len(self.runs) > floor and self.runs[-1][0] == run:
            self.runs.pop()
        elif opens and len(run) <= 2 and all(open_run[0] != run[0] for open_run, _ in self.runs):
            self.runs.append((run, at))
        else:
            self.emphasis(at, run)

    def emphasis(self, at: int, run: str) -> None:
        sign = run[0]
        other = "_" if sign == "*" else "*"
        self.fault(
            at,
            "emphasis",
            f"{sign} must open or close an emphasis: {sign}words{sign} or {sign * 2}words{sign * 2}, around whole "
            f"words, with {other} for one inside the other; write \\{sign} to show the sign",
        )

    def close(self, at: int, target: str | None) -> None:
        if not self.brackets:
            self.fault(at, "bracket", "the bracket was never opened; write \\] to show a single bracket")
            return
        bracket = self.brackets.pop()
        for run, run_at in self.runs[bracket.runs :]:
            self.emphasis(run_at, run)
        del self.runs[bracket.runs :]
        if target is None:
            self.pieces.append("]")
        elif not bracket.refused:
            self.link(bracket, at, target)

    def link(self, bracket: _Bracket, at: int, target: str) -> None:
        self.found.links += 1
        self.pieces[bracket.piece] = ""
        words = self.text[bracket.at + 1 : at]
        if bracket.marked or re.search(r"(?<!\\)[\[\]]", words):
            self.fault(bracket.at, "link-text", "the words of a link must hold no brackets, no other link, no mark")
        elif not "".join(self.pieces[bracket.piece :]).strip():
            self.fault(bracket.at, "link-text", "a link must have words to follow")
        elif entry := ENTRY.match(target):
            self.found.entry_links.append(EntryLink(target, entry["id"], *self.place(at + 2)))
        elif not EXTERNAL.match(target):
            self.fault(at + 2, "link-target", target_message(target))


def _is_entity(text: str) -> bool:
    """Whether HTML knows a character by that name. Its list of names is only read where a text holds such a sign."""
    from html import unescape

    return unescape(text) != text


def _in_word(character: str) -> bool:
    """Neither white space nor punctuation, as Markdown judges what stands beside a sign of emphasis."""
    return bool(character.strip()) and unicodedata.category(character)[0] not in "PS"
