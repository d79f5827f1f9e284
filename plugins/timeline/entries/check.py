"""The whole content in, everything that is published and every problem of every file out. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from timeline.entries.basemap import Basemap
from timeline.entries.event import Event
from timeline.entries.gist import Gist, current_ids, names_now
from timeline.entries.page import Page
from timeline.entries.problem import Problem
from timeline.entries.reading import Reading
from timeline.entries.survey import Survey, refused, survey


@dataclass(frozen=True, slots=True)
class Content(Survey):
    """What `content/` holds. events: in the order of the chronology, drafts among them."""

    events: tuple[Event, ...] = ()
    pages: tuple[Page, ...] = ()
    basemap: Basemap | None = None


def check(files: Mapping[str, bytes], unread: Iterable[Problem] = ()) -> Content:
    """Read and check everything.

    files: bytes by POSIX path from the project's folder, all below `content/`; unread: problems of files not read.
    """
    reading = Reading(files)
    found = survey(reading, unread)
    bad = refused(found.problems)
    pages = (page for path, page in reading.pages.items() if path not in bad)
    return Content(
        **{each.name: getattr(found, each.name) for each in fields(found)},
        events=tuple(_events(found.gists, reading, bad)),
        pages=tuple(sorted(pages, key=lambda page: (page.order, page.id, page.language))),
        basemap=reading.basemap,
    )


def _events(gists: Iterable[Gist], reading: Reading, bad: Collection[str]) -> Iterator[Event]:
    """The events, each with the translations that stand beside its entry, naming others by the ids they have now."""
    siblings, now = reading.sibling_leaves(), current_ids(reading.gists())
    for each in gists:
        good = [leaf.path for leaf in siblings.get(each.path, ()) if leaf.path not in bad]
        beside = tuple(reading.siblings[path].translation for path in good)
        event = _following(reading.events[each.path], now)
        yield replace(event, translations=beside) if beside else event


def _following(event: Event, now: Mapping[str, str]) -> Event:
    """The event with the others that it names under the ids that they have now."""
    if now.keys().isdisjoint((*event.related, *event.mentions)):
        return event
    return replace(event, related=names_now(event.related, now), mentions=names_now(event.mentions, now))
