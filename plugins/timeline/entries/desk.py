"""One file being read: its path, the vocabularies known so far, and the problems found in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline.entries.fix import Edit, Fix
from timeline.entries.header import Block, Mistake, Node
from timeline.entries.problem import Problem
from timeline.entries.shapes import Refusal
from timeline.entries.vocabulary import Vocabularies
from timeline.entries.yaml_mistakes import QUOTABLE, in_quotes

START = (1, 1)  # where a problem of a whole file is reported: its first line and column


@dataclass(slots=True)
class Desk:
    """path: POSIX, from the project's folder. Readers put problems here and go on reading.

    text: the file decoded, lines ending in LF. garbled: lines whose YAML says something else than was meant.
    """

    path: str
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    problems: list[Problem] = field(default_factory=list)
    text: str = ""
    garbled: frozenset[int] = frozenset()

    @property
    def refused(self) -> bool:
        """True when a problem so far keeps the file out of the site."""
        return any(not problem.warning for problem in self.problems)

    def refuse(self, at: Node, name: str, code: str, message: str, fix: Fix | None = None) -> None:
        """Report a problem at a node."""
        self.problems.append(self._at(at, name, code, message, fix))

    def warn(self, at: Node, name: str, code: str, message: str, fix: Fix | None = None) -> None:
        """Report what the build goes on with, at a node."""
        self.problems.append(replace(self._at(at, name, code, message, fix), warning=True))

    def _at(self, at: Node, name: str, code: str, message: str, fix: Fix | None) -> Problem:
        width = max(1, len(self.part(at)))
        return Problem(self.path, at.line, at.column, name, code, message, width=width, fix=fix)

    def refuse_value(self, at: Node, name: str, refusal: Refusal) -> None:
        """Report why a value was refused, at the part of it that is to blame."""
        width = max(1, len(self.part(at)) - refusal.shift)
        column, fix = at.column + refusal.shift, self.writing(at, refusal.instead)
        told = (name, refusal.code, refusal.message)
        self.problems.append(Problem(self.path, at.line, column, *told, width=width, fix=fix))

    def report(  # noqa: PLR0913 (each is a part of the problem)
        self, at: tuple[int, int], name: str, code: str, message: str, *, warning: bool = False, width: int = 1
    ) -> None:
        """Report a problem at a line and column, both from 1."""
        self.problems.append(Problem(self.path, *at, name, code, message, warning, width))

    def mistakes(self, mistakes: list[Mistake]) -> None:
        """Report what is wrong with the YAML itself, but for lines that have their problem already."""
        for mistake in mistakes:
            if all(problem.line != mistake.line for problem in self.problems):
                problem = Problem(self.path, mistake.line, mistake.column, mistake.field, mistake.code, mistake.message)
                self.problems.append(replace(problem, fix=self._quoting(mistake)))
        self.garbled = frozenset(problem.line for problem in self.problems if not problem.warning)

    def _quoting(self, mistake: Mistake) -> Edit | None:
        """The fix that puts a value in quotes, where that is all that is wrong with its line."""
        made = in_quotes(self.text.split("\n")[mistake.line - 1]) if mistake.code in QUOTABLE else None
        return Edit(mistake.line, made[0] + 1, *made[1:]) if made else None

    def part(self, node: Node) -> str:
        """What stands in the file for a value on one line, quotes and brackets too; '' for a block or several lines."""
        if isinstance(node, Block) or node.end_line != node.line:
            return ""
        line = self.text.split("\n")[node.line - 1 : node.line]
        return line[0][node.column - 1 : node.end_column - 1] if line else ""

    def writing(self, node: Node, now: str) -> Edit | None:
        """The fix that writes `now` in the place of a value, None where there is nothing to write or to replace."""
        was = self.part(node)
        return Edit(node.line, node.column, was, now) if was and now else None
