"""A problem in a file under `content/`, and the report that lists all of them.

A message says what must be true; `found` and `hint` say what is there and what was probably meant.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem, placed. Sorts by file, line, column.

    path: POSIX path from the project's folder (`content/events/2018/…md`).
    line, column: counted from 1, in characters of the file as written.
    field: key of the header (`sources[0].url`), or `body`, `file`, `header`.
    code: stable name, used by `content/accepted.yaml` and by tests.
    warning: True where the build goes on all the same.
    """

    path: str
    line: int
    column: int
    field: str
    code: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        mark = "warning: " if self.warning else ""
        tail = f" [{self.code}]" if self.warning else ""
        return f"{self.path}:{self.line}:{self.column}: {self.field}: {mark}{self.message}{tail}"

    def moved(self, path: str) -> Problem:
        """The same problem in the file at `path`."""
        return replace(self, path=path)


def found(value: str) -> str:
    """`value` quoted for a message: on one line, and cut so that the line stays readable."""
    shown = " ".join(value.split())
    return f"found {shown[:57] + '…' if len(shown) > 58 else shown!s}" if shown else "found nothing"


def nearest(value: str, known: Iterable[str]) -> str:
    """`; did you mean …?` for the known word nearest to `value`, or the empty string."""
    near = difflib.get_close_matches(value.casefold(), sorted(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""
