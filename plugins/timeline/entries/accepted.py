"""`content/accepted.yaml`: warnings that were looked at and are right as they are, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.entries.blocks import read_block
from timeline.entries.desk import Desk
from timeline.entries.header import Rows, compose
from timeline.entries.problem import Problem
from timeline.entries.schema import ACCEPTED


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One accepted warning. path: the file's; code: the warning's; line: of this acceptance, from 1."""

    path: str
    code: str
    line: int


def read_accepted(text: str, desk: Desk) -> tuple[Acceptance, ...]:
    """The acceptances of the file; its own problems go to the desk."""
    root, mistakes = compose(text)
    desk.mistakes(mistakes)
    if root is None:
        return ()
    if not isinstance(root, Rows):
        desk.refuse(root, "file", "not-blocks", "must be a list of blocks, each beginning with - entry:")
        return ()
    rows = ((read_block(desk, node, f"[{at}]", ACCEPTED), node.line) for at, node in enumerate(root.items))
    return tuple(
        Acceptance(f"content/{row['entry']}", row["code"], line)
        for row, line in rows
        if {"entry", "code"} <= row.keys()
    )


def apply(accepted: Sequence[Acceptance], problems: Iterable[Problem], path: str) -> list[Problem]:
    """The problems without the accepted warnings, and a warning for each acceptance that is no longer needed."""
    keys = {(each.path, each.code) for each in accepted}
    left: list[Problem] = []
    used: set[tuple[str, str]] = set()
    for problem in problems:
        key = (problem.path, problem.code)
        if problem.warning and key in keys:
            used.add(key)
        else:
            left.append(problem)
    for each in accepted:
        if (each.path, each.code) not in used:
            must = f"this warning is not given any more; remove the acceptance (found {each.code} for {each.path})"
            left.append(Problem(path, each.line, 1, "entry", "not-needed", must, warning=True))
    return left
