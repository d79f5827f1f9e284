"""A problem in a file under `content/`, and the report that lists all of them.

A message says what must be true; `found` and `hint` say what is there and what was probably meant.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.entries.fix import Fix, short


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem, placed. Sorts by file, line, column.

    path: POSIX path from the project's folder (`content/events/2018/…md`).
    line, column: counted from 1, in characters of the file as written.
    field: key of the header (`sources[0].url`), or `body`, `file`, `header`.
    code: stable name, used by `content/accepted.yaml` and by tests.
    warning: True where the build goes on all the same.
    width: how many characters the trouble takes, from the column on. fix: what mends it without a doubt.
    other: the id that this one is compared with, '' for most.
    """

    path: str
    line: int
    column: int
    field: str
    code: str
    message: str
    warning: bool = False
    width: int = dataclasses.field(default=1, compare=False)
    fix: Fix | None = dataclasses.field(default=None, compare=False)
    other: str = dataclasses.field(default="", compare=False)

    def __str__(self) -> str:
        mark = "warning: " if self.warning else ""
        tail = f" [{self.code}]" if self.warning else ""
        return f"{self.path}:{self.line}:{self.column}: {self.field}: {mark}{self.message}{tail}"

    def moved(self, path: str) -> Problem:
        """The same problem in the file at `path`."""
        return replace(self, path=path)


def found(value: str) -> str:
    """`value` quoted for a message: on one line, and cut so that the line stays readable."""
    return f"found {shown}" if (shown := short(value)) else "found nothing"


def counted(number: int, noun: str) -> str:
    """`1 problem`, `2 problems`: a number with its noun, whose plural has an s."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def nearest(value: str, known: Iterable[str]) -> str:
    """`; did you mean …?` for the known word nearest to `value`, or the empty string."""
    near = closest(value.casefold(), tuple(sorted(known)))
    return f"; did you mean {near}?" if near else ""


@lru_cache(maxsize=1024)
def closest(value: str, known: tuple[str, ...]) -> str:
    """The text of `known` most like `value`, or '' when none is like it."""
    import difflib  # only what is wrong has a nearest word

    return next(iter(difflib.get_close_matches(value, known, n=1, cutoff=0.6)), "")
