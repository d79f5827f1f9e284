"""Characters that cannot be seen are refused, and those that Arabic needs are not."""

from __future__ import annotations

import pytest

from timeline.entries.characters import faults

SEEN = "a character that cannot be seen must not stand here; "

REFUSED = [
    ("ok\tb", 3, "found U+0009 CONTROL; write spaces"),
    ("a\rb", 2, "found U+000D CONTROL; remove it"),
    ("a\x00b", 2, "found U+0000 CONTROL; remove it"),
    ("a\x7f", 2, "found U+007F CONTROL; remove it"),
    ("a\x85b", 2, "found U+0085 CONTROL; remove it"),
    ("a\u2028b", 2, "found U+2028 LINE SEPARATOR; remove it"),
    ("a\u2029b", 2, "found U+2029 PARAGRAPH SEPARATOR; remove it"),
    ("ab\u202ec", 3, "found U+202E RIGHT-TO-LEFT OVERRIDE; remove it"),
    ("\u202ac", 1, "found U+202A LEFT-TO-RIGHT EMBEDDING; remove it"),
    ("\u2066c", 1, "found U+2066 LEFT-TO-RIGHT ISOLATE; remove it"),
    ("c\u2069", 2, "found U+2069 POP DIRECTIONAL ISOLATE; remove it"),
    ("a\u200bb", 2, "found U+200B ZERO WIDTH SPACE; remove it"),
    ("a\u2060b", 2, "found U+2060 WORD JOINER; remove it"),
    ("a\ufeffb", 2, "found U+FEFF ZERO WIDTH NO-BREAK SPACE; remove it"),
    ("a\u00adb", 2, "found U+00AD SOFT HYPHEN; remove it"),
    ("a\U000e0041", 2, "found U+E0041 TAG LATIN CAPITAL LETTER A; remove it"),
    ("a\ud800b", 2, "found U+D800 HALF OF A SURROGATE PAIR; remove it"),
    ("a\ufdd0b", 2, "found U+FDD0 NOT A CHARACTER; remove it"),
    ("a\uffff", 2, "found U+FFFF NOT A CHARACTER; remove it"),
    ("a\U0010fffe", 2, "found U+10FFFE NOT A CHARACTER; remove it"),
    ("a\u200cb", 2, "found U+200C ZERO WIDTH NON-JOINER; it may stand only between two Arabic letters; remove it"),
    ("ب\u200d ", 2, "found U+200D ZERO WIDTH JOINER; it may stand only between two Arabic letters; remove it"),
]


@pytest.mark.parametrize(("text", "column", "tail"), REFUSED)
def test_refuses_what_cannot_be_seen(text: str, column: int, tail: str) -> None:
    """Each such character is named by code point and name, where it stands."""
    found = faults(f"first line\n{text}")
    assert [(fault.line, fault.column, fault.code, fault.message) for fault in found] == [
        (2, column, "character", SEEN + tail)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The SDF – «Syrian Democratic Forces» – said so.\nA second line\n",
        "دير الزور\u200e (Deir ez-Zor)\u200f\u061c",
        "می\u200cخواهم",
        "بُ\u200dب",
        "شد\u0651\u064eة",
        "شد\u064e\u0651ة",
        "½ ℃ é",
        "\U0001f54c",
    ],
)
def test_lets_visible_text_and_arabic_marks_stand(text: str) -> None:
    """Direction marks, joiners between Arabic letters, vowel signs in any order are text."""
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "column", "tail"),
    [
        (
            "cafe\u0301",
            4,
            "found U+0065 LATIN SMALL LETTER E U+0301 COMBINING ACUTE ACCENT; write U+00E9 LATIN SMALL LETTER E WITH ACUTE",
        ),
        ("5 \u212b", 3, "found U+212B ANGSTROM SIGN; write U+00C5 LATIN CAPITAL LETTER A WITH RING ABOVE"),
        (
            "ا\u0653",
            1,
            "found U+0627 ARABIC LETTER ALEF U+0653 ARABIC MADDAH ABOVE; write U+0622 ARABIC LETTER ALEF WITH MADDA ABOVE",
        ),
    ],
)
def test_refuses_text_that_is_not_composed(text: str, column: int, tail: str) -> None:
    """Two spellings of one letter would be two ids, two search terms."""
    (found,) = faults(f"\n{text}")
    message = "the text must be composed (Unicode NFC), each letter with its accents one character; "
    assert (found.line, found.column, found.code, found.message) == (2, column, "decomposed", message + tail)


def test_reports_every_place_in_the_order_of_the_text() -> None:
    """All faults come at once, sorted by line and column."""
    found = faults("a\u200bb\u200b\nc\u202e\ncafe\u0301\u200b")
    assert [(fault.line, fault.column) for fault in found] == [(1, 2), (1, 4), (2, 2), (3, 4), (3, 6)]
