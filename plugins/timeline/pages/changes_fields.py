"""A changed value for people: dates in words, ids with their names, texts word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.chronicle.stated import VOCABULARY_OF, FieldChange, Value
from timeline.chronicle.wording import WORD, Fate, Piece, compared, wording
from timeline.entries.dates import EdtfDate
from timeline.entries.vocabulary import Vocabularies
from timeline.pages.labels import in_language
from timeline.pages.strings import Catalogue
from timeline.pages.words import date_words

AROUND = 8  # words kept beside a change of a long text
PROSE = frozenset({"title", "body", "says", "note", "caveats", "accounts", "corrections", "description", "points"})


@dataclass(frozen=True, slots=True)
class FieldView:
    """name: as in the file. pieces: the value before and after as one. listed: whether they are items of a list."""

    name: str
    pieces: tuple[Piece, ...]
    listed: bool = False


class Names:
    """Names of ids and words of dates in one state."""

    def __init__(self, vocabularies: Vocabularies, strings: Catalogue) -> None:
        self.vocabularies = vocabularies
        self.strings = strings

    def of(self, vocabulary: str, key: str) -> str:
        """The display name of an item, the id itself where there is no such item."""
        item = self.vocabularies[vocabulary].items.get(key)
        return in_language(item.names, self.strings.language)[0] if item else key

    def words(self, key: str, value: Value) -> str:
        """A value that is no list. key: of the header, which says to what vocabulary an id belongs."""
        if isinstance(value, EdtfDate):
            return f"{date_words(value, self.strings)} ({self._apart(value.text)})"
        if isinstance(value, tuple):
            return ", ".join(value)
        if key in VOCABULARY_OF and (name := self.of(VOCABULARY_OF[key], value)) != value:
            return f"{name} ({value})"
        return value

    def _apart(self, text: str) -> str:
        """Latin text that keeps its order within a language written from right to left (Unicode isolates)."""
        return (
            text if self.strings.direction == "ltr" else f"\N{LEFT-TO-RIGHT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
        )


def field_view(change: FieldChange, before: Names, after: Names) -> FieldView:
    """A change in words. before, after: the names of either state."""
    old, new = change.before, change.after
    if isinstance(old, tuple) or isinstance(new, tuple):
        return FieldView(change.name, tuple(_items(change, before, after)), listed=True)
    if change.key in PROSE and isinstance(old, str) and isinstance(new, str):
        return FieldView(change.name, tuple(_clear(_near(wording(old, new)))))
    gone = (Piece(Fate.GONE, before.words(change.key, old)),) if old is not None else ()
    come = (Piece(Fate.COME, after.words(change.key, new)),) if new is not None else ()
    between = (Piece(Fate.SAME, " "),) if gone and come else ()
    return FieldView(change.name, gone + between + come)


def _near(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces without the words that did not change and stand far from every change."""
    for at, piece in enumerate(pieces):
        words = WORD.findall(piece.text)
        before, after = AROUND * (at > 0), AROUND * (at < len(pieces) - 1)
        if piece.fate is not Fate.SAME or len(words) <= before + after:
            yield piece
        else:
            text = "".join((*words[:before], " …", *words[len(words) - after :]))
            yield Piece(Fate.SAME, text if at else text.lstrip())


def _clear(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with the white space before what went or came set free: a space is not struck out."""
    for piece in pieces:
        text = piece.text.lstrip()
        if piece.fate is not Fate.SAME and text != piece.text:
            yield Piece(Fate.SAME, piece.text[: -len(text)])
            yield Piece(piece.fate, text)
        else:
            yield piece


def _items(change: FieldChange, before: Names, after: Names) -> Iterator[Piece]:
    old, new = (value if isinstance(value, tuple) else () for value in (change.before, change.after))
    for fate, keys in compared(old, new):
        names = before if fate is Fate.GONE else after
        for key in keys:
            yield Piece(fate, names.words(change.key, key))
