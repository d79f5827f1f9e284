"""Dates drawn with their width: what is solid, hollow or stepped, and on which ruler."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.entries.dates import DateError, parse
from timeline.pages.date_glyph import Stretch, date_glyph, date_ruler, ruler, stretches
from timeline.pages.strings import read_catalogue

STRINGS = Path(__file__).parents[2] / "theme" / "strings"
EN = read_catalogue((STRINGS / "en.po").read_text("utf-8"), "en")
AR = read_catalogue((STRINGS / "ar.po").read_text("utf-8"), "ar", EN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018-06-13", [("solid", "2018-06-13", "2018-06-13")]),
        ("2018-06-14/2018-06-16", [("solid", "2018-06-14", "2018-06-16")]),
        ("[2018-06-13..2018-06-15]", [("hollow", "2018-06-13", "2018-06-15")]),
        ("2018-06", [("hollow", "2018-06-01", "2018-06-30")]),
        ("2018", [("hollow", "2018-01-01", "2018-12-31")]),
        ("2018-06-24~", [("solid", "2018-06-24", "2018-06-24")]),
        ("2018-06-10/..", [("solid", "2018-06-10", "2018-06-10"), ("on", "2018-06-10", "9999-12-31")]),
        (
            "2018-03/2018-05",
            [
                ("hollow", "2018-03-01", "2018-03-31"),
                ("solid", "2018-04-01", "2018-04-30"),
                ("hollow", "2018-05-01", "2018-05-31"),
            ],
        ),
        ("2018-03/2018-04", [("hollow", "2018-03-01", "2018-03-31"), ("hollow", "2018-04-01", "2018-04-30")]),
    ],
)
def test_known_days_are_solid_and_unknown_ones_hollow(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(each.look, each.start.isoformat(), each.end.isoformat()) for each in stretches(parse(text))]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018-06-13", "2018-06-01", "2018-06-30"),
        ("2018-05-28/2018-07-02", "2018-05-01", "2018-07-31"),
        ("2018-06-01~", "2018-05-01", "2018-06-30"),
        ("2018-06-28~", "2018-06-01", "2018-07-31"),
        ("2018-06-01?", "2018-06-01", "2018-06-30"),
        ("2018-06-30/..", "2018-06-01", "2018-07-31"),
    ],
)
def test_the_ruler_has_the_months_that_are_drawn_on(text: str, first: str, last: str) -> None:
    scale = ruler(parse(text))
    assert (scale.first.isoformat(), scale.last.isoformat()) == (first, last)


def test_the_glyph_of_one_day() -> None:
    assert date_glyph(parse("2018-06-16")) == (
        '<svg class="date-glyph" width="88" height="12" aria-hidden="true">'
        '<path class="ruler" d="M0 8.5H88M0.5 8.5v3M87.5 8.5v3M29.33 8.5v1.5M58.67 8.5v1.5"/>'
        '<path class="solid" d="M44 2H46.93V8H44z"/></svg>'
    )


def test_about_adds_three_lower_steps_to_each_side() -> None:
    plain, about = (str(date_glyph(parse(text))).count("z") for text in ("2018-06-16", "2018-06-16~"))
    assert (plain, about) == (1, 7)


def test_only_an_open_date_has_an_arrow() -> None:
    looks = {text: 'class="on"' in date_glyph(parse(text)) for text in ("2018-06-10/..", "2018-06-10/2018-06-12")}
    assert looks == {"2018-06-10/..": True, "2018-06-10/2018-06-12": False}


def test_a_mirrored_glyph_runs_from_the_right() -> None:
    assert 'd="M85.07 2H88V8H85.07z"' in date_glyph(parse("2018-06-01"), mirrored=True)


def test_the_large_form_names_the_days_of_the_date() -> None:
    made = str(date_ruler(parse("2018-06-12/2018-06-16"), EN))
    assert [part.split("<")[0] for part in made.split('text-anchor="middle">')[1:]] == ["1", "12", "16", "21"]
    assert made.count('class="named"') == 2


def test_the_large_form_names_months_in_the_language_of_the_site() -> None:
    assert ">حزيران</text>" in date_ruler(parse("2018-05-28/2018-06-02"), AR)


def test_two_looks_that_stand_apart_keep_the_days_between() -> None:
    assert stretches(parse("2018-06-30/2018-08"))[1] == Stretch("solid", date(2018, 7, 1), date(2018, 7, 31))


@given(
    st.dates(),
    st.dates(),
    st.sampled_from(["", "~", "?", "%"]),
    st.sampled_from(["{a}{q}", "{a}{q}/{b}", "[{a}..{b}]", "{a}{q}/.."]),
)
def test_every_date_of_the_calendar_can_be_drawn(a: date, b: date, mark: str, form: str) -> None:
    a, b = sorted((a, b))
    try:
        written = parse(form.format(a=a, b=b, q=mark))
    except DateError:
        return
    assert "nan" not in date_glyph(written) + date_ruler(written, EN)
