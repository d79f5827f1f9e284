"""A source as a page lists it: what is known of it, and the way back to the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.entries.event import Event, Source
from timeline.pages.cards import DateView, date_view
from timeline.pages.labels import Label, Labels


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with its number, from 1. anchor: its element id; marks: ids of the marks in the text that cite it.

    side: in whose hands the publisher is, '' when unknown. title, published, archive: '' where not known;
    lang: language of the page; language: its name in the site's words.
    """

    number: int
    anchor: str
    url: str
    title: str
    lang: str
    language: str
    publisher: Label
    side: str
    via: tuple[Label, ...]
    published: DateView | None
    accessed: DateView | None
    archive: str
    says: str
    marks: tuple[str, ...]


def cited_sources(event: Event, references: Mapping[str, tuple[str, ...]], labels: Labels) -> tuple[SourceView, ...]:
    """The sources of an event by number. references: by source id, the ids of the marks that cite it."""
    numbers = event.numbers
    ordered = sorted(event.sources, key=lambda each: numbers[each.id])
    return tuple(_view(source, numbers[source.id], event.id, labels, references[source.id]) for source in ordered)


def listed_sources(sources: Sequence[Source], anchor: str, labels: Labels) -> tuple[SourceView, ...]:
    """Sources that no mark cites, in their order. anchor: begins the element ids."""
    return tuple(_view(source, number, anchor, labels) for number, source in enumerate(sources, 1))


def _view(source: Source, number: int, anchor: str, labels: Labels, marks: tuple[str, ...] = ()) -> SourceView:
    site = labels.site
    return SourceView(
        number=number,
        anchor=f"{anchor}-source-{number}",
        url=source.url,
        title=source.title,
        lang=source.language,
        language=labels.language(source.language),
        publisher=labels.of("sources", source.publisher),
        side=labels.standing(source.publisher),
        via=labels.all("sources", source.via),
        published=date_view(source.published, site) if source.published else None,
        accessed=date_view(source.accessed, site) if source.accessed else None,
        archive=source.archive,
        says=source.says,
        marks=marks,
    )
