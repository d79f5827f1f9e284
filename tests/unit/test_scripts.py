"""Words from right to left inside a text of the other direction."""

from __future__ import annotations

import pytest

from timeline.pages.scripts import mark_right_to_left


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("East bank & west", "East bank &amp; west"),
        ("هجين", '<bdi lang="ar">هجين</bdi>'),
        ("with sad (الصفافنة), not", 'with sad (<bdi lang="ar">الصفافنة</bdi>), not'),
        ("دير الزور – Deir", '<bdi lang="ar">دير الزور</bdi> – Deir'),
        ("شارع 24, Hajin", '<bdi lang="ar">شارع</bdi> 24, Hajin'),
    ],
)
def test_words_from_right_to_left_name_their_language(text: str, marked: str) -> None:
    assert mark_right_to_left(text, "ar") == marked
