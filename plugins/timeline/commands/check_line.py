"""One line of a file as a terminal shows it, with carets under a part of it."""

from __future__ import annotations

import unicodedata

WIDEST = 100  # columns of a terminal for the line itself; a paragraph is one line and is shown around the trouble
TAB = "    "
CUT = "…"
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def pointed(line: str, column: int, width: int) -> tuple[str, str]:
    """A line, and below it carets under `width` characters from `column` (from 1) on, as two texts of equal start.

    Columns are counted as a terminal draws them: a tab as four spaces, wide characters as two, vowel signs as none.
    A character that would not be seen, or would change what is seen, is drawn as one replacement character.
    """
    before, part, after = parts(line, column, width)
    return before + part + after, " " * columns(before) + "^" * max(1, columns(part))


def parts(line: str, column: int, width: int) -> tuple[str, str, str]:
    """What is shown of a line before, in and after `width` characters from `column` (from 1) on."""
    before, part, after = (_drawn(text) for text in _around(line, column, width))
    return before, part, after


def _around(line: str, column: int, width: int) -> tuple[str, str, str]:
    """What stands before, in and after the part, as much of each as fits."""
    start = min(column - 1, len(line))
    part = line[start : start + max(width, 1)]
    if len(line) <= WIDEST:
        return line[:start], part, line[start + len(part) :]
    if len(part) > WIDEST // 2:
        part = part[: WIDEST // 2] + CUT
        return _end(line[:start], WIDEST // 4), part, ""
    room = WIDEST - len(part)
    before = _end(line[:start], max(room // 2, room - (len(line) - start - len(part))))
    rest, left = line[start + len(part) :], room - len(before)
    return before, part, rest if len(rest) <= left else rest[: left - 1] + CUT


def _end(text: str, most: int) -> str:
    return text if len(text) <= most else CUT + text[len(text) - most + 1 :]


def _drawn(text: str) -> str:
    return "".join(TAB if sign == "\t" else "\ufffd" if hidden(sign) else sign for sign in text)


def hidden(sign: str) -> bool:
    """Whether a character is a control, or cannot be seen and changes what is seen."""
    return unicodedata.category(sign) in INVISIBLE and sign not in "\u200c\u200d\u200e\u200f\u061c"


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(map(_columns, text))


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1
