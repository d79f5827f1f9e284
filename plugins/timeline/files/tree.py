"""The content folder read whole, once: every file as bytes, and a problem for everything that is no plain file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from timeline.entries.problem import Problem

LARGEST = 4 * 1024 * 1024  # bytes; nothing that belongs under content/ comes near, and larger files are not read


class Tree(NamedTuple):
    """files: content by POSIX path from the project's folder (`content/…`), sorted; problems: what was not read."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


def read_tree(project: Path, folder: str = "content") -> Tree:
    """Read every file below `project/folder`. Links are not followed; nothing outside the folder is read."""
    root = project / folder
    if not root.is_dir() or root.is_symlink():
        must = f"the folder {folder}/ must be there; it holds the entries, vocabularies and pages"
        return Tree({}, (Problem(folder, 1, 1, "folder", "no-content", must),))
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, path in _walk(root):
        if refusal := _refusal(os.lstat(path)):
            problems.append(Problem(f"{folder}/{name}", 1, 1, "file", *refusal))
        else:
            files[f"{folder}/{name}"] = _read(path)
    return Tree(dict(sorted(files.items())), tuple(problems))


def _walk(root: Path) -> Iterator[tuple[str, str]]:
    """Everything below a folder that is no folder itself: its POSIX path from there, and its path on the disk."""
    for folder, folders, names in os.walk(root):
        folders.sort()
        here = Path(folder).relative_to(root).as_posix()
        links = [each for each in folders if Path(folder, each).is_symlink()]
        for name in sorted(names + links):
            yield name if here == "." else f"{here}/{name}", f"{folder}{os.sep}{name}"


def _read(path: str) -> bytes:
    """A file whole. Most are small, so that what `pathlib` does around each would cost more than the reading."""
    with FileIO(path) as file:
        return file.readall()


def _refusal(status: os.stat_result) -> tuple[str, str] | None:
    """Code and message for what is not read, or None for a plain file of a sane size."""
    if stat.S_ISLNK(status.st_mode):
        return "symlink", "must be a file of its own; links to other files are not followed. Put a copy here"
    if not stat.S_ISREG(status.st_mode):
        return "not-a-file", "must be a plain file; remove it from the content folder"
    if status.st_size > LARGEST:
        return "too-large", f"must be at most {LARGEST // 1024} KiB (found {status.st_size // 1024} KiB)"
    return None


def read_folder(folder: Path) -> dict[str, bytes]:
    """Every plain file below a folder of the project's own (the theme's), by POSIX path from the folder, sorted."""
    found = sorted(_walk(folder))
    return {
        name: _read(path)
        for name, path in found
        if stat.S_ISREG(os.lstat(path).st_mode) and not name.rpartition("/")[2].startswith(".")
    }
