"""An entry under another id: its files, and every line of the content that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline.entries.blocks import ListOf
from timeline.entries.entry import NAME
from timeline.entries.folder import ACCEPTED, role
from timeline.entries.schema import ENTRY
from timeline.entries.shapes import entry_id

LISTS = "|".join(key.name for key in ENTRY if isinstance(key.shape, ListOf) and key.shape.shape is entry_id)
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Renaming:
    """moves: new path by old path, of the entry and its translations; texts: by old path, of each file that changes."""

    moves: Mapping[str, str]
    texts: Mapping[str, str]


def rename(files: Mapping[str, str], old: str, new: str) -> Renaming:
    """What renaming the entry `old` to `new` changes.

    files: texts by path from the project's folder. Nothing but the id changes in a text, line ends included.
    """
    moves = {
        path: f"{path[: match.start('id')]}{new}{path[match.end('id') :]}"
        for path in sorted(files)
        if (match := NAME.fullmatch(path)) and match["id"] == old
    }
    changed = {path: _changed(path, text, old, new) for path, text in sorted(files.items())}
    return Renaming(moves, {path: text for path, text in changed.items() if text != files[path]})


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
