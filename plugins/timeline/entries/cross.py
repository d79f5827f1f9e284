"""Checks across files: ids that stand once, links that lead somewhere, vocabulary that is used."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from timeline.entries.entry import NAME
from timeline.entries.fix import Edit
from timeline.entries.gist import Gist, Leaf, current_ids
from timeline.entries.markdown_file import Link
from timeline.entries.problem import Problem, found, nearest
from timeline.entries.vocabulary import Phase, Vocabularies, Vocabulary

OTHER_THAN_TAGS = ("kinds", "places", "actors", "phases")


def cross_check(
    entries: Sequence[Gist],
    siblings: Mapping[str, Sequence[Leaf]],
    pages: Sequence[Leaf],
    paths: Mapping[str, Sequence[str]],
    vocabularies: Vocabularies,
) -> Iterator[Problem]:
    """All problems that one file alone cannot show.

    entries, siblings (by the path of their original), pages: those that could be read; paths: by role, of all files,
    also the refused.
    """
    yield from _ids(paths["entry"])
    yield from _former_ids(entries, paths["entry"])
    yield from _links(entries, siblings, pages, paths)
    yield from _tags(vocabularies)
    if len(entries) == len(paths["entry"]):  # what an unread entry uses is not known
        yield from _unused(entries, vocabularies)


def _ids(paths: Iterable[str]) -> Iterator[Problem]:
    """An id stands once over all entries, in whatever folder."""
    first: dict[str, str] = {}
    for path in paths:
        name = NAME.fullmatch(path)
        if name and (other := first.setdefault(name["id"], path)) != path:
            must = f"an id must stand once over all entries; rename one file (found {name['id']} also in {other})"
            yield Problem(path, 1, 1, "file", "duplicate-entry", must)


def _former_ids(entries: Iterable[Gist], paths: Iterable[str]) -> Iterator[Problem]:
    """An id that an entry had before is no other entry's, now or before: its address leads to one page."""
    now = {name["id"]: path for path in paths if (name := NAME.fullmatch(path))}
    before: dict[str, str] = {}
    for entry in entries:
        for link in entry.former:
            if must := _taken(link.id, entry.path, now, before):
                place = (entry.path, link.line, link.column, link.field)
                yield Problem(*place, "former-id-taken", must, width=len(link.id))


def _taken(key: str, path: str, now: Mapping[str, str], before: dict[str, str]) -> str:
    """What is wrong with `key` as an id that the entry at `path` had before, '' for nothing; `before` notes it."""
    if now.get(key) == path:
        return f"must be an id that the entry had before, not the one that it has now; remove it ({found(key)})"
    if key in now:
        return f"must not be the id of another entry; remove it ({found(key)}, the id of {now[key]})"
    if (other := before.setdefault(key, path)) != path:
        must = "must stand in one entry, since its address leads to one page; remove it here or there"
        return f"{must} ({found(key)} also in {other})"
    return ""


def _links(
    entries: Sequence[Gist],
    siblings: Mapping[str, Sequence[Leaf]],
    pages: Sequence[Leaf],
    paths: Mapping[str, Sequence[str]],
) -> Iterator[Problem]:
    names = [name for path in paths["entry"] if (name := NAME.fullmatch(path))]
    known = {name["id"]: name for name in names}
    known = {old: known[key] for old, key in current_ids(entries).items()} | known
    drafts = {entry.id for entry in entries if entry.draft}
    for entry in entries:
        hidden = set() if entry.draft else drafts
        for leaf in (Leaf(entry.path, entry.links), *siblings.get(entry.path, ())):
            for link in leaf.links:
                yield from _link(leaf.path, link, known, hidden)
    beside = {PurePosixPath(path).name.split(".")[0] for path in paths["page"]}
    for page in pages:
        for link in page.links:
            if link.target != f"{link.id}.md" or link.id not in beside:
                yield from _link(page.path, link, known, drafts)


def _link(path: str, link: Link, known: Mapping[str, re.Match[str]], drafts: set[str]) -> Iterator[Problem]:
    place = (path, link.line, link.column, link.field)
    width = len(link.target or link.id)
    if link.id not in known:
        must = f"a link must lead to an entry that is there ({found(link.id)}{nearest(link.id, known)})"
        yield Problem(*place, "dead-link", must, width=width)
    elif known[link.id][0] == path:
        must = "an entry must not link to itself; remove the link"
        yield Problem(*place, "link-to-itself", must, width=width)
    elif known[link.id]["id"] in drafts:
        must = f"must not lead to a draft from what is published; remove the link ({found(link.id)})"
        yield Problem(*place, "link-to-draft", must, width=width)
    elif link.target and posixpath.normpath(link.target) != (way := _way(path, known[link.id][0])):
        must = f"a link should follow the file name; write {way} ({found(link.target)})"
        fix = Edit(link.line, link.column, link.target, way)
        yield Problem(*place, "stale-link", must, warning=True, width=width, fix=fix)
    elif not link.target and link.id != (key := known[link.id]["id"]):
        must = f"should name the entry by the id that it has now; write {key} ({found(link.id)})"
        fix = Edit(link.line, link.column, link.id, key)
        yield Problem(*place, "stale-link", must, warning=True, width=width, fix=fix)


def _way(path: str, target: str) -> str:
    """The link from one file to another, as GitHub follows it."""
    here, there = posixpath.dirname(path), posixpath.dirname(target)
    return posixpath.basename(target) if here == there else posixpath.relpath(target, here)


def _tags(vocabularies: Vocabularies) -> Iterator[Problem]:
    """A tag is a theme, never the double of a kind, place, actor or phase."""
    for tag in vocabularies["tags"].items:
        for other in OTHER_THAN_TAGS:
            if tag in vocabularies[other].items:
                must = (
                    f"a tag must be a theme of its own, not the id of an item of {other}.yaml; rename it (found {tag})"
                )
                yield _at_item(vocabularies["tags"], tag, "tag-is-other", must)


def _unused(entries: Iterable[Gist], vocabularies: Vocabularies) -> Iterator[Problem]:
    """Items that no entry uses are a warning; phases are derived from dates and need no use."""
    used: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        used["kinds"].add(entry.kind)
        used["confidence"].add(entry.confidence)
        used["places"].update(entry.places)
        used["actors"].update(entry.actors, entry.by)
        used["tags"].update(entry.tags)
        used["publishers"].update(entry.by)
        for source in entry.sources:
            used["publishers"].update((source.publisher, *source.via))
    for phase in vocabularies["phases"].items.values():
        if isinstance(phase, Phase):
            used["publishers"].update(source.publisher for source in phase.sources)
    for name, ids in sorted(used.items()):
        for key in vocabularies[name].items:
            if key not in ids:
                yield _at_item(
                    vocabularies[name],
                    key,
                    "unused-item",
                    f"should be used by an entry, or removed (found {key})",
                    warning=True,
                )


def _at_item(vocabulary: Vocabulary, key: str, code: str, message: str, *, warning: bool = False) -> Problem:
    """A problem at the line of an item of its vocabulary file."""
    return Problem(f"content/vocabulary/{vocabulary.name}.yaml", vocabulary.lines[key], 1, key, code, message, warning)
