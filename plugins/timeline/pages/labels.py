"""Names as readers see them: the display name in the language of the page, its language, and where it leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from babel import Locale

from timeline.chronicle.facets import FACETS
from timeline.entries.vocabulary import Actor, Item, Kind, Place, Publisher, Vocabularies
from timeline.pages.site import Site

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ku-Arab", "ur"})


def direction(language: str) -> str:
    """`rtl` or `ltr`, for `dir`, by language code."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True)
class Label:
    """A name. lang: language of `text`; address: '' when there is no page; detail: tells homonyms apart."""

    id: str
    text: str
    lang: str
    address: str = ""
    detail: str = ""

    @property
    def dir(self) -> str:
        """Text direction of the name."""
        return direction(self.lang)


@dataclass(frozen=True, slots=True)
class KindLabel(Label):
    """A kind with its colour family and symbol."""

    colour: str = ""
    shape: str = ""


def in_language(texts: Mapping[str, str], language: str) -> tuple[str, str]:
    """The text in a language, or in the nearest that is there (English first), and its language; ('', '') for none."""
    for code in (language, "en", *sorted(texts)):
        if code in texts:
            return texts[code], code
    return "", ""


def in_words(value: str) -> str:
    """A word of a vocabulary as people write it: `news-agency` is News agency."""
    return value[:1].upper() + value[1:].replace("-", " ")


class Labels:
    """The labels of all vocabulary items for one site; each made once."""

    def __init__(self, site: Site, vocabularies: Vocabularies) -> None:
        self.site = site
        self.vocabularies = vocabularies
        self._made: dict[tuple[str, str], Label] = {}
        names = (in_language(item.names, site.language)[0] for item in vocabularies["places"].items.values())
        self._homonyms = frozenset(name for name, count in Counter(names).items() if count > 1)
        precisions = {place.precision for place in vocabularies["places"].items.values() if isinstance(place, Place)}
        self._drawn = site.map and bool(precisions - {"unlocated"})

    def of(self, facet: str, key: str) -> Label:
        """The label of an item: facet as in addresses (`sources` for publishers)."""
        made = self._made.get((facet, key))
        if made is None:
            made = self._made[facet, key] = self._make(facet, self.vocabularies[FACETS[facet]].items[key])
        return made

    def kind(self, key: str) -> KindLabel:
        """The label of a kind."""
        return cast(KindLabel, self.of("kinds", key))

    def all(self, facet: str, keys: tuple[str, ...]) -> tuple[Label, ...]:
        """The labels of several items, in their order."""
        return tuple(self.of(facet, key) for key in keys)

    def claimant(self, key: str) -> Label:
        """Whose account it is: an actor, or else a publisher."""
        return self.of("actors" if key in self.vocabularies["actors"].items else "sources", key)

    def confidence(self, key: str) -> Label:
        """The label of a grade; it has no page."""
        return Label(key, *in_language(self.vocabularies["confidence"].items[key].names, self.site.language))

    def meaning(self, vocabulary: str, key: str) -> str:
        """The description of an item, '' when it has none."""
        return in_language(self.vocabularies[vocabulary].items[key].description, self.site.language)[0]

    def precision(self, key: str) -> str:
        """How well a place is known: `point`, `area` or `unlocated`; '' where no place is, or no map is wanted."""
        place = self.vocabularies["places"].items[key]
        return place.precision if isinstance(place, Place) and self._drawn else ""

    def standing(self, key: str) -> str:
        """What a claimant is, in a word or two of the vocabulary: an actor's kind, a publisher's side."""
        actor = self.vocabularies["actors"].items.get(key)
        if isinstance(actor, Actor):
            return in_words(actor.kind)
        publisher = self.vocabularies["publishers"].items[key]
        return in_words(publisher.side) if isinstance(publisher, Publisher) and publisher.side != "unknown" else ""

    def language(self, code: str) -> str:
        """The name of a language (CLDR) in the language of the site."""
        name = Locale.parse(code, sep="-").get_display_name(self.site.language)
        return name or code

    def _make(self, facet: str, item: Item) -> Label:
        text, lang = in_language(item.names, self.site.language)
        address = self.site.addresses.page(facet, item.id) if facet in self.site.facets else ""
        if isinstance(item, Kind):
            return KindLabel(item.id, text, lang, address, colour=item.colour, shape=item.shape)
        detail = item.admin if isinstance(item, Place) and text in self._homonyms else ""
        return Label(item.id, text, lang, address, detail)
