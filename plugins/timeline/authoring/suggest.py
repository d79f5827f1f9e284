"""What a person may mean by part of a name, in whatever script: the items of a vocabulary nearest to it."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator

from timeline.entries.vocabulary import Item, Vocabulary

MOST = 9
CLOSE = 0.7


def plain(text: str) -> str:
    """A name without case, marks and signs between words, as people type it: `Al-Sūsa` becomes `al susa`."""
    letters = (sign for sign in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in letters).split())


def spellings(item: Item) -> Iterator[str]:
    """Every way to write an item, plain."""
    yield from map(plain, (item.id, *item.written))


def suggestions(typed: str, vocabulary: Vocabulary) -> list[Item]:
    """The items that `typed` may mean, the likeliest first, nine at most.

    First those whose id, name or another spelling is it or begins with it, then those with a word that does, then
    those that hold it; where there are none, those that resemble it.
    """
    wanted = plain(typed)
    if not wanted:
        return []
    ranked = [(_rank(wanted, item), item.id, item) for item in vocabulary.items.values()]
    holding = sorted((rank, key) for rank, key, _ in ranked if rank < 4)
    keys = [key for _, key in holding] or _resembling(wanted, vocabulary)
    return [vocabulary.items[key] for key in keys[:MOST]]


def _rank(wanted: str, item: Item) -> int:
    return min(_distance(wanted, each) for each in spellings(item))


def _distance(wanted: str, spelling: str) -> int:
    if spelling == wanted:
        return 0
    if spelling.startswith(wanted):
        return 1
    if f" {wanted}" in spelling:
        return 2
    return 3 if wanted in spelling else 4


def _resembling(wanted: str, vocabulary: Vocabulary) -> list[str]:
    owners: dict[str, list[str]] = {}
    for item in vocabulary.items.values():
        for spelling in spellings(item):
            owners.setdefault(spelling, []).append(item.id)
    close = difflib.get_close_matches(wanted, sorted(owners), n=MOST, cutoff=CLOSE)
    return list(dict.fromkeys(key for each in close for key in owners[each]))
