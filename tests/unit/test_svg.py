"""Elements and lengths of drawings, and where words fit on a line."""

from __future__ import annotations

from markupsafe import Markup

from timeline.pages.lettering import Word, text_width, thin
from timeline.pages.svg import element, figure


def test_values_and_texts_are_escaped_and_markup_is_not() -> None:
    made = element("a", "<b>", Markup("<i>x</i>"), href='?a=1&b="', class_="c", text_anchor=None)
    assert made == '<a href="?a=1&amp;b=&quot;" class="c">&lt;b&gt;<i>x</i></a>'


def test_what_is_empty_closes_itself_but_inputs_have_no_slash() -> None:
    assert element("rect", x=1.0, y=0.126) == '<rect x="1" y="0.13"/>'
    assert element("input", name="part", checked="") == '<input name="part" checked="">'


def test_numbers_are_short() -> None:
    assert [figure(value) for value in (0, -0.001, 12.5, 100.0, 1 / 3)] == ["0", "0", "12.5", "100", "0.33"]


def test_width_grows_with_the_letters() -> None:
    assert text_width("il", 10) < text_width("ab", 10) < text_width("AB", 10) < text_width("WM", 10)


def test_words_stand_from_the_width_at_which_they_meet_no_other() -> None:
    words = [Word(0, 30), Word(8, 30, rank=1), Word(4, 30, rank=2), Word(1, 30, rank=3)]
    assert thin(words) == ("", "from-medium", "from-wide", None)


def test_a_word_waits_for_its_step_and_never_leaves_the_line() -> None:
    assert thin([Word(0, 10, since=1)]) == ("from-medium",)
    assert thin([Word(99, 30)]) == (None,)
    assert thin([Word(94, 30)]) == ("from-medium",)
