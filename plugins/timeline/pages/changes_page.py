"""The report of what changes for readers: changes in, the models of its page and the page's text out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from markupsafe import Markup

from timeline.chronicle.changes import Changes, EventChange, ItemChange, PageChange
from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.stated import FieldChange, differences, event_states
from timeline.entries.event import Event
from timeline.pages.changes_fields import FieldView, field_view
from timeline.pages.changes_reading import Reader, Reading
from timeline.pages.changes_report import Address, Compared, Count, EventLink, EventView, ItemView, PageView, Report
from timeline.pages.labels import in_language
from timeline.pages.render import Renderer
from timeline.pages.site import Site
from timeline.pages.strings import Catalogue
from timeline.pages.words import date_words

ROOM = 12  # changed events up to which the pictures before and after stand open
UNSEEN = frozenset({"added", "draft", "file", "related"})  # keys that change nothing in these pictures

# The titles of vocabularies that are no facet of the same name.
TITLES: Mapping[str, str] = MappingProxyType({"publishers": "nav.sources", "confidence": "label.confidence"})


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
        self.strings = site.strings

    def report(self, compared: Compared) -> Report:
        """The model of the page."""
        changes = self.changes
        return Report(
            compared=compared,
            counts=tuple(counts(changes, compared, self.strings)),
            added=tuple(map(self._added, changes.added)),
            changed=tuple(map(self._changed, changes.changed)),
            removed=tuple(map(self._removed, changes.removed)),
            items=tuple(map(self._item, changes.items)),
            pages=tuple(map(self._page, changes.pages)),
            settings=tuple(self._fields(changes.settings)),
            gone=tuple(addresses(changes.gone, self.strings)),
            new=tuple(addresses(changes.new, self.strings)),
            alone=tuple((_link(event), self.after.names.of("publishers", key)) for event, key in changes.alone),
            graded=tuple(map(self._graded, changes.graded)),
            feed=tuple((_link(event), self._word("sent", change.value)) for event, change in changes.feed),
            drafts=changes.drafts,
            unread=changes.unread,
        )

    def _word(self, kind: str, change: str) -> str:
        return self.strings.text(f"diff.{kind}.{change}")

    def _fields(self, fields: Iterable[FieldChange]) -> Iterator[FieldView]:
        return (field_view(each, self.before.names, self.after.names) for each in fields)

    def _added(self, event: Event) -> EventView:
        old = next((self.before.event(old) for old, new in self.changes.moved if new == event.id), None)
        fields = differences(event_states(old) if old else {}, event_states(event))
        before = self.before.reading(old) if old else None
        return self._event(event, fields, before, self.after.reading(event), moved=old.id if old else "")

    def _removed(self, event: Event) -> EventView:
        moved = dict(self.changes.moved).get(event.id, "")
        fields = () if moved else differences(event_states(event), {})
        return self._event(event, fields, before=None if moved else self.before.reading(event), moved=moved)

    def _changed(self, change: EventChange) -> EventView:
        before, after = self.before.reading(change.before), self.after.reading(change.after)
        return self._event(change.after, change.fields, before, after)

    def _event(
        self,
        event: Event,
        fields: Sequence[FieldChange],
        before: Reading | None = None,
        after: Reading | None = None,
        moved: str = "",
    ) -> EventView:
        date = date_words(event.date, self.strings)
        seen = len(self.changes.changed) <= ROOM and any(change.key not in UNSEEN for change in fields)
        views = tuple(self._fields(fields))
        return EventView(event.id, event.title, date, event.path, views, before, after, moved, open=seen)

    def _graded(self, change: EventChange) -> tuple[EventLink, str, str]:
        before = self.before.names.of("confidence", change.before.confidence)
        return _link(change.after), before, self.after.names.of("confidence", change.after.confidence)

    def _item(self, change: ItemChange) -> ItemView:
        return ItemView(
            vocabulary=self.strings.text(TITLES.get(change.vocabulary, f"nav.{change.vocabulary}")),
            id=change.item.id,
            name=in_language(change.item.names, self.strings.language)[0],
            state=self._word("state", "renamed" if change.renamed else change.change.value),
            fields=tuple(self._fields(change.fields)),
            touched=self.strings.plural("diff.touched", len(change.events)),
            events=tuple((key, self.titles[key]) for key in change.events),
        )

    def _page(self, change: PageChange) -> PageView:
        state = self._word("state", change.change.value)
        title = change.title or self.strings.text("diff.ground")
        return PageView(change.path, title, state, tuple(self._fields(change.fields)))


def counts(changes: Changes, compared: Compared, strings: Catalogue) -> Iterator[Count]:
    """What the report holds, one line for each thing of which there is any."""
    for part, things in (
        ("errors", compared.errors),
        ("gone", changes.gone),
        ("added", changes.added),
        ("changed", changes.changed),
        ("removed", changes.removed),
        ("items", changes.items),
        ("pages", changes.pages),
        ("settings", changes.settings),
        ("alone", changes.alone),
        ("graded", changes.graded),
        ("feed", changes.feed),
        ("new", changes.new),
        ("drafts", changes.drafts),
        ("unread", changes.unread),
        ("warnings", compared.warnings),
        ("old-errors", compared.old_errors),
    ):
        if things:
            yield Count(f"_{part}", strings.text(f"diff.{part}"), strings.number(len(things)))


def addresses(paths: Iterable[str], strings: Catalogue) -> Iterator[Address]:
    """The addresses of files of the output, sorted; the files in a page's folder are counted beside the page."""
    every = sorted(f"/{path.removesuffix('index.html')}" for path in paths)
    pages = {each for each in every if each.endswith("/")}
    folders = Counter(each[: each.rindex("/") + 1] for each in every if each not in pages)
    for each in every:
        if each in pages:
            yield Address(each, strings.plural("diff.below", folders[each]) if folders[each] else "")
        elif each[: each.rindex("/") + 1] not in pages:
            yield Address(each)


def page_text(report: Report, renderer: Renderer, styles: str, symbols: str) -> str:
    """The page: one file that needs no other. styles: style sheets; symbols: the theme's SVG symbols, as text."""
    template = renderer.environment.get_template("diff.html")
    return template.render(report=report, styles=Markup(styles), symbols=Markup(symbols))


def _link(event: Event) -> EventLink:
    return EventLink(event.id, event.title)
