"""`rename`: an entry under another id, with its translations and everything that links to it; the old address stays."""

from __future__ import annotations

import sys
from pathlib import Path

from timeline.authoring.adding import CannotAddError
from timeline.authoring.renaming import Renaming
from timeline.authoring.renaming import rename as plan
from timeline.commands.asking import reader
from timeline.entries.check import Content, check
from timeline.entries.entry import NAME
from timeline.entries.gist import current_ids
from timeline.entries.problem import nearest
from timeline.entries.shapes import Refusal, identifier
from timeline.files.tree import read_tree

KEPT = """\
/events/{old}/ will lead to the new address: the entry says `moved_from: [{former}]`.
If it was never published, delete that line; the option --unpublished leaves it out."""
LEFT = """\
/events/{old}/ leads nowhere now. If it was published after all, write {old} into `moved_from` of the entry."""


def rename(project: Path, old: str, new: str, *, unpublished: bool = False) -> int:
    """Rename the entry `old` to `new`, printing each file changed; returns 0, or 1 with nothing changed and why.

    The entry keeps `old` in `moved_from`, unless it is a draft or `unpublished`: nobody can have kept its address then.
    """
    tree = read_tree(project)
    files: dict[str, str] = {}
    for path, data in tree.files.items():
        try:
            files[path] = data.decode("utf-8")
        except UnicodeDecodeError:
            print(f"{path}: is not UTF-8 and was left as it is; python3 tasks.py check says more", file=sys.stderr)
    try:
        _refuse(old, new, check(tree.files), {name["id"] for path in files if (name := NAME.fullmatch(path))})
        renaming = plan(files, old, new, published=not unpublished)
    except (Refusal, CannotAddError) as refusal:
        print(refusal, "Nothing was changed.", sep="\n", file=sys.stderr)
        return 1
    _carry_out(project, renaming)
    told = KEPT if old in renaming.former else LEFT
    print(told.format(old=old, former=", ".join(renaming.former)))
    return 0


def _refuse(old: str, new: str, content: Content, ids: set[str]) -> None:
    """Raise Refusal where nothing can be renamed. ids: of all entries, the refused among them."""
    now = current_ids(content.gists)
    if old not in ids:
        hint = f"; write {now[old]}, its id now" if old in now else nearest(old, ids)
        raise Refusal("rename", f"{old}: must be the id of an entry{hint}")
    if new in ids:
        raise Refusal("rename", f"{new}: must not be the id of another entry; choose another")
    if now.get(new, old) != old:
        raise Refusal("rename", f"{new}: must not be an id that another entry had before ({now[new]}); choose another")
    try:
        reader(identifier)(new)
    except Refusal as refusal:
        raise Refusal("rename", f"{new}: {refusal.message}") from refusal


def _carry_out(project: Path, renaming: Renaming) -> None:
    for path, text in renaming.texts.items():
        (project / path).write_bytes(text.encode())
        if path not in renaming.moves:
            print(f"changed  {path}")
    for path, moved in renaming.moves.items():
        (project / path).rename(project / moved)
        print(f"moved    {path} -> {moved}")
