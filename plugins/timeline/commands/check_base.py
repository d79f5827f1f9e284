"""`check --base`: the problems of what was changed since a git revision, and of what that breaks elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from timeline.commands.git import GitError, git
from timeline.entries.entry import NAME
from timeline.entries.problem import Problem

WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PREFIX = re.compile(r"\d{4}(?:-\d\d){0,2}-(?=[a-z])")


class BaseError(Exception):
    """The changes could not be told. The message says what git said."""


def changed_since(project: Path, revision: str) -> frozenset[str]:
    """The paths below content/ that differ from `revision` or are not in git yet, removed ones too.

    project: a folder inside a git work tree; paths are POSIX, from that folder. Raises BaseError.
    """
    if revision.startswith("-"):
        raise BaseError(f"--base must be a git revision such as main (found {revision})")
    try:
        paths = git(project, "diff", "--name-only", "--no-renames", "--relative", "-z", revision, "--", "content")
        paths += git(project, "ls-files", "--others", "--exclude-standard", "-z", "--", "content")
    except GitError as error:
        raise BaseError(f"--base must be a git revision that is here, such as main (git: {error})") from error
    return frozenset(filter(None, paths.decode("utf-8", "surrogateescape").split("\0")))


def of_change(problems: Iterable[Problem], changed: Collection[str]) -> tuple[Problem, ...]:
    """The problems in the changed files, and those elsewhere that name a changed entry.

    What a changed vocabulary breaks can be anywhere: then all problems are of the change.
    """
    if any(path.startswith("content/vocabulary/") for path in changed):
        return tuple(problems)
    ids = {name["id"] for path in changed if (name := NAME.fullmatch(path))}
    return tuple(problem for problem in problems if problem.path in changed or _named(problem) & ids)


def _named(problem: Problem) -> set[str]:
    """The words of a path and a message that can be the id of an entry, alone or in the name of its file."""
    words = WORD.findall(f"{problem.path} {problem.message}")
    return {*words, *(PREFIX.sub("", word) for word in words)}
