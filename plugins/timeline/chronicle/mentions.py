"""Names of places and actors in running text, under any of their spellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline.chronicle.folding import terms
from timeline.entries.vocabulary import Item, Vocabularies

SHORTEST = 4  # letters of a single word that is a name wherever it stands; `IS` and `is` are not to be told apart


@lru_cache(maxsize=4096)
def _spelled(names: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in names:
        words = terms(name)
        found.update(dict.fromkeys(words))
        if len(words) > 1:
            found["".join(words)] = None
    return tuple(found)


def spellings(item: Item) -> tuple[str, ...]:
    """The terms of all names and aliases of an item, each once; a name of several words also as one word."""
    return _spelled(item.written)


class Mentions:
    """Finds the names of one set of vocabularies in texts; made once.

    terms: by the name as folded words, the terms of every place and actor that bears it.
    """

    def __init__(self, vocabularies: Vocabularies) -> None:
        self.terms: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._by_first: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for vocabulary in ("places", "actors"):
            for item in vocabularies[vocabulary].items.values():
                for name in item.written:
                    self._add(tuple(terms(name)), spellings(item))

    def _add(self, name: tuple[str, ...], found: tuple[str, ...]) -> None:
        if len(name) > 1 or (name and len(name[0]) >= SHORTEST):
            self.terms[name] = tuple(dict.fromkeys((*self.terms.get(name, ()), *found)))
            self._by_first[name[0]].add(name)

    def found(self, text: str) -> Iterator[tuple[str, ...]]:
        """Every name in a text, as folded words, in the order of the text; repeated ones each time."""
        words: Sequence[str] = terms(text)
        for at, word in enumerate(words):
            for name in sorted(self._by_first.get(word, ())):
                if tuple(words[at : at + len(name)]) == name:
                    yield name
