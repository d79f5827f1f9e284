"""A translation beside an entry: `<stem>.ar.md` in, the texts that it gives in its language and its problems out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from timeline.entries.blocks import read_block
from timeline.entries.desk import Desk
from timeline.entries.entry import check_marks
from timeline.entries.event import Event, Translation
from timeline.entries.markdown_file import Link, Parts, read_parts
from timeline.entries.problem import found, nearest
from timeline.entries.schema import SIBLING


@dataclass(frozen=True, slots=True)
class Sibling:
    """A translation and the links of its file, still to be followed."""

    translation: Translation
    links: tuple[Link, ...]


def read_sibling(text: str, desk: Desk, language: str, original: Event) -> Sibling | None:
    """Read a translation of `original`; None when its problems (on the desk) leave nothing to publish."""
    parts = read_parts(text, desk)
    if parts is None:
        return None
    values = read_block(desk, parts.header, "", SIBLING)
    passages = [parts.scan_body(desk), *parts.passages(desk)]
    check_marks(passages, [source.id for source in original.sources], desk)
    _check_translated(parts, values, original, language, desk)
    _check_counts(parts, values, original, desk)
    says = _by_id(parts, values, original, desk)
    corrections = _by_date(parts, values, original, desk)
    if desk.refused:
        return None
    accounts, caveats = values.get("accounts", ()), values.get("caveats", ())
    summary = passages[0].prose.summary
    texts = (accounts, caveats, says, corrections)
    translation = Translation(language, desk.path, values["title"], parts.body, summary, *texts)
    return Sibling(translation, tuple(link for passage in passages for link in passage.links()))


def _check_translated(parts: Parts, values: Mapping[str, Any], original: Event, language: str, desk: Desk) -> None:
    """Title and text must not be those of the original: a copy that nobody has translated yet."""
    if values.get("title") == original.title:
        must = f"must be the title in the language of the file's name, {language}; it is still that of the original"
        desk.refuse(parts.at("title"), "title", "not-translated", must)
    if parts.body.strip() and parts.body.strip() == original.body.strip():
        must = f"the text must be in the language of the file's name, {language}; it is still that of the original"
        desk.report((parts.body_line, 1), "body", "not-translated", must)


def _check_counts(parts: Parts, values: Mapping[str, Any], original: Event, desk: Desk) -> None:
    """Accounts and caveats are matched by position, so there must be as many as in the original."""
    for key, there in (("accounts", original.accounts), ("caveats", original.caveats)):
        here = values.get(key, ())
        if len(here) != len(there):
            must = f"must be as many as in {original.path}: {len(there)} (found {len(here)})"
            desk.refuse(parts.at(key), key, "not-as-many", must)


def _by_id(parts: Parts, values: Mapping[str, Any], original: Event, desk: Desk) -> Mapping[str, str]:
    known = [source.id for source in original.sources]
    for at, (row, node) in enumerate(zip(values.get("says", ()), parts.blocks("says"), strict=False)):
        if "id" in row and row["id"] not in known:
            must = f"must be a source id of the original ({found(row['id'])}{nearest(row['id'], known)})"
            desk.refuse(node, f"says[{at}].id", "unknown-source", must)
    return MappingProxyType({row["id"]: row["says"] for row in values.get("says", ()) if {"id", "says"} <= row.keys()})


def _by_date(parts: Parts, values: Mapping[str, Any], original: Event, desk: Desk) -> Mapping[str, str]:
    known = [correction.date.text for correction in original.corrections]
    rows = [row for row in values.get("corrections", ()) if {"date", "note"} <= row.keys()]
    for at, (row, node) in enumerate(zip(rows, parts.blocks("corrections"), strict=False)):
        if row["date"].text not in known:
            must = f"must be the date of a correction of the original ({found(row['date'].text)})"
            desk.refuse(node, f"corrections[{at}].date", "unknown-correction", must)
    return MappingProxyType({row["date"].text: row["note"] for row in rows})
