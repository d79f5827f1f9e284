"""An entry under another id: its files, and every line of the content that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline.authoring.adding import CannotAddError, former_ids, header_of, with_former_ids
from timeline.entries.blocks import ListOf
from timeline.entries.entry import NAME
from timeline.entries.folder import ACCEPTED, role
from timeline.entries.schema import ENTRY
from timeline.entries.shapes import entry_id

LISTS = "|".join(key.name for key in ENTRY if isinstance(key.shape, ListOf) and key.shape.shape is entry_id)
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)  # of a file as it is, with whatever line ends


@dataclass(frozen=True, slots=True)
class Renaming:
    """moves: new path by old path, of the entry and its translations; texts: by old path, of each file that changes.

    former: the ids that the entry says it had before.
    """

    moves: Mapping[str, str]
    texts: Mapping[str, str]
    former: tuple[str, ...] = ()


def rename(files: Mapping[str, str], old: str, new: str, *, published: bool) -> Renaming:
    """What renaming the entry `old` to `new` changes.

    files: texts by path from the project's folder. published: whether the entry is to keep `old` as an id that it had
    before; a draft never does. Nothing else changes in a text, line ends included.
    Raises CannotAddError where its header cannot be read.
    """
    moves = {
        path: f"{path[: match.start('id')]}{new}{path[match.end('id') :]}"
        for path in sorted(files)
        if (match := NAME.fullmatch(path)) and match["id"] == old
    }
    changed = {path: _changed(path, text, old, new) for path, text in sorted(files.items())}
    former: tuple[str, ...] = ()
    for path in moves:
        if role(path) == "entry":
            former = _former(files[path], old, new, published=published)
            changed[path] = with_former_ids(changed[path], former)
    return Renaming(moves, {path: text for path, text in changed.items() if text != files[path]}, former)


def _former(text: str, old: str, new: str, *, published: bool) -> tuple[str, ...]:
    """The ids that the entry has had after it was renamed. Raises CannotAddError for a way back that loses one."""
    ids = former_ids(text)
    kept = published and "draft" not in header_of(text).pairs
    if kept and new in ids:
        raise CannotAddError(
            f"{new}: must not be an id that the entry had before, since links and feeds go by it; choose a third. "
            f"If {old} was never published, add --unpublished"
        )
    return (*(key for key in ids if key != new), *((old,) if kept else ()))


def _changed(path: str, text: str, old: str, new: str) -> str:
    if path == ACCEPTED:
        return _accepted(old).sub(rf"\g<before>{new}\g<after>", text)
    if role(path) in {"entry", "sibling"}:
        text = re.sub(rf"^(?:{LISTS}): *\[.*?\]", lambda line: _ids(old).sub(new, line[0]), text, flags=re.MULTILINE)
    if role(path) in {"entry", "sibling", "page"}:
        return "".join(
            part if quoted else _link(old).sub(rf"\g<before>{new}\g<after>", part) for quoted, part in _parts(text)
        )
    return text


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """The text in pieces, each with whether it is fenced code, in which nothing is a link."""
    end = 0
    for match in FENCED.finditer(text):
        yield False, text[end : match.start()]
        yield True, match[0]
        end = match.end()
    yield False, text[end:]


def _link(key: str) -> re.Pattern[str]:
    """The target of a link to the entry, whatever date and folder stand before its id."""
    return re.compile(rf"(?P<before>\]\((?:[\w.-]+/)*(?:\d{{4}}(?:-\d\d){{0,2}}-)?){key}(?P<after>\.md\))")


def _ids(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9-]){key}(?![a-z0-9-])")


def _accepted(key: str) -> re.Pattern[str]:
    """The entry as acceptances name it: the file of it or of a translation, or the other one of a pair."""
    file = rf"events/\d{{4}}/\d{{4}}(?:-\d\d){{0,2}}-(?={key}(?:\.[a-z]{{2}})?\.md)"
    return re.compile(rf"(?P<before>{file}|other: *){key}(?P<after>(?![a-z0-9-]))")
