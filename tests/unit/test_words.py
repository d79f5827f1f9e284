"""Dates in words, in English and Arabic: exact, for every shape, precision and qualifier. `_` is a no-break space."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.entries.dates import parse
from timeline.pages.strings import read_catalogue
from timeline.pages.words import date_short, date_words, day_figure, iso_datetime, month_name, weekday

FOLDER = Path(__file__).parents[2] / "theme" / "strings"
EN = read_catalogue((FOLDER / "en.po").read_text(encoding="utf-8"), "en")
AR = read_catalogue((FOLDER / "ar.po").read_text(encoding="utf-8"), "ar", EN)


def seen(words: str) -> str:
    return words.replace("\u00a0", "_")


WORDS = [
    ("2018-06-17", "17_June_2018", "١٧_حزيران_٢٠١٨"),
    ("2018-06-17~", "about 17_June_2018", "نحو ١٧_حزيران_٢٠١٨"),
    ("2018-06-17?", "possibly 17_June_2018", "١٧_حزيران_٢٠١٨ (ربما)"),
    ("2018-06-17%", "possibly about 17_June_2018", "نحو ١٧_حزيران_٢٠١٨ (ربما)"),
    ("2018-06", "June_2018", "حزيران_٢٠١٨"),
    ("2018-06~", "about June_2018", "نحو حزيران_٢٠١٨"),
    ("2018-06?", "possibly June_2018", "حزيران_٢٠١٨ (ربما)"),
    ("2018-06%", "possibly about June_2018", "نحو حزيران_٢٠١٨ (ربما)"),
    ("2018", "2018", "٢٠١٨"),
    ("2018~", "about 2018", "نحو ٢٠١٨"),
    ("2018?", "possibly 2018", "٢٠١٨ (ربما)"),
    ("2018%", "possibly about 2018", "نحو ٢٠١٨ (ربما)"),
    ("2018-06-14/2018-06-16", "14–16_June_2018", "من ١٤ إلى ١٦_حزيران_٢٠١٨"),
    ("2018-06-14~/2018-06-27", "from about 14 to 27_June_2018", "من نحو ١٤ إلى ٢٧_حزيران_٢٠١٨"),
    ("2018-06-14/2018-06-16?", "from 14 to possibly 16_June_2018", "من ١٤ إلى ١٦_حزيران_٢٠١٨ (ربما)"),
    ("2018-06-14~/2018-06-16?", "from about 14 to possibly 16_June_2018", "من نحو ١٤ إلى ١٦_حزيران_٢٠١٨ (ربما)"),
    ("2018-06-24/2018-07-05", "24_June_– 5_July_2018", "من ٢٤_حزيران إلى ٥_تموز_٢٠١٨"),
    (
        "2018-06-24~/2018-07-05%",
        "from about 24_June to possibly about 5_July_2018",
        "من نحو ٢٤_حزيران إلى نحو ٥_تموز_٢٠١٨ (ربما)",
    ),
    ("2018-12-28/2019-01-03", "28_December_2018_– 3_January_2019", "من ٢٨_كانون_الأول_٢٠١٨ إلى ٣_كانون_الثاني_٢٠١٩"),
    (
        "2018-12-28~/2019-01-03",
        "from about 28_December_2018 to 3_January_2019",
        "من نحو ٢٨_كانون_الأول_٢٠١٨ إلى ٣_كانون_الثاني_٢٠١٩",
    ),
    ("2018-06/2018-08", "June–August_2018", "من حزيران إلى آب_٢٠١٨"),
    ("2018-06~/2018-08", "from about June to August_2018", "من نحو حزيران إلى آب_٢٠١٨"),
    ("2018-11/2019-01", "November_2018_– January_2019", "من تشرين_الثاني_٢٠١٨ إلى كانون_الثاني_٢٠١٩"),
    ("2017/2018", "2017–2018", "من ٢٠١٧ إلى ٢٠١٨"),
    ("2017?/2018", "from possibly 2017 to 2018", "من ٢٠١٧ (ربما) إلى ٢٠١٨"),
    ("2018-06/2018-07-05", "from June to 5_July_2018", "من حزيران إلى ٥_تموز_٢٠١٨"),
    ("2018-06-14/2018-07", "from 14_June to July_2018", "من ١٤_حزيران إلى تموز_٢٠١٨"),
    ("2018-06-14/2018", "from 14_June_2018 to 2018", "من ١٤_حزيران_٢٠١٨ إلى ٢٠١٨"),
    ("2018/2018-07", "from 2018 to July_2018", "من ٢٠١٨ إلى تموز_٢٠١٨"),
    ("2017/2018-07", "from 2017 to July_2018", "من ٢٠١٧ إلى تموز_٢٠١٨"),
    ("2018-06-14/2018-06", "from 14_June to June_2018", "من ١٤_حزيران إلى حزيران_٢٠١٨"),
    ("2018-06/2018-06-20", "from June to 20_June_2018", "من حزيران إلى ٢٠_حزيران_٢٠١٨"),
    ("2018-06-03/..", "from 3_June_2018 on", "ابتداءً من ٣_حزيران_٢٠١٨"),
    ("2018-06-03~/..", "from about 3_June_2018 on", "ابتداءً من نحو ٣_حزيران_٢٠١٨"),
    ("2018-06-03?/..", "from possibly 3_June_2018 on", "ابتداءً من ٣_حزيران_٢٠١٨ (ربما)"),
    ("2018-06-03%/..", "from possibly about 3_June_2018 on", "ابتداءً من نحو ٣_حزيران_٢٠١٨ (ربما)"),
    ("2018-06/..", "from June_2018 on", "ابتداءً من حزيران_٢٠١٨"),
    ("2018-06~/..", "from about June_2018 on", "ابتداءً من نحو حزيران_٢٠١٨"),
    ("2018/..", "from 2018 on", "ابتداءً من ٢٠١٨"),
    ("2018?/..", "from possibly 2018 on", "ابتداءً من ٢٠١٨ (ربما)"),
    ("[2018-06-13..2018-06-15]", "one day between 13 and 15_June_2018", "أحد الأيام بين ١٣ و١٥_حزيران_٢٠١٨"),
    ("[2018-06-13..2018-06-14]", "13 or 14_June_2018", "١٣ أو ١٤_حزيران_٢٠١٨"),
    ("[2018-06-28..2018-07-03]", "one day between 28_June and 3_July_2018", "أحد الأيام بين ٢٨_حزيران و٣_تموز_٢٠١٨"),
    ("[2018-06-30..2018-07-01]", "30_June or 1_July_2018", "٣٠_حزيران أو ١_تموز_٢٠١٨"),
    (
        "[2018-12-28..2019-01-03]",
        "one day between 28_December_2018 and 3_January_2019",
        "أحد الأيام بين ٢٨_كانون_الأول_٢٠١٨ و٣_كانون_الثاني_٢٠١٩",
    ),
    ("[2018-12-31..2019-01-01]", "31_December_2018 or 1_January_2019", "٣١_كانون_الأول_٢٠١٨ أو ١_كانون_الثاني_٢٠١٩"),
    ("[2018-06..2018-08]", "one month between June and August_2018", "أحد الأشهر بين حزيران وآب_٢٠١٨"),
    ("[2018-06..2018-07]", "June or July_2018", "حزيران أو تموز_٢٠١٨"),
    (
        "[2018-11..2019-01]",
        "one month between November_2018 and January_2019",
        "أحد الأشهر بين تشرين_الثاني_٢٠١٨ وكانون_الثاني_٢٠١٩",
    ),
    ("[2018-12..2019-01]", "December_2018 or January_2019", "كانون_الأول_٢٠١٨ أو كانون_الثاني_٢٠١٩"),
]


@pytest.mark.parametrize(("text", "english", "arabic"), WORDS)
def test_a_date_is_said_in_full(text: str, english: str, arabic: str) -> None:
    assert (seen(date_words(parse(text), EN)), seen(date_words(parse(text), AR))) == (english, arabic)


@pytest.mark.parametrize(
    ("text", "english", "arabic"),
    [
        ("2018-06-17~", "about 17_Jun_2018", "نحو ١٧_حزيران_٢٠١٨"),
        ("2018-06-24/2018-07-05", "24_Jun_– 5_Jul_2018", "من ٢٤_حزيران إلى ٥_تموز_٢٠١٨"),
        ("2018-10/2018-12", "Oct–Dec_2018", "من تشرين_الأول إلى كانون_الأول_٢٠١٨"),
        ("[2018-09-13..2018-09-15]", "one day between 13 and 15_Sep_2018", "أحد الأيام بين ١٣ و١٥_أيلول_٢٠١٨"),
    ],
)
def test_a_short_date_shortens_months_where_the_language_does(text: str, english: str, arabic: str) -> None:
    assert (seen(date_short(parse(text), EN)), seen(date_short(parse(text), AR))) == (english, arabic)


FIGURES = [
    ("2018-06-17", ("", "17", "Jun"), ("", "١٧", "حزيران")),
    ("2018-06-17~", ("about", "17", "Jun"), ("نحو", "١٧", "حزيران")),
    ("2018-06-17?", ("possibly", "17", "Jun"), ("ربما", "١٧", "حزيران")),
    ("2018-06-17%", ("possibly about", "17", "Jun"), ("ربما نحو", "١٧", "حزيران")),
    ("2018-10", ("", "Oct", ""), ("", "تشرين_الأول", "")),
    ("2018-06~", ("about", "Jun", ""), ("نحو", "حزيران", "")),
    ("2018", ("", "2018", ""), ("", "٢٠١٨", "")),
    ("2018-06-14/2018-06-16", ("", "14–16", "Jun"), ("", "١٤–١٦", "حزيران")),
    ("2018-06-14~/2018-06-16", ("about", "14–16", "Jun"), ("نحو", "١٤–١٦", "حزيران")),
    ("2018-06-14/2018-06-16?", ("possibly", "14–16", "Jun"), ("ربما", "١٤–١٦", "حزيران")),
    ("2018-06-14~/2018-06-16?", ("possibly about", "14–16", "Jun"), ("ربما نحو", "١٤–١٦", "حزيران")),
    ("2018-09-24/2018-10-05", ("", "24_Sep_– 5_Oct", ""), ("", "٢٤_أيلول_– ٥_تشرين_الأول", "")),
    ("2018-12-28/2019-01-03", ("", "28_Dec_– 3_Jan", ""), ("", "٢٨_كانون_الأول_– ٣_كانون_الثاني", "")),
    ("2018-06/2018-08", ("", "Jun–Aug", ""), ("", "حزيران–آب", "")),
    ("2018-11/2019-01", ("", "Nov–Jan", ""), ("", "تشرين_الثاني–كانون_الثاني", "")),
    ("2018-06/2018-07-05", ("", "Jun_– 5_Jul", ""), ("", "حزيران_– ٥_تموز", "")),
    ("2017/2018", ("", "2017–2018", ""), ("", "٢٠١٧–٢٠١٨", "")),
    ("2018-06-03/..", ("from", "3", "Jun"), ("من", "٣", "حزيران")),
    ("2018-06-03~/..", ("from about", "3", "Jun"), ("من نحو", "٣", "حزيران")),
    ("2018-06/..", ("from", "Jun", ""), ("من", "حزيران", "")),
    ("[2018-06-13..2018-06-15]", ("one day of", "13–15", "Jun"), ("أحد الأيام", "١٣–١٥", "حزيران")),
    ("[2018-06-28..2018-07-03]", ("one day of", "28_Jun_– 3_Jul", ""), ("أحد الأيام", "٢٨_حزيران_– ٣_تموز", "")),
    ("[2018-06..2018-08]", ("one month of", "Jun–Aug", ""), ("أحد الأشهر", "حزيران–آب", "")),
]


@pytest.mark.parametrize(("text", "english", "arabic"), FIGURES)
def test_a_figure_hangs_beside_its_row(text: str, english: tuple[str, str, str], arabic: tuple[str, str, str]) -> None:
    shown = [tuple(seen(words) for words in day_figure(parse(text), strings)) for strings in (EN, AR)]
    assert shown == [english, arabic]


@pytest.mark.parametrize(
    ("text", "english", "arabic"),
    [
        ("2018-06-11", "Monday", "الاثنين"),
        ("2018-06-12", "Tuesday", "الثلاثاء"),
        ("2018-06-13", "Wednesday", "الأربعاء"),
        ("2018-06-14", "Thursday", "الخميس"),
        ("2018-06-15", "Friday", "الجمعة"),
        ("2018-06-16", "Saturday", "السبت"),
        ("2018-06-17", "Sunday", "الأحد"),
        ("2018-06", "day not known", "اليوم غير معروف"),
        ("2018~", "day not known", "اليوم غير معروف"),
        ("2018-06-17~", "", ""),
        ("2018-06-17?", "", ""),
        ("2018-06-17/2018-06-18", "", ""),
        ("2018-06-17/..", "", ""),
        ("[2018-06-17..2018-06-18]", "", ""),
    ],
)
def test_a_weekday_is_told_only_of_a_day_known_for_sure(text: str, english: str, arabic: str) -> None:
    assert (weekday(parse(text), EN), weekday(parse(text), AR)) == (english, arabic)


def test_a_weekday_has_a_short_name() -> None:
    assert (weekday(parse("2018-06-13"), EN, "short"), weekday(parse("2018-06-13"), AR, "short")) == ("Wed", "الأربعاء")


@pytest.mark.parametrize(
    ("text", "machine"),
    [
        ("2018-06-17~", "2018-06-17"),
        ("2018-06", "2018-06"),
        ("2018?", "2018"),
        ("2018-06-24/2018-07", "2018-06-24"),
        ("2018-06/..", "2018-06"),
        ("[2018-06-13..2018-06-15]", "2018-06-13"),
    ],
)
def test_the_machine_readable_date_is_the_beginning_as_precise_as_it_is_known(text: str, machine: str) -> None:
    assert iso_datetime(parse(text)) == machine


@pytest.mark.parametrize(
    ("month", "english", "short", "arabic"),
    [
        (1, "January_2018", "Jan_2018", "كانون_الثاني_٢٠١٨"),
        (2, "February_2018", "Feb_2018", "شباط_٢٠١٨"),
        (3, "March_2018", "Mar_2018", "آذار_٢٠١٨"),
        (4, "April_2018", "Apr_2018", "نيسان_٢٠١٨"),
        (5, "May_2018", "May_2018", "أيار_٢٠١٨"),
        (6, "June_2018", "Jun_2018", "حزيران_٢٠١٨"),
        (7, "July_2018", "Jul_2018", "تموز_٢٠١٨"),
        (8, "August_2018", "Aug_2018", "آب_٢٠١٨"),
        (9, "September_2018", "Sep_2018", "أيلول_٢٠١٨"),
        (10, "October_2018", "Oct_2018", "تشرين_الأول_٢٠١٨"),
        (11, "November_2018", "Nov_2018", "تشرين_الثاني_٢٠١٨"),
        (12, "December_2018", "Dec_2018", "كانون_الأول_٢٠١٨"),
    ],
)
def test_months_have_their_own_names(month: int, english: str, short: str, arabic: str) -> None:
    assert seen(month_name(2018, month, EN)) == english
    assert seen(month_name(2018, month, EN, "short")) == short
    assert seen(month_name(2018, month, AR)) == seen(month_name(2018, month, AR, "short")) == arabic
