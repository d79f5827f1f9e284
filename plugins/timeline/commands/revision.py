"""The content of an earlier revision, read from git's objects into memory: nothing is checked out, nothing is run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.commands.git import GitError, git
from timeline.entries.problem import Problem
from timeline.files.tree import LARGEST, Tree

FILE = ("100644", "100755")
LINK = "120000"


class RevisionError(Exception):
    """There is no such revision, or no repository. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Revision:
    """name: as it was asked for; commit: its full hash; tree: what it holds below the paths asked for."""

    name: str
    commit: str
    tree: Tree


@dataclass(frozen=True, slots=True)
class _Object:
    """An object of a tree. size: of its content in bytes, 0 for what has none."""

    mode: str
    hash: str
    size: int
    path: str


def read_revision(project: Path, name: str, paths: Sequence[str]) -> Revision:
    """Read the files below `paths` (POSIX, from the project's folder) as they were where this branch left `name`.

    That is the last commit that `name` and HEAD share: what `name` got since is no change of this branch. Where they
    share none, or their history is not here, it is `name` itself. Raises RevisionError.
    """
    try:
        named = git(project, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").decode().strip()
        commit = _shared(project, named) or named
        objects = list(_objects(git(project, "ls-tree", "-r", "-z", "-l", commit, "--", *paths)))
        return Revision(name, commit, _tree(project, objects))
    except GitError as error:
        raise RevisionError(
            f"{name} must be a commit, branch or tag of this repository; "
            f"`git fetch origin` brings those of the others (git: {error})"
        ) from error


def _shared(project: Path, commit: str) -> str:
    """The last commit that `commit` and HEAD share, '' where they share none."""
    try:
        return git(project, "merge-base", commit, "HEAD").decode().strip()
    except GitError:
        return ""


def _objects(listed: bytes) -> Iterator[_Object]:
    for line in listed.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        words, _, path = line.partition("\t")
        mode, _, name, size = words.split()
        yield _Object(mode, name, int(size) if size.isdigit() else 0, path)


def _tree(project: Path, objects: Sequence[_Object]) -> Tree:
    """The same files and problems that `read_tree` gives for a folder."""
    problems = tuple(
        Problem(each.path, 1, 1, "file", *refusal) for each in objects if (refusal := _refusal(each)) is not None
    )
    wanted = [each for each in objects if _refusal(each) is None]
    request = "".join(f"{each.hash}\n" for each in wanted).encode()
    answer = memoryview(git(project, "cat-file", "--batch", given=request)) if wanted else memoryview(b"")
    files: dict[str, bytes] = {}
    for each in wanted:  # for each object: `<hash> blob <size>`, a line feed, the content, a line feed
        start = len(f"{each.hash} blob {each.size}\n")
        files[each.path] = bytes(answer[start : start + each.size])
        answer = answer[start + each.size + 1 :]
    return Tree(dict(sorted(files.items())), problems)


def _refusal(found: _Object) -> tuple[str, str] | None:
    if found.mode == LINK:
        return "symlink", "must be a file of its own; links to other files are not followed"
    if found.mode not in FILE:
        return "not-a-file", "must be a plain file"
    if found.size > LARGEST:
        return "too-large", f"must be at most {LARGEST // 1024} KiB (found {found.size // 1024} KiB)"
    return None
