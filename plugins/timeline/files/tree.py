"""The content folder read whole, once: every file as bytes, and a problem for everything that is no plain file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from timeline.entries.problem import Problem

LARGEST = 4 * 1024 * 1024  # bytes; nothing that belongs under content/ comes near, and larger files are not read


@dataclass(frozen=True, slots=True)
class Tree:
    """files: content by POSIX path from the project's folder (`content/…`), sorted; problems: what was not read."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = field(default=())


def read_tree(project: Path, folder: str = "content") -> Tree:
    """Read every file below `project/folder`. Links are not followed; nothing outside the folder is read."""
    root = project / folder
    if not root.is_dir() or root.is_symlink():
        must = f"the folder {folder}/ must be there; it holds the entries, vocabularies and pages"
        return Tree({}, (Problem(folder, 1, 1, "folder", "no-content", must),))
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in _walk(root):
        name = path.relative_to(project).as_posix()
        if refusal := _refusal(path):
            problems.append(Problem(name, 1, 1, "file", *refusal))
        else:
            files[name] = path.read_bytes()
    return Tree(dict(sorted(files.items())), tuple(problems))


def _walk(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders.sort()
        for name in sorted(names + [each for each in folders if (Path(folder) / each).is_symlink()]):
            yield Path(folder) / name


def _refusal(path: Path) -> tuple[str, str] | None:
    """Code and message for what is not read, or None for a plain file of a sane size."""
    status = path.lstat()
    if stat.S_ISLNK(status.st_mode):
        return "symlink", "must be a file of its own; links to other files are not followed. Put a copy here"
    if not stat.S_ISREG(status.st_mode):
        return "not-a-file", "must be a plain file; remove it from the content folder"
    if status.st_size > LARGEST:
        return "too-large", f"must be at most {LARGEST // 1024} KiB (found {status.st_size // 1024} KiB)"
    return None


def read_folder(folder: Path) -> dict[str, bytes]:
    """Every plain file below a folder of the project's own (the theme's), by POSIX path from the folder, sorted."""
    paths = (
        path for path in _walk(folder) if path.is_file() and not path.is_symlink() and not path.name.startswith(".")
    )
    return {
        name: path.read_bytes() for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in paths)
    }
