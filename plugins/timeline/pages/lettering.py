"""How much room words need in a drawing, reckoned without a font; and which of them may stand at which width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# Advance widths in em, on the wide side of the sans faces that systems ship; what is not named is MIDDLE.
NARROW, SLIM, DIGIT, MIDDLE, CAPITAL, WIDE = 0.29, 0.42, 0.58, 0.62, 0.68, 0.94
CLASSES = ((" .,:;'’!|iljI", NARROW), ('-–()[]/frt"', SLIM), ("0123456789٠١٢٣٤٥٦٧٨٩", DIGIT), ("mwMW%@—", WIDE))
ADVANCE = {letter: width for letters, width in CLASSES for letter in letters}
# Widths of a drawing in px from which more words stand in it; the theme's container queries name the same numbers.
STEPS = (("", 280), ("from-medium", 700), ("from-wide", 1000))
GAP = 4  # px between two words of a line


@lru_cache(maxsize=16384)
def text_width(text: str, size: float) -> float:
    """The width in px that `text` takes at a font size in px, rather too much than too little."""
    return size * sum(ADVANCE.get(letter, CAPITAL if letter.isupper() else MIDDLE) for letter in text)


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a line. at: percent of the line where it begins, shift: px from there; width: px.

    rank: words of a lower rank get their place first. since: the first of STEPS at which it may stand.
    """

    at: float
    width: float
    rank: int = 0
    shift: float = 0
    since: int = 0


def thin(words: Sequence[Word]) -> tuple[str | None, ...]:
    """For each word, the class of the least width at which it collides with no other ('' for all), None for nowhere.

    What stands at a width stands at every greater one.
    """
    order = sorted(range(len(words)), key=lambda at: (words[at].rank, words[at].at))
    chosen: dict[int, str] = {}
    for step, (name, line) in enumerate(STEPS):
        taken = [_ends(words[at], line) for at in chosen]
        for at in order:
            start, end = _ends(words[at], line)
            free = end <= line and all(end + GAP <= left or right + GAP <= start for left, right in taken)
            if at not in chosen and words[at].since <= step and free:
                chosen[at] = name
                taken.append((start, end))
    return tuple(chosen.get(at) for at in range(len(words)))


def _ends(word: Word, line: float) -> tuple[float, float]:
    start = word.at / 100 * line + word.shift
    return start, start + word.width
