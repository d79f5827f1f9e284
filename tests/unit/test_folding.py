"""The folding rule of the build; the browser's is held to the same cases by tests/js/fold.test.js."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.chronicle.folding import terms

CASES = json.loads((Path(__file__).parents[1] / "js" / "folding.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["one term"], ids=lambda case: case[0])
def test_every_spelling_of_a_word_is_one_term(case: list[str]) -> None:
    term, *spellings = case
    assert [(spelling, terms(spelling)) for spelling in spellings] == [(spelling, [term]) for spelling in spellings]


@pytest.mark.parametrize(("text", "wanted"), CASES["terms"])
def test_a_text_is_its_words_without_articles(text: str, wanted: list[str]) -> None:
    assert terms(text) == wanted


@pytest.mark.parametrize(("one", "other"), CASES["apart"])
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert terms(one) != terms(other)
