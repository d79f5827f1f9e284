"""What the settings leave out of the content, and what stays because it has nothing else."""

from __future__ import annotations

from types import MappingProxyType

from tests.unit.small_chronicle import event
from timeline.chronicle.switches import switched
from timeline.entries.check import Content
from timeline.entries.event import Translation
from timeline.entries.page import Page
from timeline.entries.vocabulary import Item, Vocabularies, Vocabulary

BOTH = Item("dykes", {"en": "Dykes", "ar": "سدود"}, description={"ar": "من تراب"})
ONE = Item("ford", {"ar": "مخاضة"})
TRANSLATED = event("rise", "2018", translations=(Translation("ar", "", "", "", ""), Translation("fr", "", "", "", "")))
PAGES = tuple(Page(f"page-{code}", "", "", 1, "", code) for code in ("", "ar", "fr"))
CONTENT = Content(
    events=(TRANSLATED,),
    pages=PAGES,
    vocabularies=Vocabularies({"tags": Vocabulary("tags", MappingProxyType({"dykes": BOTH, "ford": ONE}))}),
)


def test_without_named_languages_everything_stays() -> None:
    assert switched(CONTENT, ()) == CONTENT


def test_translations_pages_and_names_in_other_languages_go() -> None:
    shown = switched(CONTENT, ("en", "fr"))
    assert [each.language for each in shown.events[0].translations] == ["fr"]
    assert [page.language for page in shown.pages] == ["", "fr"]
    assert shown.vocabularies["tags"].items["dykes"].names == {"en": "Dykes"}


def test_what_has_a_text_in_none_of_the_languages_keeps_those_that_it_has() -> None:
    items = switched(CONTENT, ("en",)).vocabularies["tags"].items
    assert items["ford"].names == {"ar": "مخاضة"}
    assert items["dykes"].description == {"ar": "من تراب"}
