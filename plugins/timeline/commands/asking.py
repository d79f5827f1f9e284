"""Questions on the terminal, each answered by an option instead where one was given.

Without a terminal nothing is asked: what is missing or wrong is noted in `wrong`, all of it, and told at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from timeline.authoring.suggest import suggestions
from timeline.entries.dates import DateError
from timeline.entries.header import Text
from timeline.entries.shapes import Refusal, Shape
from timeline.entries.vocabulary import Item, Place, Vocabularies, Vocabulary

Value = TypeVar("Value")
ALL = "?"  # typed to see every item
LISTED = 12  # a vocabulary of at most so many items is shown whole before the question


@dataclass(slots=True)
class Asker:
    """given: answers by option, each used once; language: of the names shown; wrong: what kept the answers out."""

    given: dict[str, str]
    terminal: bool
    language: str = "en"
    wrong: list[str] = field(default_factory=list)

    def value(
        self, name: str, question: str, read: Callable[[str], Value], *, needed: bool = True, default: str = ""
    ) -> Value | None:
        """One answer, read by `read`; None for one left out or, without a terminal, wrong.

        read: text in, value out; raises Refusal or DateError with what must be true. default: what Enter stands for.
        """
        answer = self.given.pop(name, "") or self._ask(name, question, needed=needed, default=default)
        while answer:
            try:
                return read(answer)
            except (Refusal, DateError) as refusal:
                if not self.terminal:
                    self.wrong.append(f"--{name}: {refusal.message}")
                    return None
                print(f"  {refusal.message}")
                answer = self._ask(name, question, needed=needed, default=default)
        return None

    def _ask(self, name: str, question: str, *, needed: bool, default: str) -> str:
        """The answer, '' for one that is not needed. Without a terminal the default, and a note where there is none."""
        if not self.terminal:
            if needed and not default:
                self.wrong.append(f"--{name}: must be given: {question}")
            return default
        hint = f" [{default}]" if default else "" if needed else " (Enter for none)"
        while True:
            answer = input(f"{question}{hint}: ").strip() or default
            if answer or not needed:
                return answer
            print("  must be given")

    def ids(self, name: str, question: str, vocabulary: Vocabulary, *, needed: bool = False) -> list[str]:
        """Ids of a vocabulary, told by id, by number of the list shown, or by part of a name; commas between them."""
        shown = self._show(name, vocabulary)
        answer = self.value(name, question, _as_typed, needed=needed) or ""
        found = [self._one(name, part.strip(), vocabulary, shown) for part in answer.split(",") if part.strip()]
        return [key for key in dict.fromkeys(found) if key]

    def one(self, name: str, question: str, vocabulary: Vocabulary, *, default: str = "", needed: bool = True) -> str:
        """One id of a vocabulary; '' where it is not `needed`, or without a terminal, where it is wrong or missing."""
        while True:
            shown = self._show(name, vocabulary)
            asked = needed or not self.terminal
            answer = self.value(name, question, _as_typed, default=default, needed=asked) or ""
            found = self._one(name, answer, vocabulary, shown, needed=needed) if answer else ""
            if found or not (needed and self.terminal):
                return found

    def _show(self, name: str, vocabulary: Vocabulary) -> Sequence[Item]:
        """Show a short vocabulary whole; gives what numbers in the answer stand for."""
        items = list(vocabulary.items.values())
        if not self.terminal or self.given.get(name) or len(items) > LISTED:
            return ()
        self._list(items)
        return items

    def _list(self, items: Sequence[Item]) -> None:
        for number, item in enumerate(items, 1):
            print(f"  {number}  {item.id} – {self._name(item)}")

    def _name(self, item: Item) -> str:
        """The name of an item for people; of a place with where it lies, since names repeat."""
        name = item.names.get(self.language) or next(iter(item.names.values()), "")
        return f"{name} ({item.admin})" if isinstance(item, Place) and item.admin else name

    def _one(  # needed: whether nothing may be left out
        self, name: str, typed: str, vocabulary: Vocabulary, shown: Sequence[Item], *, needed: bool = False
    ) -> str:
        """The id that `typed` means; where that is not sure, the person chooses. '' for one left out."""
        while typed:
            if typed.isdecimal() and 0 < int(typed) <= len(shown):
                return shown[int(typed) - 1].id
            meant = vocabulary.meant_by(typed)
            if len(meant) == 1:
                self._tell(typed, vocabulary.items[meant[0]])
                return meant[0]
            shown = [vocabulary.items[key] for key in meant] or suggestions(typed, vocabulary)
            if not self.terminal:
                self.wrong.append(f"--{name}: {_unknown(typed, vocabulary, shown)}")
                return ""
            if typed == ALL:
                shown = list(vocabulary.items.values())
            typed = self._again(typed, vocabulary, shown, "asks anew" if needed else "leaves it out")
        return ""

    def _tell(self, typed: str, item: Item) -> None:
        """Say what was understood where it is not what was typed."""
        if self.terminal and typed != item.id:
            print(f"  read as {item.id} – {self._name(item)}")

    def _again(self, typed: str, vocabulary: Vocabulary, shown: Sequence[Item], enter: str) -> str:
        """What the person types having seen what `typed` may mean; '' for what `enter` says."""
        self._list(shown)
        if not shown:
            print(f"  {_unknown(typed, vocabulary, shown)}")
            return input(f"  other words ({ALL} lists them all, Enter {enter}): ").strip()
        return input(f"  number, id or other words ({ALL} lists them all, Enter {enter}): ").strip()


def _as_typed(answer: str) -> str:
    return answer


def _unknown(typed: str, vocabulary: Vocabulary, near: Sequence[Item]) -> str:
    file = f"content/vocabulary/{vocabulary.name}.yaml"
    hint = (
        f"did you mean {' or '.join(item.id for item in near[:3])}?" if near else "if it is missing there, add it first"
    )
    return f"must be an id of {file} (found {typed}); {hint}"


def reader(shape: Shape) -> Callable[[str], str]:
    """A shape of the format as a reader of answers: the text itself, or Refusal."""

    def read(answer: str) -> str:
        shape(Vocabularies(), Text(answer, 1, 1, plain=False, end_line=1))
        return answer

    return read
