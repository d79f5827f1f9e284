"""The report of what changes for readers: changes in, the models of its page and the page's text out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline.chronicle.changes import Change, Changes, EventChange, ItemChange, PageChange
from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.stated import FieldChange, differences, event_states
from timeline.entries.event import Event
from timeline.entries.problem import Problem
from timeline.pages.changes_fields import FieldView, field_view
from timeline.pages.changes_reading import Reader, Reading
from timeline.pages.labels import in_language
from timeline.pages.render import Renderer
from timeline.pages.site import Site
from timeline.pages.words import date_words

PERMANENCE = (
    "An address that was published must not die. Give the entry, the item or the page its old id back, or write the "
    "old id of an entry into its moved_from; what was wrong is mended in the entry, with a line under corrections, and "
    "the entry stays. The pages of a month, a place or a tag go with their last event."
)
ROOM = 12  # changed events up to which the pictures before and after stand open


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a thing the report holds, in words. part: id of the section that lists them."""

    part: str
    words: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event in the report. date: in words. moved: the other id of an entry that seems to have two, or ''."""

    id: str
    title: str
    date: str
    path: str
    fields: tuple[FieldView, ...]
    before: Reading | None = None
    after: Reading | None = None
    moved: str = ""


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of a vocabulary and the events it touches, by id and title."""

    vocabulary: str
    id: str
    name: str
    change: Change
    renamed: bool
    fields: tuple[FieldView, ...]
    events: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """A page about the site."""

    path: str
    title: str
    change: Change
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared. base: as it was asked for; commit: its full hash; notes: what could not be done, in words.

    errors: of the working tree; warnings: those that it did not have before; old_errors: of the base.
    """

    base: str
    commit: str
    notes: tuple[str, ...] = ()
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    old_errors: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report. gone, new: addresses from the root of the site; alone: event and its only originator.

    graded: event, its grade before and after; feed: event and whether followers get it as new or as changed.
    """

    compared: Compared
    counts: tuple[Count, ...]
    added: tuple[EventView, ...]
    changed: tuple[EventView, ...]
    removed: tuple[EventView, ...]
    items: tuple[ItemView, ...]
    pages: tuple[PageView, ...]
    settings: tuple[FieldView, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    alone: tuple[tuple[EventLink, str], ...]
    graded: tuple[tuple[EventLink, str, str], ...]
    feed: tuple[tuple[EventLink, Change], ...]
    drafts: tuple[str, ...]
    unread: tuple[str, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class EventLink:
    """An event named in a list; its id is where the report shows it."""

    id: str
    title: str


class ChangesPage:
    """Makes the report. before, after: the two chronicles; renderers: one for each, since rows are kept by id."""

    def __init__(
        self, changes: Changes, before: Chronicle, after: Chronicle, site: Site, renderers: tuple[Renderer, Renderer]
    ) -> None:
        every = (*changes.added, *changes.removed, *(change.after for change in changes.changed))
        shown = frozenset(event.id for event in every)
        self.changes = changes
        self.before = Reader(before, site, renderers[0], "_before", shown)
        self.after = Reader(after, site, renderers[1], "_after", shown)
        self.titles = {event.id: event.title for event in (*before.events, *after.events)}
        self.language = site.language

    def report(self, compared: Compared) -> Report:
        """The model of the page."""
        changes = self.changes
        return Report(
            compared=compared,
            counts=tuple(counts(changes, compared)),
            added=tuple(map(self._added, changes.added)),
            changed=tuple(map(self._changed, changes.changed)),
            removed=tuple(map(self._removed, changes.removed)),
            items=tuple(map(self._item, changes.items)),
            pages=tuple(map(self._page, changes.pages)),
            settings=tuple(self._fields(changes.settings)),
            gone=tuple(sorted(map(_address, changes.gone))),
            new=tuple(sorted(map(_address, changes.new))),
            alone=tuple((_link(event), self.after.names.of("publishers", key)) for event, key in changes.alone),
            graded=tuple(map(self._graded, changes.graded)),
            feed=tuple((_link(event), change) for event, change in changes.feed),
            drafts=changes.drafts,
            unread=changes.unread,
            open=len(changes.changed) <= ROOM,
        )

    def _fields(self, fields: Iterable[FieldChange]) -> Iterator[FieldView]:
        return (field_view(each, self.before.names, self.after.names) for each in fields)

    def _added(self, event: Event) -> EventView:
        moved = next((old for old, new in self.changes.moved if new == event.id), "")
        fields = differences({}, event_states(event))
        return self._event(event, fields, after=self.after.reading(event), moved=moved)

    def _removed(self, event: Event) -> EventView:
        moved = dict(self.changes.moved).get(event.id, "")
        fields = differences(event_states(event), {})
        return self._event(event, fields, before=self.before.reading(event), moved=moved)

    def _changed(self, change: EventChange) -> EventView:
        before, after = self.before.reading(change.before), self.after.reading(change.after)
        return self._event(change.after, change.fields, before, after)

    def _event(
        self,
        event: Event,
        fields: Iterable[FieldChange],
        before: Reading | None = None,
        after: Reading | None = None,
        moved: str = "",
    ) -> EventView:
        date = date_words(event.date, self.after.site.strings)
        return EventView(event.id, event.title, date, event.path, tuple(self._fields(fields)), before, after, moved)

    def _graded(self, change: EventChange) -> tuple[EventLink, str, str]:
        before = self.before.names.of("confidence", change.before.confidence)
        return _link(change.after), before, self.after.names.of("confidence", change.after.confidence)

    def _item(self, change: ItemChange) -> ItemView:
        return ItemView(
            vocabulary=change.vocabulary,
            id=change.item.id,
            name=in_language(change.item.names, self.language)[0],
            change=change.change,
            renamed=change.renamed,
            fields=tuple(self._fields(change.fields)),
            events=tuple((key, self.titles[key]) for key in change.events),
        )

    def _page(self, change: PageChange) -> PageView:
        return PageView(change.page.path, change.page.title, change.change, tuple(self._fields(change.fields)))


def counts(changes: Changes, compared: Compared) -> Iterator[Count]:
    """What the report holds, one phrase for each thing that is not zero."""
    for part, number, one, many in (
        ("errors", len(compared.errors), "error", "errors"),
        ("gone", len(changes.gone), "address would vanish", "addresses would vanish"),
        ("added", len(changes.added), "event added", "events added"),
        ("changed", len(changes.changed), "event changed", "events changed"),
        ("removed", len(changes.removed), "event removed", "events removed"),
        ("items", len(changes.items), "vocabulary item differs", "vocabulary items differ"),
        ("pages", len(changes.pages), "page differs", "pages differ"),
        ("settings", len(changes.settings), "setting differs", "settings differ"),
        ("alone", len(changes.alone), "new claim on one source", "new claims on one source"),
        ("graded", len(changes.graded), "grade of confidence differs", "grades of confidence differ"),
        ("feed", len(changes.feed), "feed item sent", "feed items sent"),
        ("new", len(changes.new), "new address", "new addresses"),
        ("drafts", len(changes.drafts), "draft differs", "drafts differ"),
        ("unread", len(changes.unread), "file not compared", "files not compared"),
        ("warnings", len(compared.warnings), "new warning", "new warnings"),
        ("old-errors", len(compared.old_errors), "error of the base", "errors of the base"),
    ):
        if number:
            yield Count(f"_{part}", f"{number} {one if number == 1 else many}")


def page_text(report: Report, renderer: Renderer, styles: str, symbols: str) -> str:
    """The page: one file that needs no other. styles: style sheets; symbols: the theme's SVG symbols, as text."""
    template = renderer.environment.get_template("diff.html")
    return template.render(report=report, permanence=PERMANENCE, styles=Markup(styles), symbols=Markup(symbols))


def _link(event: Event) -> EventLink:
    return EventLink(event.id, event.title)


def _address(path: str) -> str:
    """A file of the output as its address from the root of the site."""
    return f"/{path.removesuffix('index.html')}"
