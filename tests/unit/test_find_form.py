"""The form of filters, and the texts that it gives to scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path

from timeline.pages.addresses import Addresses
from timeline.pages.find_form import WORDS, script_words
from timeline.pages.site import Site
from timeline.pages.strings import read_catalogue

THEME = Path(__file__).parents[2] / "theme"


def site(language: str) -> Site:
    english = read_catalogue((THEME / "strings" / "en.po").read_text("utf-8"), "en")
    other = read_catalogue((THEME / "strings" / f"{language}.po").read_text("utf-8"), language, english)
    return Site("A site", english if language == "en" else other, Addresses())


def test_scripts_are_given_the_texts_that_they_ask_for_and_no_others() -> None:
    scripts = "".join(path.read_text("utf-8") for path in (THEME / "static" / "js" / "find").glob("*.js"))
    asked = {*re.findall(r'"((?:find|count|number|date|list)\.[a-z-]+)"', scripts)}
    assert asked == {word for word in WORDS if not word.startswith("month.")}


def test_a_plural_comes_with_every_form_of_its_language() -> None:
    words = json.loads(script_words(site("ar")))
    assert sorted(words["count.events"]) == ["few", "many", "one", "other", "two", "zero"]
    assert words["number.digits"] == "٠١٢٣٤٥٦٧٨٩"


def test_texts_are_those_of_the_language() -> None:
    assert json.loads(script_words(site("en")))["find.clear"] == "Clear all"
    assert json.loads(script_words(site("ar")))["find.clear"] == "مسح الكل"
