"""The form of filters, and the texts that it gives to scripts."""

from __future__ import annotations

import json
import re
from pathlib import Path

from timeline.pages.addresses import Addresses
from timeline.pages.find_form import FIRST, WORDS, ordered, script_words, unlisted
from timeline.pages.site import Site
from timeline.pages.strings import read_catalogue

THEME = Path(__file__).parents[2] / "theme"


def site(language: str) -> Site:
    english = read_catalogue((THEME / "strings" / "en.po").read_text("utf-8"), "en")
    other = read_catalogue((THEME / "strings" / f"{language}.po").read_text("utf-8"), language, english)
    return Site("A site", english if language == "en" else other, Addresses())


def test_a_group_shows_the_values_with_most_events_first_equal_ones_by_id() -> None:
    lists = {"place": {"mill": (0,), "ford": (0, 1, 2), "dam": (2,)}}
    assert ordered("place", lists) == ("ford", "dam", "mill")


def test_a_group_whose_order_says_something_keeps_it_and_shows_all_values() -> None:
    lists = {"confidence": {f"grade-{9 - number}": tuple(range(number + 1)) for number in range(9)}}
    assert ordered("confidence", lists) == tuple(lists["confidence"])
    assert unlisted("confidence", lists) == ()


def test_of_a_long_group_only_the_first_values_are_shown() -> None:
    lists = {"place": {f"place-{number}": (number,) for number in range(9)}}
    assert unlisted("place", lists) == ("place-7", "place-8")
    assert FIRST == 7


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
