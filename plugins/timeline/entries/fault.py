"""What is wrong in a stretch of text, placed within that text. The caller turns it into a `Problem` of a file."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """One fault. line, column: counted from 1 within the text given, in characters.

    code: stable name. warning: True where the build goes on all the same.
    """

    line: int
    column: int
    code: str
    message: str
    warning: bool = False
