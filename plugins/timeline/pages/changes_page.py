"""The report of what changes for readers: changes in, the models of its page and the page's text out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from timeline.chronicle.changes import Change, Changes, EventChange, ItemChange, PageChange
from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.stated import FieldChange, differences, event_states
from timeline.entries.event import Event
from timeline.entries.problem import Problem
from timeline.pages.cards import card
from timeline.pages.changes_fields import FieldView, Names, field_view
from timeline.pages.labels import Label, Labels, in_language
from timeline.pages.prose import Writer
from timeline.pages.render import Renderer
from timeline.pages.site import Site

ROOM = 12  # changed events up to which the pictures before and after stand open


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source under a text. anchor: where its footnote marks lead."""

    anchor: str
    number: int
    publisher: Label
    title: str
    url: str
    says: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An event as readers see it in one state: its row in lists, and its text with accounts, caveats and sources."""

    row: Markup
    body: Markup
    accounts: tuple[tuple[Label, Markup], ...]
    caveats: tuple[Markup, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event in the report. moved: the other id of an entry whose id seems to have been changed, or ''."""

    id: str
    title: str
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
    counts: tuple[str, ...]
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


class _Side:
    """Shows the events of one state. own: begins its element ids; shown: ids of the events in the report."""

    def __init__(self, chronicle: Chronicle, site: Site, renderer: Renderer, own: str, shown: frozenset[str]) -> None:
        self.site = replace(site, facets=(), preview=False)  # nothing but events has an address in the report
        self.renderer = renderer
        self.labels = Labels(self.site, chronicle.vocabularies)
        self.names = Names(chronicle.vocabularies, site.strings)
        self.own = own
        self.shown = shown
        self.writer = Writer()

    def address(self, key: str) -> str:
        """Where an event can be read: in the report, or else on the site."""
        return f"#{key}" if key in self.shown else self.site.addresses.absolute(self.site.addresses.page("events", key))

    def reading(self, event: Event) -> Reading:
        """The event as this state shows it."""
        anchor = f"{self.own}-{event.id}"
        numbers = {key: number for number, key in enumerate(event.cited, 1)}
        texts = (event.body, *(account.says for account in event.accounts), *event.caveats)
        html = self.writer.entry(texts, anchor=anchor, numbers=numbers, address_of=self.address).html
        rival = len(event.accounts)
        claimants = (self.labels.claimant(account.by) for account in event.accounts)
        return Reading(
            row=self.renderer.row(replace(card(event, self.labels, self.site), address=self.address(event.id))),
            body=html[0],
            accounts=tuple(zip(claimants, html[1 : 1 + rival], strict=True)),
            caveats=html[1 + rival :],
            sources=tuple(self._sources(event, anchor, numbers)),
        )

    def _sources(self, event: Event, anchor: str, numbers: Mapping[str, int]) -> Iterator[SourceLine]:
        for source in sorted(event.sources, key=lambda each: numbers[each.id]):
            number = numbers[source.id]
            publisher = self.labels.of("sources", source.publisher)
            yield SourceLine(f"{anchor}-source-{number}", number, publisher, source.title, source.url, source.says)


class ChangesPage:
    """Makes the report. before, after: the two chronicles; renderers: one for each, since rows are kept by id."""

    def __init__(
        self, changes: Changes, before: Chronicle, after: Chronicle, site: Site, renderers: tuple[Renderer, Renderer]
    ) -> None:
        every = (*changes.added, *changes.removed, *(change.after for change in changes.changed))
        shown = frozenset(event.id for event in every)
        self.changes = changes
        self.before = _Side(before, site, renderers[0], "before", shown)
        self.after = _Side(after, site, renderers[1], "after", shown)
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
            gone=tuple(map(_address, changes.gone)),
            new=tuple(map(_address, changes.new)),
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
        fields = tuple(self._fields(differences({}, event_states(event))))
        moved = next((old for old, new in self.changes.moved if new == event.id), "")
        return EventView(event.id, event.title, event.path, fields, after=self.after.reading(event), moved=moved)

    def _removed(self, event: Event) -> EventView:
        fields = tuple(self._fields(differences(event_states(event), {})))
        moved = dict(self.changes.moved).get(event.id, "")
        return EventView(event.id, event.title, event.path, fields, before=self.before.reading(event), moved=moved)

    def _changed(self, change: EventChange) -> EventView:
        event, fields = change.after, tuple(self._fields(change.fields))
        before, after = self.before.reading(change.before), self.after.reading(event)
        return EventView(event.id, event.title, event.path, fields, before, after)

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


def counts(changes: Changes, compared: Compared) -> Iterator[str]:
    """What the report holds, one phrase for each thing that is not zero."""
    for number, one, many in (
        (len(compared.errors), "error", "errors"),
        (len(changes.gone), "address would vanish", "addresses would vanish"),
        (len(changes.added), "event added", "events added"),
        (len(changes.changed), "event changed", "events changed"),
        (len(changes.removed), "event removed", "events removed"),
        (len(changes.items), "vocabulary item differs", "vocabulary items differ"),
        (len(changes.pages), "page differs", "pages differ"),
        (len(changes.settings), "setting differs", "settings differ"),
        (len(changes.graded), "other grade of confidence", "other grades of confidence"),
        (len(changes.alone), "new claim on one source", "new claims on one source"),
        (len(changes.feed), "feed item sent", "feed items sent"),
        (len(changes.new), "new address", "new addresses"),
        (len(changes.drafts), "draft differs", "drafts differ"),
        (len(changes.unread), "entry not compared", "entries not compared"),
        (len(compared.warnings), "new warning", "new warnings"),
    ):
        if number:
            yield f"{number} {one if number == 1 else many}"


def page_text(report: Report, renderer: Renderer, styles: str, symbols: str) -> str:
    """The page: one file that needs no other. styles: style sheets; symbols: the theme's SVG symbols, as text."""
    template = renderer.environment.get_template("diff.html")
    return template.render(report=report, styles=Markup(styles), symbols=Markup(symbols))


def _link(event: Event) -> EventLink:
    return EventLink(event.id, event.title)


def _address(path: str) -> str:
    """A file of the output as its address from the root of the site."""
    return f"/{path.removesuffix('index.html')}"
