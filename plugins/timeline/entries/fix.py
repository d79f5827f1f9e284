"""What mends a problem without a doubt, as data: `check --fix` applies it, every form of the report can show it."""

from __future__ import annotations

from typing import NamedTuple


class Edit(NamedTuple):
    """At `line` and `column` (from 1, in characters) of the file stands `was`; `now` goes in its place.

    Either may go over several lines, which end in LF. An edit whose `was` does not stand there is not applied.
    """

    line: int
    column: int
    was: str
    now: str

    def __str__(self) -> str:
        was, now = self.was.split("\n"), self.now.split("\n")
        if len(was) > 1 and sorted(was) == sorted(now):
            return f"put these {len(was)} lines in the order of the format"
        return f"{short(self.was)} -> {short(self.now)}"


class Rename(NamedTuple):
    """The file belongs at the path `to` (POSIX, from the project's folder), and its translations beside it."""

    to: str

    def __str__(self) -> str:
        return f"rename to {self.to}"


Fix = Edit | Rename


class ClobberError(Exception):
    """A file would have to take the place of another. The message names both and says what to do."""


def short(value: str) -> str:
    """`value` for a message: on one line, and cut so that the line stays readable."""
    shown = " ".join(value.split())
    return shown[:57] + "…" if len(shown) > 58 else shown
