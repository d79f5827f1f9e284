"""Two wordings of a text, word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import TypeVar

WORD = re.compile(r"\s*\S+")
Part = TypeVar("Part", bound=Hashable)


class Fate(Enum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    COME = "come"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what became of it."""

    fate: Fate
    text: str


def wording(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts as one: without the pieces that came it is `before`, without those that went it is `after`.

    White space goes with the word after it, since Markdown's line breaks count. At the end of a text it does not.
    """
    pieces = compared(WORD.findall(before.rstrip()), WORD.findall(after.rstrip()))
    return tuple(Piece(fate, "".join(words)) for fate, words in pieces)


def compared(before: Sequence[Part], after: Sequence[Part]) -> Iterator[tuple[Fate, Sequence[Part]]]:
    """Runs of two sequences in order; of two that stand in one another's place, the one that went comes first."""
    for tag, start, end, from_, to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Fate.SAME, after[from_:to]
            continue
        if start < end:
            yield Fate.GONE, before[start:end]
        if from_ < to:
            yield Fate.COME, after[from_:to]
