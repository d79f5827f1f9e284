"""Characters that cannot be seen are refused, and those that Arabic needs are not."""

from __future__ import annotations

import pytest

from timeline.entries.characters import faults

SEEN = "a character that cannot be seen must not stand here; "

REFUSED = [
    ("a\rb", 2, "remove it (found U+000D CONTROL)"),
    ("a\x00b", 2, "remove it (found U+0000 CONTROL)"),
    ("a\x7f", 2, "remove it (found U+007F CONTROL)"),
    ("a\x85b", 2, "remove it (found U+0085 CONTROL)"),
    ("a\u2028b", 2, "remove it (found U+2028 LINE SEPARATOR)"),
    ("a\u2029b", 2, "remove it (found U+2029 PARAGRAPH SEPARATOR)"),
    ("ab\u202ec", 3, "remove it (found U+202E RIGHT-TO-LEFT OVERRIDE)"),
    ("\u202ac", 1, "remove it (found U+202A LEFT-TO-RIGHT EMBEDDING)"),
    ("\u2066c", 1, "remove it (found U+2066 LEFT-TO-RIGHT ISOLATE)"),
    ("c\u2069", 2, "remove it (found U+2069 POP DIRECTIONAL ISOLATE)"),
    ("a\u200bb", 2, "remove it (found U+200B ZERO WIDTH SPACE)"),
    ("a\u2060b", 2, "remove it (found U+2060 WORD JOINER)"),
    ("a\ufeffb", 2, "remove it (found U+FEFF ZERO WIDTH NO-BREAK SPACE)"),
    ("a\u00adb", 2, "remove it (found U+00AD SOFT HYPHEN)"),
    ("a\U000e0041", 2, "remove it (found U+E0041 TAG LATIN CAPITAL LETTER A)"),
    ("a\ud800b", 2, "remove it (found U+D800 HALF OF A SURROGATE PAIR)"),
    ("a\ufdd0b", 2, "remove it (found U+FDD0 NOT A CHARACTER)"),
    ("a\uffff", 2, "remove it (found U+FFFF NOT A CHARACTER)"),
    ("a\U0010fffe", 2, "remove it (found U+10FFFE NOT A CHARACTER)"),
    ("a\u200cb", 2, "it may stand only between two Arabic letters; remove it (found U+200C ZERO WIDTH NON-JOINER)"),
    ("ب\u200d ", 2, "it may stand only between two Arabic letters; remove it (found U+200D ZERO WIDTH JOINER)"),
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
            "write U+00E9 LATIN SMALL LETTER E WITH ACUTE (found U+0065 LATIN SMALL LETTER E U+0301 COMBINING ACUTE ACCENT)",
        ),
        ("5 \u212b", 3, "write U+00C5 LATIN CAPITAL LETTER A WITH RING ABOVE (found U+212B ANGSTROM SIGN)"),
        (
            "ا\u0653",
            1,
            "write U+0622 ARABIC LETTER ALEF WITH MADDA ABOVE (found U+0627 ARABIC LETTER ALEF U+0653 ARABIC MADDAH ABOVE)",
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


def test_a_tab_is_called_a_tab() -> None:
    assert [(fault.column, fault.message) for fault in faults("ok\tb")] == [
        (3, "a tab must not stand here; write spaces")
    ]
