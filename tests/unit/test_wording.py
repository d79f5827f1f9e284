"""Two wordings as one text, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.chronicle.wording import Fate, Piece, wording

WORDS = st.lists(st.sampled_from(["a", "b", "town", "fell.", "[^wire]"]), max_size=12).map(" ".join)


def marked(before: str, after: str) -> str:
    """The pieces with `-…-` around what went and `+…+` around what came."""
    sign = {Fate.SAME: "", Fate.GONE: "-", Fate.COME: "+"}
    return "".join(f"{sign[each.fate]}{each.text}{sign[each.fate]}" for each in wording(before, after))


def test_words_that_went_stand_before_those_that_came() -> None:
    assert marked("It fell on 13 June. [^wire]", "It fell on 14 June. [^wire]") == "It fell on- 13-+ 14+ June. [^wire]"


def test_a_new_paragraph_keeps_its_place() -> None:
    assert marked("One.\n\nThree.", "One.\n\nTwo.\n\nThree.") == "One.+\n\nTwo.+\n\nThree."


def test_the_same_text_is_one_piece() -> None:
    assert wording("It fell.", "It fell.\n") == (Piece(Fate.SAME, "It fell."),)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_pieces(before: str, after: str) -> None:
    pieces = wording(before, after)
    assert "".join(each.text for each in pieces if each.fate is not Fate.COME) == before
    assert "".join(each.text for each in pieces if each.fate is not Fate.GONE) == after
