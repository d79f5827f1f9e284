"""What changes for readers between two states of the content: events, vocabularies, pages, addresses, feed. Pure."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import PurePosixPath

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.facets import publishers_of
from timeline.chronicle.sources import originators
from timeline.chronicle.stated import FieldChange, differences, event_states, ground_states, item_states, page_states
from timeline.entries.event import Event
from timeline.entries.folder import BASEMAP
from timeline.entries.vocabulary import KINDS_OF_VOCABULARY, Item


@dataclass(frozen=True, slots=True)
class State:
    """One state of the site, published.

    drafts: entries that are not published. unread: ids of entries and paths of pages with problems of their own, of
    which nothing can be said.
    addresses: every file of the output. feed: in its items, the day of last change by first id. settings: by name, as
    text.
    """

    chronicle: Chronicle
    drafts: tuple[Event, ...] = ()
    unread: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    feed: Mapping[str, datetime.date] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)


class Change(Enum):
    """What became of a thing."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class EventChange:
    """An event in both states, and what its entry states otherwise."""

    before: Event
    after: Event
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item of a vocabulary. item: as it is now, or was. events: ids of the published events that it touches."""

    vocabulary: str
    item: Item
    change: Change
    fields: tuple[FieldChange, ...]
    events: tuple[str, ...]

    @property
    def renamed(self) -> bool:
        """Whether readers see another name."""
        return self.change is Change.CHANGED and any(change.key == "names" for change in self.fields)


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page about the site, or the ground of the map, which has no title of its own: as it is now, or was."""

    path: str
    title: str
    change: Change
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs, each list in a total order: events as in the chronology, the rest by name.

    moved: old and new id where an entry seems to have been given another id and does not say so. drafts: ids of drafts
    that differ. unread: ids and paths of what could not be compared. gone, new: files of the output. alone: events that
    go back to one originator and did not before, with its id. feed: what followers are sent, `ADDED` or `CHANGED`.
    """

    added: tuple[Event, ...]
    changed: tuple[EventChange, ...]
    removed: tuple[Event, ...]
    moved: tuple[tuple[str, str], ...]
    drafts: tuple[str, ...]
    unread: tuple[str, ...]
    items: tuple[ItemChange, ...]
    pages: tuple[PageChange, ...]
    settings: tuple[FieldChange, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    alone: tuple[tuple[Event, str], ...]
    feed: tuple[tuple[Event, Change], ...]

    @property
    def graded(self) -> tuple[EventChange, ...]:
        """The events that carry another grade of confidence."""
        return tuple(change for change in self.changed if change.before.confidence != change.after.confidence)


def compare(base: State, head: State) -> Changes:
    """What readers of `head` find otherwise than readers of `base` did."""
    unread = base.unread | head.unread
    known = {event.id: event for event in base.chronicle.events if event.id not in unread}
    now = {old: event.id for event in head.chronicle.events for old in event.moved_from if event.id not in known}
    before = {now.get(key, key): event for key, event in known.items()}
    after = {event.id: event for event in head.chronicle.events if event.id not in unread}
    added = tuple(event for key, event in after.items() if key not in before)
    removed = tuple(event for key, event in before.items() if key not in after)
    return Changes(
        added=added,
        changed=tuple(_changed(before, after, now)),
        removed=removed,
        moved=tuple(_moved(removed, added)),
        drafts=_drafts(base.drafts, head.drafts, after.keys()),
        unread=tuple(sorted(unread)),
        items=tuple(_items(base.chronicle, head.chronicle)),
        pages=tuple(_pages(base, head, unread)),
        settings=differences(base.settings, head.settings),
        gone=_judged(base.addresses - head.addresses, unread),
        new=_judged(head.addresses - base.addresses, unread),
        alone=tuple(_alone(before, after)),
        feed=tuple(_feed(base, head)),
    )


def _changed(before: Mapping[str, Event], after: Mapping[str, Event], now: Mapping[str, str]) -> Iterator[EventChange]:
    """The events that state something else. now: new ids by old ones, so that naming an entry by either is the same."""
    for key, event in after.items():
        if old := before.get(key):
            was = replace(old, related=tuple(now.get(each, each) for each in old.related))
            if fields := differences(event_states(was, now), event_states(event)):
                yield EventChange(was, event, fields)


def _moved(removed: Iterable[Event], added: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """A removed event and the first added one with the same title or the same text: an id that was changed."""
    for old in removed:
        new = next((event.id for event in added if event.title == old.title or event.body == old.body), None)
        if new:
            yield old.id, new


def _drafts(before: Iterable[Event], after: Iterable[Event], published: Iterable[str]) -> tuple[str, ...]:
    """The drafts that differ, but for those that are now published: these are in the other lists."""
    old, new = ({event.id: event_states(event) for event in drafts} for drafts in (before, after))
    return tuple(sorted({key for key in old.keys() | new.keys() if old.get(key) != new.get(key)} - {*published}))


def _items(base: Chronicle, head: Chronicle) -> Iterator[ItemChange]:
    """Items that differ, in the order of their vocabulary, the removed last; none that has problems on either side."""
    touched = _users(base, head)
    for name in KINDS_OF_VOCABULARY:
        old, new = base.vocabularies[name], head.vocabularies[name]
        before, after = old.items, new.items
        if not (old.readable and new.readable):
            continue
        for key in dict.fromkeys((*after, *before)):
            change = _change(key, before, after)
            was, now = (item_states(items[key]) if key in items else {} for items in (before, after))
            fields = differences(was, now)
            if (fields or change is not Change.CHANGED) and key not in old.broken | new.broken:
                events = tuple(sorted(touched.get((name, key), ())))
                yield ItemChange(name, after.get(key) or before[key], change, fields, events)


def _change(key: str, before: Mapping[str, object], after: Mapping[str, object]) -> Change:
    """What became of a key; `CHANGED` where both have it."""
    if key in before:
        return Change.CHANGED if key in after else Change.REMOVED
    return Change.ADDED


def _users(*chronicles: Chronicle) -> Mapping[tuple[str, str], set[str]]:
    """By vocabulary and item, the ids of the events that show it in any of the chronicles."""
    users: dict[tuple[str, str], set[str]] = defaultdict(set)
    for chronicle in chronicles:
        for event in chronicle.events:
            for use in _uses(event, chronicle):
                users[use].add(event.id)
    return users


def _uses(event: Event, chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    claimants = tuple(account.by for account in event.accounts)
    yield "kinds", event.kind
    yield "confidence", event.confidence
    for name, keys in (
        ("tags", event.tags),
        ("places", event.places),
        ("actors", (*event.actors, *claimants)),
        ("phases", chronicle.phases_of[event.id]),
        ("publishers", (*publishers_of(event), *claimants)),
    ):
        for key in keys:
            yield name, key


def _pages(base: State, head: State, unread: frozenset[str]) -> Iterator[PageChange]:
    before, after = ({page.path: page for page in state.chronicle.pages} for state in (base, head))
    for path in sorted({*before, *after} - unread):
        change = _change(path, before, after)
        was, now = (page_states(pages[path]) if path in pages else {} for pages in (before, after))
        if fields := differences(was, now):
            yield PageChange(path, (after.get(path) or before[path]).title, change, fields)
    was, now = (
        dict(ground_states(ground)) if ground else {} for ground in (base.chronicle.basemap, head.chronicle.basemap)
    )
    if BASEMAP not in unread and (fields := differences(was, now)):
        change = _change(BASEMAP, {BASEMAP: was} if was else {}, {BASEMAP: now} if now else {})
        yield PageChange(BASEMAP, "", change, fields)


def _judged(addresses: frozenset[str], unread: frozenset[str]) -> tuple[str, ...]:
    """The addresses but for those of what could not be read, sorted."""
    kept = {path for path in unread if path.startswith("content/pages/")}
    own = {f"{PurePosixPath(path).name.partition('.')[0]}/index.html" for path in kept}
    return tuple(
        sorted(each for each in addresses - own if not (each.startswith("events/") and each.split("/")[1] in unread))
    )


def _alone(before: Mapping[str, Event], after: Mapping[str, Event]) -> Iterator[tuple[Event, str]]:
    for key, event in after.items():
        now = originators(event)
        if len(now) == 1 and (key not in before or len(originators(before[key])) > 1):
            yield event, now[0]


def _feed(base: State, head: State) -> Iterator[tuple[Event, Change]]:
    """Items that the feed did not hold before, or held with another day of change, in the order of the feed."""
    known = {event.first_id for event in base.chronicle.events}
    events = {event.first_id: event for event in head.chronicle.events}
    for key, day in head.feed.items():
        if base.feed.get(key) != day:
            yield events[key], Change.CHANGED if key in known else Change.ADDED
