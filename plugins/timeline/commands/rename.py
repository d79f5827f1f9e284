"""`rename`: an entry under another id, with its translations and everything that links to it."""

from __future__ import annotations

import sys
from pathlib import Path

from timeline.authoring.renaming import rename as plan
from timeline.commands.asking import reader
from timeline.entries.entry import NAME
from timeline.entries.problem import nearest
from timeline.entries.shapes import Refusal, identifier
from timeline.files.tree import read_tree

WARNING = """\
warning: an id is part of the address. If /events/{old}/ was published, links to it, feeds and data lead nowhere now:
give the old name back unless the entry was never published."""


def rename(project: Path, old: str, new: str) -> int:
    """Rename the entry `old` to `new`, printing each file changed; returns 0, or 1 with nothing changed and why."""
    files: dict[str, str] = {}
    for path, data in read_tree(project).files.items():
        try:
            files[path] = data.decode("utf-8")
        except UnicodeDecodeError:
            print(f"{path}: is not UTF-8 and was left as it is; python3 tasks.py check says more", file=sys.stderr)
    ids = {name["id"] for path in files if (name := NAME.fullmatch(path))}
    if refusal := _refusal(old, new, ids):
        print(refusal, "Nothing was changed.", sep="\n", file=sys.stderr)
        return 1
    renaming = plan(files, old, new)
    for path, text in renaming.texts.items():
        (project / path).write_bytes(text.encode())
        if path not in renaming.moves:
            print(f"changed  {path}")
    for path, moved in renaming.moves.items():
        (project / path).rename(project / moved)
        print(f"moved    {path} -> {moved}")
    print(WARNING.format(old=old))
    return 0


def _refusal(old: str, new: str, ids: set[str]) -> str:
    """Why nothing can be renamed, '' when it can."""
    if old not in ids:
        return f"{old}: must be the id of an entry{nearest(old, ids)}"
    if new in ids:
        return f"{new}: must not be the id of another entry; choose another"
    try:
        reader(identifier)(new)
    except Refusal as refusal:
        return f"{new}: {refusal.message}"
    return ""
