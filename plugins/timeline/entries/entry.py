"""One entry: the text of its file in, an event and its problems out (format 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.entries.blocks import read_block
from timeline.entries.desk import START, Desk
from timeline.entries.event import Account, Correction, Event, Source
from timeline.entries.fix import Rename
from timeline.entries.header import Text
from timeline.entries.inline import Citation
from timeline.entries.key_order import check_key_order
from timeline.entries.markdown_file import Link, Parts, Passage, read_parts
from timeline.entries.problem import closest, found, nearest
from timeline.entries.prose import sources_cited
from timeline.entries.schema import ENTRY, RESERVED
from timeline.entries.shapes import MAX_ID

NAME = re.compile(
    r"content/events/(?P<year>\d{4})/(?P<stem>(?P<prefix>\d{4}(?:-\d\d){0,2})-(?P<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)*))"
    r"(?:\.(?P<language>[a-z]{2}))?\.md"
)
TELLS_AN_EVENT = frozenset({"date", "kind", "sources"})
NO_TEXT, UNCITED, BARE_NUMBER = "empty-text", "uncited-paragraph", "mark-is-number"
NUMBER = re.compile(r"(?<!\])\[\d{1,2}\](?![(:\[])|(?<=[.,;:!?»”\"'])[¹²³⁴-⁹]+")
NAME_MUST = (
    "the file must be named after its earliest date and its id, in the folder of its year, as in "
    "events/2018/2018-06-17-town-taken.md (small Latin letters, digits and single hyphens)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event and the links of its file, still to be followed. former: the ids that it had before, each placed."""

    event: Event
    links: tuple[Link, ...]
    former: tuple[Link, ...] = ()


def entry_name(desk: Desk) -> re.Match[str] | None:
    """The parts of the file's name (year, stem, prefix, id, language), or None with a problem on the desk."""
    name = NAME.fullmatch(desk.path)
    if name is None:
        from timeline.entries.name_advice import better_name

        path = desk.path.removeprefix("content/")
        desk.report(START, "file", "entry-name", f"{NAME_MUST} ({found(path)}{better_name(path)})")
    elif len(name["id"]) > MAX_ID:
        must = f"the id must be at most {MAX_ID} characters (found {len(name['id'])})"
        desk.report(START, "file", "id-too-long", must)
        return None
    return name


def read_entry(text: str, desk: Desk) -> Entry | None:
    """Read one entry; None when its problems (on the desk) leave nothing to publish."""
    parts = read_parts(text, desk)
    if parts and not TELLS_AN_EVENT & parts.header.pairs.keys() and _is_translation(desk):
        return None
    name = entry_name(desk)
    if parts is None:
        return None
    values = read_block(desk, parts.header, "", ENTRY, RESERVED)
    passages = [parts.scan_body(desk), *parts.passages(desk)]
    ids = _source_ids(parts, values, desk)
    check_marks(passages, ids, desk)
    _check_added(values, parts, desk)
    _check_numbers(parts, ids, desk)
    _check_cited(parts, ids, passages, desk)
    if name is not None:
        _check_name(name, values, parts, desk)
        check_key_order(desk, parts.header, parts.body_line, ENTRY)
        links = tuple(_links(parts, passages, name["id"], desk))
    if name is None or desk.refused:
        return None
    return Entry(_event(name["id"], desk.path, values, parts.body, passages), links, tuple(_ids(parts, "moved_from")))


def _is_translation(desk: Desk) -> bool:
    """Whether the name of a file that tells no event ends in a language, but not as it must; that is reported."""
    from timeline.entries.name_advice import translation_name

    instead = translation_name(desk.path.removeprefix("content/"))
    if instead:
        must = f"a translation must be named as its original, with its language before .md; write {instead}"
        desk.report(START, "file", "entry-name", f"{must} ({found(desk.path.removeprefix('content/'))})")
    return bool(instead)


def _source_ids(parts: Parts, values: Mapping[str, Any], desk: Desk) -> list[str]:
    """The ids of the sources by position, '' for one without a good id; an entry needs one, and none twice."""
    sources = values.get("sources")
    if sources == ():
        must = "must hold at least one source; a claim without a source is not published"
        desk.refuse(parts.at("sources"), "sources", "no-source", must)
    ids: list[str] = []
    for at, (source, node) in enumerate(zip(sources or (), parts.blocks("sources"), strict=False)):
        key = source.get("id", "")
        if key and key in ids:
            must = f"a source id must stand once in the entry; rename one ({found(key)})"
            desk.refuse(node.pairs["id"][1], f"sources[{at}].id", "duplicate-source", must)
        ids.append(key)
    _check_addresses(parts, [source.get("url", "") for source in sources or ()], desk)
    return ids


def _check_addresses(parts: Parts, addresses: Sequence[str], desk: Desk) -> None:
    """One page is one source, however often it is cited."""
    for at, (address, node) in enumerate(zip(addresses, parts.blocks("sources"), strict=False)):
        if address and address in addresses[:at]:
            must = "a page must stand once among the sources; cite the first and remove this one"
            desk.refuse(node.pairs["url"][1], f"sources[{at}].url", "duplicate-source", f"{must} ({found(address)})")


def _check_added(values: dict[str, Any], parts: Parts, desk: Desk) -> None:
    """Nobody adds an event before it happened: a date after `added` is a slip in one of the two."""
    if {"date", "added"} <= values.keys() and values["date"].earliest > values["added"].latest:
        must = f"must not be after the day on which the entry was added, {values['added'].text}"
        desk.refuse(parts.at("date"), "date", "date-after-added", f"{must} ({found(values.pop('date').text)})")


