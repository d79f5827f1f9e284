"""Every fix that is certain, applied to the content folder in memory: files in, mended files and the changes out. Pure.

Fixes follow from each other (a renamed file leaves stale links behind), so the folder is checked again until none is
left. What this gives has no certain fix any more: to mend it again changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from timeline.entries.fix import ClobberError, Edit, Rename, short
from timeline.entries.folder import ACCEPTED
from timeline.entries.problem import Problem

MAX_ROUNDS = 20  # three are enough for all that is known to follow from each other; more is a fault of this program

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Change:
    """One change made: in `path`, at a line from 1, `was` became `now`."""

    path: str
    line: int
    was: str
    now: str

    def __str__(self) -> str:
        if self.was == PurePosixPath(self.path).name:
            return f"{self.path}:{self.line}: renamed to {self.now}"
        return f"{self.path}:{self.line}: {short(self.was)} -> {short(self.now)}"


def mend(
    files: Mapping[str, bytes], check: Callable[[Files], Iterable[Problem]], taken: Iterable[str] = ()
) -> tuple[Files, list[Change]]:
    """The files with every certain fix, and what was changed, in the order of the changes.

    files: bytes by path; check: gives the problems of files; taken: paths that are there besides and were not read.
    Raises ClobberError where a rename would overwrite a file; nothing of what was mended is to be used then.
    """
    mended, changes = dict(files), []
    occupied = {path.casefold() for path in taken}
    for _ in range(MAX_ROUNDS):
        found = _edit(mended, problems := list(check(mended)))
        found += _rename(mended, problems, occupied)
        if not found:
            break
        changes += found
    return mended, changes


def _edit(files: Files, problems: Iterable[Problem]) -> list[Change]:
    """Apply the edits, in each file from the first on; one that reaches into another waits for the next round."""
    edits: dict[str, list[Edit]] = {}
    for problem in problems:
        if isinstance(problem.fix, Edit):
            edits.setdefault(problem.path, []).append(problem.fix)
    changes: list[Change] = []
    for path, wanted in sorted(edits.items()):
        text = files[path].decode()
        placed = _apart(text, sorted(set(wanted), key=_smaller_first))
        changes += [Change(path, edit.line, edit.was, edit.now) for _, edit in placed]
        for at, edit in reversed(placed):
            was, now = (_ended(part, text) for part in (edit.was, edit.now))
            text = text[:at] + now + text[at + len(was) :]
        files[path] = text.encode()
    return changes


def _smaller_first(edit: Edit) -> tuple[int, int, int]:
    """A value is mended before the block that holds it is moved."""
    return edit.was.count("\n"), edit.line, edit.column


def _apart(text: str, edits: Iterable[Edit]) -> list[tuple[int, Edit]]:
    """The edits with their positions in the text, in its order, without those that overlap or do not fit."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    placed: list[tuple[int, Edit]] = []
    for edit in edits:
        at = starts[edit.line - 1] + edit.column - 1
        was = _ended(edit.was, text)
        if text.startswith(was, at) and all(
            at + len(was) <= other or other + len(_ended(each.was, text)) <= at for other, each in placed
        ):
            placed.append((at, edit))
    return sorted(placed, key=lambda each: each[0])


def _ended(part: str, text: str) -> str:
    """`part` with the line ends of the file."""
    return part.replace("\n", "\r\n") if "\r\n" in text else part


def _rename(files: Files, problems: Iterable[Problem], taken: set[str]) -> list[Change]:
    """Rename entries with the translations beside them, and follow them in the list of accepted warnings."""
    moves = {problem.path: problem.fix.to for problem in problems if isinstance(problem.fix, Rename)}
    for path, to in list(moves.items()):
        beside = re.compile(rf"{re.escape(path[:-3])}(\.[a-z]{{2}}\.md)")
        moves |= {other: to[:-3] + match[1] for other in files if (match := beside.fullmatch(other))}
    changes: list[Change] = []
    there = taken | {path.casefold() for path in files}
    for path, to in sorted(moves.items()):
        if to.casefold() in there:
            raise ClobberError(
                f"{path}: the name that follows the date must be free (found {to}). Nothing was changed. "
                f"Rename or remove one of the two, or mend the date."
            )
        there.add(to.casefold())
        files[to] = files.pop(path)
        changes += [Change(path, 1, PurePosixPath(path).name, to.removeprefix("content/"))]
        changes += _follow(files, path.removeprefix("content/"), to.removeprefix("content/"))
    return changes


def _follow(files: Files, path: str, to: str) -> list[Change]:
    """An accepted warning stays accepted when its file is renamed."""
    lines = files.get(ACCEPTED, b"").decode("utf-8", "surrogateescape").split("\n")
    named = re.compile(rf"((?:- |  )entry:\s+['\"]?){re.escape(path)}(?=['\"]?\s*$)")
    changes: list[Change] = []
    for at, line in enumerate(lines):
        if match := named.match(line):
            lines[at] = match[1] + to + line[match.end() :]
            changes.append(Change(ACCEPTED, at + 1, path, to))
    if changes:
        files[ACCEPTED] = "\n".join(lines).encode("utf-8", "surrogateescape")
    return changes
