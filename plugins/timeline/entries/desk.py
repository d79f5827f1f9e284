"""One file being read: its path, the vocabularies known so far, and the problems found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.entries.header import Mistake, Node
from timeline.entries.problem import Problem
from timeline.entries.vocabulary import Vocabularies

START = (1, 1)  # where a problem of a whole file is reported: its first line and column


@dataclass(slots=True)
class Desk:
    """path: POSIX, from the project's folder. Readers put problems here and go on reading."""

    path: str
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    problems: list[Problem] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """True when a problem so far keeps the file out of the site."""
        return any(not problem.warning for problem in self.problems)

    def refuse(self, at: Node, name: str, code: str, message: str) -> None:
        """Report a problem at a node."""
        self.report((at.line, at.column), name, code, message)

    def report(self, at: tuple[int, int], name: str, code: str, message: str, *, warning: bool = False) -> None:
        """Report a problem at a line and column, both from 1."""
        self.problems.append(Problem(self.path, *at, name, code, message, warning))

    def mistakes(self, mistakes: list[Mistake]) -> None:
        """Report what is wrong with the YAML itself, but for lines that have their problem already."""
        for mistake in mistakes:
            if not self.has_line(mistake.line):
                self.report((mistake.line, mistake.column), mistake.field, mistake.code, mistake.message)

    def has_line(self, line: int) -> bool:
        """True when a problem was reported in a line: one mistake should not be told twice."""
        return any(problem.line == line for problem in self.problems)