def check_marks(passages: Sequence[Passage], ids: Sequence[str], desk: Desk) -> None:
    """Report every footnote mark that names no source of the entry; where one could not be read, that was told."""
    known = list(dict.fromkeys(filter(None, ids)))
    for passage in passages:
        for mark in passage.prose.citations:
            if mark.source not in known:
                _unknown_mark(mark, passage, known, desk, whole=all(ids))


def _unknown_mark(mark: Citation, passage: Passage, known: Sequence[str], desk: Desk, *, whole: bool) -> None:
    near = nearest(mark.source, known)
    if known and (near or whole):
        hint = near or f"; the sources are {', '.join(known)}"
        must = f"a footnote mark must name a source of this entry ({found(f'[^{mark.source}]')}{hint})"
        at, width = passage.place(mark.line, mark.column), len(f"[^{mark.source}]")
        desk.report(at, passage.field, "unknown-mark", must, width=width)


def _check_numbers(parts: Parts, ids: Sequence[str], desk: Desk) -> None:
    """Numbers in brackets are no footnote marks. What they would cite is not told of as uncited."""
    numbers = [
        (parts.body_line + at, match)
        for at, line in enumerate(parts.body.split("\n"))
        for match in NUMBER.finditer(line)
    ]
    for line, number in numbers:
        source = next(filter(None, ids), "id")
        must = f"a footnote mark must name a source by its id, as in [^{source}]; write \\[ to show a bracket"
        at = (line, number.start() + 1)
        desk.report(at, "body", BARE_NUMBER, f"{must} ({found(number[0])})", width=len(number[0]))
    if numbers or not any(ids):
        desk.problems = [problem for problem in desk.problems if problem.code != UNCITED]


def _check_cited(parts: Parts, ids: Sequence[str], passages: Sequence[Passage], desk: Desk) -> None:
    """Every source is cited. Of a refused entry none is told of whose mark stands where it could not be read."""
    cited = {mark.source for passage in passages for mark in passage.prose.citations}
    if any(problem.code in {NO_TEXT, BARE_NUMBER} for problem in desk.problems):
        return
    if desk.refused:
        known = tuple(filter(None, ids))
        marks = re.findall(r"\[\^([^\]]*)\]", desk.text)
        cited |= {closest(mark.casefold(), known) for mark in marks}
    for at, (key, node) in enumerate(zip(ids, parts.blocks("sources"), strict=False)):
        if key and key not in cited and not _told_as_mark(key, parts, desk):
            must = f"every source must be cited: put [^{key}] after the claim that it supports, or remove the source"
            desk.refuse(node, f"sources[{at}].id", "never-cited", must)


def _told_as_mark(key: str, parts: Parts, desk: Desk) -> bool:
    """Whether the text cites a source in another form than a footnote mark; then that is told, and no more of it."""
    from timeline.entries.mark_advice import other_form
    from timeline.entries.yaml_mistakes import field_at

    says = [block.pairs["says"][1] for block in parts.blocks("accounts") if "says" in block.pairs]
    lines = {node.line for node in (*says, *parts.items("caveats"))}
    source = [
        text if number >= parts.body_line or number in lines else ""
        for number, text in enumerate(desk.text.split("\n"), 1)
    ]
    where = other_form(source, key)
    if where is None:
        return False
    line, column, shown = where
    must = f"a footnote mark must be written [^{key}] ({found(shown)})"
    name = "body" if line >= parts.body_line else field_at(source, line - 1)
    desk.report((line, column), name, "mark", must, width=len(shown))
    desk.problems = [each for each in desk.problems if each.code != UNCITED]
    return True


def _check_name(name: re.Match[str], values: Mapping[str, Any], parts: Parts, desk: Desk) -> None:
    """A prefix or folder that no longer fits the date is a warning: addresses do not depend on it."""
    prefix = values["date"].prefix if "date" in values else name["prefix"]
    if (name["prefix"], name["year"]) != (prefix, prefix[:4]):
        path = f"events/{prefix[:4]}/{prefix}-{name['id']}.md"
        must = f"the file name should follow the date; rename the file to {path}"
        desk.warn(parts.at("date"), "date", "stale-name", must, Rename(f"content/{path}"))


def _links(parts: Parts, passages: Sequence[Passage], own: str, desk: Desk) -> Iterator[Link]:
    """Every place where the file names another entry; naming itself is a problem."""
    for passage in passages:
        for link in passage.links():
            yield from _other(link, own, desk)
    for link in _ids(parts, "related"):
        yield from _other(link, own, desk)


def _ids(parts: Parts, key: str) -> Iterator[Link]:
    """The ids of entries that a list of the header holds, each with its place."""
    for at, node in enumerate(parts.items(key)):
        if isinstance(node, Text):
            yield Link(node.value, "", f"{key}[{at}]", node.line, node.column)


def _other(link: Link, own: str, desk: Desk) -> Iterator[Link]:
    if link.id != own:
        yield link
        return
    must = "an entry must not link to itself; remove the link"
    desk.report((link.line, link.column), link.field, "link-to-itself", must)


def _event(key: str, path: str, values: dict[str, Any], body: str, passages: Sequence[Passage]) -> Event:
    made = dict(values)
    made["summary"] = passages[0].prose.summary
    made["cited"] = sources_cited(passage.prose for passage in passages)
    made["mentions"] = tuple(dict.fromkeys(link.id for passage in passages for link in passage.prose.links))
    made["sources"] = tuple(Source(**each) for each in values["sources"])
    made["accounts"] = tuple(Account(**each) for each in values.get("accounts", ()))
    made["corrections"] = tuple(Correction(**each) for each in values.get("corrections", ()))
    made["draft"] = values.get("draft") == "true"
    return Event(id=key, path=path, body=body, **made)
