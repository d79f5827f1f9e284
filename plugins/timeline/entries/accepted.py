"""`content/accepted.yaml`: warnings that were looked at and are right as they are, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline.entries.blocks import read_block
from timeline.entries.desk import Desk
from timeline.entries.header import Rows, compose
from timeline.entries.problem import Problem
from timeline.entries.schema import ACCEPTED

LATER = frozenset({"address-two-titles", "first-of-month", "likely-double", "one-originator", "publisher-spelling"})
"""Codes of the warnings that only all events together show: `chronicle.review` gives them, and accepts them."""


class Acceptance(NamedTuple):
    """One accepted warning. path: the file's; code: the warning's; line: of this acceptance, from 1.

    other: the id that the warning compares with, '' where it compares with none.
    """

    path: str
    code: str
    line: int
    other: str = ""


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
        Acceptance(f"content/{row['entry']}", row["code"], line, row.get("other", ""))
        for row, line in rows
        if {"entry", "code"} <= row.keys()
    )


def apply(accepted: Sequence[Acceptance], problems: Iterable[Problem], path: str, *, whole: bool) -> list[Problem]:
    """The problems without the accepted warnings, and a warning for each acceptance that is no longer needed.

    whole: whether every file could be read; what a refused one would warn of is not known.
    """
    keys = {(each.path, each.code, each.other) for each in accepted}
    left: list[Problem] = []
    used: set[tuple[str, str, str]] = set()
    for problem in problems:
        key = (problem.path, problem.code, problem.other)
        if problem.warning and key in keys:
            used.add(key)
        else:
            left.append(problem)
    for each in accepted if whole else ():
        if (each.path, each.code, each.other) not in used:
            what = f"{each.code} for {each.path}{f' with {each.other}' * bool(each.other)}"
            must = f"this warning is not given any more; remove the acceptance (found {what})"
            left.append(Problem(path, each.line, 1, "entry", "not-needed", must, warning=True))
    return left
