"""What a site leaves out of its content by its settings: the map, and what is in a language that it does not show."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from timeline.entries.check import Content
from timeline.entries.event import Event
from timeline.entries.vocabulary import Item, Vocabularies, Vocabulary


def switched(content: Content, languages: Collection[str], *, ground: bool = True) -> Content:
    """The content as readers are to have it.

    languages: codes of those that the site shows, none for all. Names, descriptions, translations and pages in others
    go; what has nothing in any of them keeps what it has. ground: whether there is a map.
    """
    basemap = content.basemap if ground else None
    if not languages:
        return replace(content, basemap=basemap)
    vocabularies = {name: _shown(each, languages) for name, each in content.vocabularies.by_name.items()}
    return replace(
        content,
        events=tuple(_event(event, languages) for event in content.events),
        pages=tuple(page for page in content.pages if page.language in ("", *languages)),
        vocabularies=Vocabularies(MappingProxyType(vocabularies)),
        basemap=basemap,
    )


def _event(event: Event, languages: Collection[str]) -> Event:
    if not event.translations:
        return event
    return replace(event, translations=tuple(each for each in event.translations if each.language in languages))


def _shown(vocabulary: Vocabulary, languages: Collection[str]) -> Vocabulary:
    items = {key: _item(item, languages) for key, item in vocabulary.items.items()}
    return replace(vocabulary, items=MappingProxyType(items))


def _item(item: Item, languages: Collection[str]) -> Item:
    return replace(item, names=_texts(item.names, languages), description=_texts(item.description, languages))


def _texts(texts: Mapping[str, str], languages: Collection[str]) -> Mapping[str, str]:
    return MappingProxyType({code: text for code, text in texts.items() if code in languages} or dict(texts))
