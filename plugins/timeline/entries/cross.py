"""Checks across files: ids that stand once, links that lead somewhere, vocabulary that is used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from timeline.entries.entry import NAME, Entry
from timeline.entries.markdown_file import Link
from timeline.entries.page import Page
from timeline.entries.problem import Problem, found, nearest
from timeline.entries.vocabulary import Phase, Vocabularies, Vocabulary

OTHER_THAN_TAGS = ("kinds", "places", "actors", "phases")


def cross_check(
    entries: Sequence[Entry], pages: Sequence[Page], paths: Mapping[str, Sequence[str]], vocabularies: Vocabularies
) -> Iterator[Problem]:
    """All problems that one file alone cannot show.

    entries, pages: those that could be read; paths: by role, of all files, also the refused.
    """
    yield from _ids(paths["entry"])
    yield from _links(entries, pages, paths)
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


def _links(entries: Sequence[Entry], pages: Sequence[Page], paths: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    names = [name for path in paths["entry"] if (name := NAME.fullmatch(path))]
    known = {name["id"]: name for name in names}
    drafts = {entry.event.id for entry in entries if entry.event.draft}
    for entry in entries:
        for link in entry.links:
            yield from _link(entry.event.path, link, known, set() if entry.event.draft else drafts)
    beside = {PurePosixPath(path).name.split(".")[0] for path in paths["page"]}
    for page in pages:
        for link in page.links:
            if link.prefix or link.id not in beside:
                yield from _link(page.path, link, known, drafts)


def _link(path: str, link: Link, known: Mapping[str, re.Match[str]], drafts: set[str]) -> Iterator[Problem]:
    place = (path, link.line, link.column, link.field)
    if link.id not in known:
        must = f"a link must lead to an entry that is there ({found(link.id)}{nearest(link.id, known)})"
        yield Problem(*place, "dead-link", must)
    elif link.id in drafts:
        must = f"must not lead to a draft from what is published; remove the link ({found(link.id)})"
        yield Problem(*place, "link-to-draft", must)
    elif link.prefix and link.prefix != known[link.id]["prefix"]:
        name = f"{known[link.id]['prefix']}-{link.id}.md"
        must = f"a link should follow the file name; write {name} (found {link.prefix}-{link.id}.md)"
        yield Problem(*place, "stale-link", must, warning=True)


def _tags(vocabularies: Vocabularies) -> Iterator[Problem]:
    """A tag is a theme, never the double of a kind, place, actor or phase."""
    for tag in vocabularies["tags"].items:
        for other in OTHER_THAN_TAGS:
            if tag in vocabularies[other].items:
                must = (
                    f"a tag must be a theme of its own, not the id of an item of {other}.yaml; rename it (found {tag})"
                )
                yield _at_item(vocabularies["tags"], tag, "tag-is-other", must)


def _unused(entries: Iterable[Entry], vocabularies: Vocabularies) -> Iterator[Problem]:
    """Items that no entry uses are a warning; phases are derived from dates and need no use."""
    used: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        event = entry.event
        used["kinds"].add(event.kind)
        used["confidence"].add(event.confidence)
        used["places"].update(event.places)
        used["actors"].update(event.actors)
        used["tags"].update(event.tags)
        for source in event.sources:
            used["publishers"].update((source.publisher, *source.via))
        for account in event.accounts:
            used["actors"].add(account.by)
            used["publishers"].add(account.by)
    for phase in vocabularies["phases"].items.values():
        used["publishers"].update(source.publisher for source in phase.sources) if isinstance(phase, Phase) else None
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
