"""Dates of events: what is read, what is refused and how, and the days that a date may mean."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.small_chronicle import event
from timeline.entries.dates import DateError, EdtfDate, Part, Shape, parse
from timeline.entries.gist import gist
from timeline.entries.problem import found

PARTS = st.builds(
    lambda day, precision, mark: Part(
        day.year, day.month if precision > 0 else None, day.day if precision > 1 else None, mark
    ),
    st.dates(min_value=date(1, 1, 1)),
    st.integers(0, 2),
    st.sampled_from(["", "~", "?", "%"]),
)


def two(first: Part, last: Part) -> list[str]:
    """The dates that two parts can make in the order given."""
    texts = [str(first), f"{first}/.."]
    if first.iso != last.iso and first.earliest <= last.latest:
        texts.append(f"{first}/{last}")
        if first.precision == last.precision != "year":
            texts.append(f"[{first.iso}..{last.iso}]")
    return texts


DATES = st.builds(two, PARTS, PARTS).flatmap(st.sampled_from).map(parse)


@pytest.mark.parametrize(
    ("text", "shape", "earliest", "latest", "days"),
    [
        ("2018-06-13", Shape.POINT, "2018-06-13", "2018-06-13", 1),
        ("2018-06", Shape.POINT, "2018-06-01", "2018-06-30", 30),
        ("2018", Shape.POINT, "2018-01-01", "2018-12-31", 365),
        ("2020-02", Shape.POINT, "2020-02-01", "2020-02-29", 29),
        ("2018-06-13~", Shape.POINT, "2018-06-13", "2018-06-13", 1),
        ("2018-06?", Shape.POINT, "2018-06-01", "2018-06-30", 30),
        ("2018%", Shape.POINT, "2018-01-01", "2018-12-31", 365),
        ("2018-06-14/2018-06-17", Shape.INTERVAL, "2018-06-14", "2018-06-17", 4),
        ("2018-06-14~/2018-07?", Shape.INTERVAL, "2018-06-14", "2018-07-31", 48),
        ("2018/2018-03", Shape.INTERVAL, "2018-01-01", "2018-03-31", 90),
        ("2018-06-14/2018-06", Shape.INTERVAL, "2018-06-14", "2018-06-30", 17),
        ("2018-06-14/..", Shape.OPEN, "2018-06-14", "9999-12-31", 2915201),
        ("2018-06%/..", Shape.OPEN, "2018-06-01", "9999-12-31", 2915214),
        ("[2018-06-13..2018-06-15]", Shape.ONE_OF, "2018-06-13", "2018-06-15", 3),
        ("[2018-06..2018-07]", Shape.ONE_OF, "2018-06-01", "2018-07-31", 61),
    ],
)
def test_every_form_is_read_with_the_days_it_may_mean(
    text: str, shape: Shape, earliest: str, latest: str, days: int
) -> None:
    read = parse(text)
    assert (read.text, read.shape, str(read.earliest), str(read.latest), read.days) == (
        text, shape, earliest, latest, days,
    )  # fmt: skip


def test_the_parts_keep_their_precision_and_their_qualifier() -> None:
    read = parse("2018-06-14~/2018?")
    assert (read.first, read.last) == (Part(2018, 6, 14, "~"), Part(2018, None, None, "?"))
    assert [part.precision for part in (read.first, Part(2018, 6), Part(2018))] == ["day", "month", "year"]
    assert parse("2018-06/..").last is None


ANY_ORDER = "a date must be written in digits, the year first, as in 2018-06-13, 2018-06 or 2018"
A_SLASH = "the two ends of an interval must be joined by a slash, without spaces, as in 2018-06-13/2018-06-15"
FOUR_DIGITS = "the year must have four digits"
NO_MARK = "inside [a..b] no mark ~ ? % may stand: the brackets say that it is not known"
ONE_MARK = "at most one mark ~ ? % may stand, at the end of a day, month or year (% means ~ and ? together)"
ANYTHING = (
    "a date must be a day (2018-06-13), a month (2018-06), a year (2018), an interval (2018-06-13/2018-06-15), "
    "an interval that went on (2018-06-13/..) or one unknown day ([2018-06-13..2018-06-15])"
)
YEAR_ONE = "the year must be 0001 or later: years before it are not supported"
SEASONS = "seasons are not supported: write the months, such as 2018-06/2018-08"
X_DIGITS = "unknown digits (X) are not supported: give the months or days it may lie between"
SETS = (
    "sets and lists of dates are not supported: write a/b if it lasted, [a..b] for one unknown day or month from a to b"
)
HYPHENS = "year, month and day must be joined by hyphens (-)"
TWO_DIGITS = "month and day must have two digits"
NO_TIME = "a date must have no time of day"
NO_SPACES = "a date must have no spaces"
ABOUT = "a date that is only about right must end in ~"
BRACKETS = "brackets must stand around the whole date, as in [2018-06-13..2018-06-15]"
BOTH_ENDS = "inside [a..b] both ends must be given"
TWO_IN_BRACKETS = "brackets must hold two dates, as in [2018-06-13..2018-06-15]"
TWO_DOTS = (
    "two dots must stand in brackets for one unknown day, [2018-06-13..2018-06-15]; "
    "if it lasted, the ends must be joined by a slash, 2018-06-13/2018-06-15"
)
BEGINNING = "the beginning must be given: write the earliest day, month or year it may have begun"
WENT_ON = "an interval that went on must end in two dots"
DIFFER = "the two ends must differ"
A_PART = "a part of a month must be written as the days that it may lie between, as in '[{}]', or as the month alone"
SAME_PRECISION = "[a..b] must have two days or two months"
REFUSED = {
    "a date must be given, such as 2018-06-13": [("", 0, ""), ("  ", 0, "")],
    "a date must have at most 80 characters": [("2" * 81, 0, "")],
    YEAR_ONE: [
        ("0000", 0, ""), ("0000-06", 0, ""), ("-0044", 0, ""), ("-0044-03-15", 0, ""), ("44 BC", 3, ""),
        ("44 B.C.E.", 3, ""),
    ],
    SEASONS: [("2018-21", 5, ""), ("2018-41", 5, ""), ("2018-06/2018-24", 13, ""), ("summer 2018", 0, "")],
    "the month must be from 01 to 12": [("2018-13", 5, ""), ("2018-00", 5, ""), ("2018-06-13/2018-99-01", 16, "")],
    "the day must be from 01 to 28: February 2018 has 28 days": [("2018-02-30", 8, ""), ("2018-02-29~", 8, "")],
    "the day must be from 01 to 29: February 2020 has 29 days": [("2020-02-30", 8, "")],
    "the day must be from 01 to 30: June 2018 has 30 days": [
        ("2018-06-31", 8, ""), ("2018-06-00", 8, ""), ("2018-06-13/2018-06-31", 19, ""),
        ("[2018-06-13..2018-06-31]", 21, ""),
    ],
    "unknown digits must be left out": [
        ("2018-06-XX", 0, "2018-06"), ("2018-XX", 0, "2018"), ("2018-XX-XX", 0, "2018"), ("2018-06-uu", 0, "2018-06"),
    ],
    X_DIGITS: [("201X", 3, ""), ("2018-XX-13", 5, ""), ("2018-06-1x", 9, ""), ("2018-06-13/2018-06-XX", 19, "")],
    BEGINNING: [("/2018-06-13", 0, ""), ("../2018-06-13", 0, ""), ("../..", 0, "")],
    WENT_ON: [
        ("2018-06-13/", 0, "2018-06-13/.."), ("2018-06/open", 0, "2018-06/.."), ("2018~/...", 0, "2018~/.."),
    ],
    "the beginning must come before the end, but 2018-06-17 is after 2018-06-14": [
        ("2018-06-17/2018-06-14", 0, "2018-06-14/2018-06-17"),
        ("[2018-06-17..2018-06-14]", 1, "[2018-06-14..2018-06-17]"),
    ],
    "the beginning must come before the end, but 2018-06-17? is after 2017": [
        ("2018-06-17?/2017", 0, "2017/2018-06-17?"),
    ],
    DIFFER: [
        ("2018-06-13/2018-06-13", 11, "2018-06-13"), ("2018/2018", 5, "2018"),
        ("2018-06-13~/2018-06-13", 12, "2018-06-13~"), ("2018-06-13/2018-06-13?", 11, "2018-06-13?"),
        ("[2018-06..2018-06]", 10, "2018-06"),
    ],
    NO_MARK: [
        ("[2018-06-13~..2018-06-15]", 11, "[2018-06-13..2018-06-15]"),
        ("[2018-06-13..2018-06-15?]", 23, "[2018-06-13..2018-06-15]"),
        ("[2018-06-13~..2018-06-15%]", 11, "[2018-06-13..2018-06-15]"),
        ("[2018-06-13..2018-06-15]~", 0, "[2018-06-13..2018-06-15]"),
    ],
    SAME_PRECISION: [("[2018-06..2018-06-15]", 10, ""), ("[2017..2018]", 1, "[2017-01..2018-12]")],
    SETS: [
        ("{2018-06-13,2018-06-14}", 0, ""), ("[2018-06-13,2018-06-14]", 11, ""), ("2018-06-13, 2018-06-14", 10, ""),
        ("2018-06-13 and 2018-06-14", 11, ""),
    ],
    BOTH_ENDS: [("[2018-06-13..]", 11, ""), ("[..2018-06-13]", 0, "")],
    TWO_IN_BRACKETS: [("[2018-06-13]", 0, "2018-06-13"), ("[]", 0, "")],
    BRACKETS: [("[2018-06-13..2018-06-15", 0, ""), ("2018-06-13..2018-06-15]", 0, "")],
    "inside brackets the ends must be joined by two dots": [
        ("[2018-06-13/2018-06-15]", 0, "[2018-06-13..2018-06-15]"),
    ],
    TWO_DOTS: [("2018-06-13..2018-06-15", 0, ""), ("..", 0, "")],
    "a date must have one slash at most": [("2018-06-13/2018-06-14/2018-06-15", 10, "")],
    NO_TIME: [
        ("2018-06-13T10:00", 10, "2018-06-13"), ("2018-06-13 10:00", 10, "2018-06-13"),
        ("2018-06-13T10:00:00Z", 10, "2018-06-13"), ("2018-06-13/2018-06-15T10:00", 21, "2018-06-13/2018-06-15"),
    ],
    NO_SPACES: [
        (" 2018-06-13", 0, "2018-06-13"), ("2018-06-13\n", 10, "2018-06-13"),
        ("2018-06-13 / 2018-06-15", 10, "2018-06-13/2018-06-15"), ("2018-06/ ..", 8, "2018-06/.."),
        ("[2018-06-13 .. 2018-06-15]", 11, "[2018-06-13..2018-06-15]"),
    ],
    "digits must be 0 to 9": [
        ("٢٠١٨-٠٦-١٣", 0, "2018-06-13"), ("۲۰۱۸", 0, "2018"), ("2018-06-1٣", 9, "2018-06-13"),
        ("٢٠١٨-٠٦-١٣/٢٠١٨-٠٦-١٥", 0, "2018-06-13/2018-06-15"),
    ],
    ANY_ORDER: [
        ("14 June 2018", 0, "2018-06-14"), ("June 14, 2018", 0, "2018-06-14"), ("14th of June 2018", 0, "2018-06-14"),
        ("June 2018", 0, "2018-06"), ("Sept. 2018", 0, "2018-09"), ("May 2018", 0, "2018-05"),
        ("14.06.2018", 0, "2018-06-14"), ("06/14/2018", 0, "2018-06-14"), ("06/06/2018", 0, "2018-06-06"),
        ("14.06.2018", 0, "2018-06-14"), ("14-06-2018", 0, "2018-06-14"),
        ("06/2018", 0, "2018-06"), ("30 February 2018", 0, ""), ("13 Jnue 2018", 0, ""),
        ("14–16 June 2018", 0, "2018-06-14/2018-06-16"), ("4-6 June 2018", 0, "2018-06-04/2018-06-06"),
        ("24 June – 5 July 2018", 0, "2018-06-24/2018-07-05"),
        ("28 December 2018 to 3 January 2019", 0, "2018-12-28/2019-01-03"),
        ("28 December – 3 January 2019", 0, ""), ("June 13–15, 2018", 0, "2018-06-13/2018-06-15"),
        ("13-Jun-2018", 0, "2018-06-13"), ("Wednesday, 13 June 2018", 0, "2018-06-13"),
        ("13 حزيران 2018", 0, "2018-06-13"), ("13 يونيو 2018", 0, "2018-06-13"), ("1er août 2018", 0, "2018-08-01"),
        ("حزيران/يونيو 2018", 0, "2018-06"), ("كانون الثاني (يناير) 2018", 0, "2018-01"), ("1 aout 2018", 0, "2018-08-01"),
        ("13. Juni 2018", 0, "2018-06-13"), ("13 de junio de 2018", 0, "2018-06-13"), ("13 июня 2018", 0, "2018-06-13"),
    ],
    "day and month can be read either way here; write the year first, then month and day, as in 2018-06-13": [
        ("06/07/2018", 0, ""), ("6.7.2018", 0, ""), ("04-06-2018", 0, ""),
    ],
    A_PART.format("2018-06-01..2018-06-10"): [("early June 2018", 0, ""), ("beginning of June 2018", 0, "")],
    A_PART.format("2018-06-11..2018-06-20"): [("Mid June 2018", 0, ""), ("mid-June 2018", 0, "")],
    A_PART.format("2018-02-21..2018-02-28"): [("the end of February 2018", 0, ""), ("late شباط 2018", 0, "")],
    "a date known from one side alone must be written as the days that it may lie between, as in "
    "'[2018-06-01..2018-06-10]'": [("before 2018-06-13", 0, ""), ("until 15 June 2018", 0, "")],
    "an interval that went on must end in /..": [("since 14 June 2018", 0, "2018-06-14/..")],
    "a night must be written as its two days, joined by a slash": [
        ("night of 13-14 June 2018", 0, "2018-06-13/2018-06-14"),
    ],
    "a date must have its year, as in 2018-06-13": [("13 June", 0, ""), ("June 13", 0, "")],
    "quotes around a date must be straight (')": [("“2018-06-13”", 0, "2018-06-13")],
    "marks of direction, which cannot be seen, must not stand in a date": [("\u200f2018-06-13", 0, "2018-06-13")],
    "a date must be of the Gregorian calendar": [("29 Ramadan 1439", 3, ""), ("٢٩ رمضان ١٤٣٩", 3, "")],
    "one of two days must be written as the days that it may lie between, in brackets and quotes, as in "
    "'[2018-06-13..2018-06-15]'": [("2018-06-11 or 2018-06-12", 0, "")],
    FOUR_DIGITS: [
        ("18-06-13", 0, ""), ("13/06/18", 0, ""), ("18", 0, ""), ("201", 0, ""), ("12018", 0, ""), ("Y12018", 0, ""),
        ("2018-06/19-06", 8, ""),
    ],
    HYPHENS: [
        ("2018/06/14", 0, "2018-06-14"), ("2018/06", 0, "2018-06"), ("2018.6.4", 0, "2018-06-04"),
        ("2018–06–13", 0, "2018-06-13"), ("20180613", 0, "2018-06-13"),
    ],
    A_SLASH: [
        ("2018-06-13–2018-06-15", 0, "2018-06-13/2018-06-15"), ("2018-06-13 – 2018-06-15", 11, "2018-06-13/2018-06-15"),
        ("2018-06-13 to 2018-06-15", 11, "2018-06-13/2018-06-15"),
        ("2018-06-13 - 2018-06-15", 10, "2018-06-13/2018-06-15"), ("2018-06-13-2018-06-15", 0, "2018-06-13/2018-06-15"),
        ("2017–2018", 0, "2017/2018"), ("2018-06-13 until today", 11, ""),
    ],
    TWO_DIGITS: [
        ("2018-6-3", 0, "2018-06-03"), ("2018-6", 0, "2018-06"), ("2018-06-3~", 0, "2018-06-03~"),
        ("2018-06-13/2018-6-15", 11, "2018-06-13/2018-06-15"),
        ("[2018-6-13..2018-06-15]", 1, "[2018-06-13..2018-06-15]"), ("2018-6-31", 0, ""),
    ],
    ABOUT: [("c. 2018", 0, "2018~"), ("circa 2018-06", 0, "2018-06~"), ("about June 2018", 0, "2018-06~")],
    ONE_MARK: [
        ("2018-06~?", 0, "2018-06%"), ("~2018-06", 0, "2018-06~"), ("2018~-06", 4, ""), ("2018-06??", 7, ""),
    ],
    "weeks and quarters are not supported: write the days or months from and to": [
        ("2018-W24", 4, ""), ("2018-Q2", 4, ""),
    ],
    "days counted through the year are not supported: write month and day": [("2018-165", 0, "")],
    ANYTHING: [("today", 0, ""), ("null", 0, ""), ("2018-06-", 0, ""), ("2018-06-131", 0, ""), ("(2018)", 0, "")],
}  # fmt: skip
CASES = [(text, offset, rule, instead) for rule, cases in REFUSED.items() for text, offset, instead in cases]


@pytest.mark.parametrize(("text", "offset", "rule", "instead"), CASES, ids=[repr(case[0]) for case in CASES])
def test_every_other_form_is_refused_by_name(text: str, offset: int, rule: str, instead: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse(text)
    assert refusal.value.message == f"{rule}{f'; write {instead}' if instead else ''} ({found(text)})"
    assert refusal.value.offset == offset
    assert str(refusal.value) == refusal.value.message


@pytest.mark.parametrize("instead", sorted({case[3] for case in CASES if case[3]}))
def test_what_a_refusal_tells_to_write_is_read(instead: str) -> None:
    assert parse(instead).text == instead


@given(st.text(alphabet="0128-/.[]~?%X –TJune٢,{}", max_size=30))
def test_any_text_is_either_read_as_it_stands_or_refused_at_a_place_inside_it(text: str) -> None:
    try:
        read = parse(text)
    except DateError as error:
        refusal = error
    else:
        assert read.text == text
        return
    assert 0 <= refusal.offset <= len(text)
    if "; write " in refusal.message:
        parse(refusal.message.split("; write ")[1].split(" (found ")[0])


@given(DATES)
def test_a_date_is_its_parts_and_nothing_else(read: EdtfDate) -> None:
    written = {
        Shape.POINT: "{0}", Shape.INTERVAL: "{0}/{1}", Shape.OPEN: "{0}/..", Shape.ONE_OF: "[{0}..{1}]",
    }[read.shape].format(read.first, read.last)  # fmt: skip
    assert written == read.text
    assert read.earliest <= read.latest
    assert read.days >= 1


@given(PARTS)
def test_a_qualifier_moves_neither_the_earliest_nor_the_latest_day(part: Part) -> None:
    plain = parse(part.iso)
    marked = [parse(part.iso + mark) for mark in "~?%"]
    assert {(read.earliest, read.latest) for read in marked} == {(plain.earliest, plain.latest)}
    assert [read.qualified for read in (plain, *marked)] == [False, True, True, True]


def test_a_qualifier_at_either_end_qualifies_an_interval() -> None:
    texts = ["2018/2019", "2018~/2019", "2018/2019?", "2018%/..", "2018/..", "[2018-06..2018-08]"]
    assert [parse(text).qualified for text in texts] == [False, True, True, True, False, False]


@pytest.mark.parametrize(
    ("text", "possibly"),
    [
        ("2018-06-13", True),
        ("2018-06-13~", True),
        ("2018-06", True),
        ("2018-06-30/2018-07-01", True),
        ("2018-05-31/2018-06-01", True),
        ("2018", True),
        ("2018-05/..", True),
        ("[2018-06-29..2018-07-02]", True),
        ("2018-05-31", False),
        ("2018-07-01/..", False),
        ("2018-07-01~", False),
    ],
)
def test_an_event_is_possibly_in_june_when_any_of_its_days_is(text: str, possibly: bool) -> None:
    assert parse(text).possibly_within(date(2018, 6, 1), date(2018, 6, 30)) == possibly


@pytest.mark.parametrize(
    ("one", "other", "touch"),
    [
        ("2018-06", "2018-06-30/..", True),
        ("2018-06-13", "2018-06-13~", True),
        ("2018-06-13/2018-06-15", "[2018-06-15..2018-06-17]", True),
        ("2018-06-13/2018-06-15", "2018-06-16", False),
        ("2018", "2019", False),
    ],
)
def test_dates_touch_where_they_share_a_day(one: str, other: str, touch: bool) -> None:
    assert (parse(one).touches(parse(other)), parse(other).touches(parse(one))) == (touch, touch)


def test_the_order_is_by_earliest_day_then_by_the_shorter_span() -> None:
    texts = ["2018", "2018-01/..", "2018-01-02", "2018-01", "2018-01-01", "[2018-01-01..2018-01-03]", "2017-12~"]
    assert sorted(texts, key=lambda text: gist(event("x", text)).order) == [
        "2017-12~", "2018-01-01", "[2018-01-01..2018-01-03]", "2018-01", "2018", "2018-01/..", "2018-01-02",
    ]  # fmt: skip


def test_of_events_with_one_date_the_first_by_id_comes_first() -> None:
    assert gist(event("a", "2018")).order < gist(event("b", "2018")).order


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("2018-06-13~", "2018-06-13"),
        ("2018-06", "2018-06"),
        ("2018?", "2018"),
        ("[2018-06-13..2018-06-15]", "2018-06-13"),
        ("2018-06/2018-07-05", "2018-06"),
        ("0987-01-02/..", "0987-01-02"),
    ],
)
def test_the_prefix_is_the_beginning_as_precise_as_it_is_known(text: str, prefix: str) -> None:
    assert parse(text).prefix == prefix


@pytest.mark.parametrize(
    ("text", "until", "months"),
    [
        ("2018-06-13", "2019-04-30", [(2018, 6)]),
        ("2018-12-28/2019-01-03", "2019-04-30", [(2018, 12), (2019, 1)]),
        ("[2018-06..2018-08]", "2019-04-30", [(2018, 6), (2018, 7), (2018, 8)]),
        ("2018", "2018-03-01", [(2018, 1), (2018, 2), (2018, 3)]),
        ("2018-11-05/..", "2019-02-01", [(2018, 11), (2018, 12), (2019, 1), (2019, 2)]),
        ("2018-11-05/..", "2018-10-31", []),
        ("9999-12/..", "9999-12-31", [(9999, 12)]),
    ],
)
def test_a_date_touches_every_month_of_its_span_and_an_open_one_all_to_the_end(
    text: str, until: str, months: list[tuple[int, int]]
) -> None:
    assert list(parse(text).months(date.fromisoformat(until))) == months


def test_a_date_is_read_once_and_cannot_be_changed() -> None:
    assert parse("2018-06-13") is parse("2018-06-13")
    with pytest.raises(AttributeError):
        parse("2018-06-13").text = "2019"  # type: ignore[misc]


SAMPLE = [Part(2016, 2, 29, "~"), Part(2018, 6, 13), Part(2018, 6, None, "?"), Part(2018), Part(2019, 12, 1, "%")]


def test_the_days_are_those_of_an_independent_reader() -> None:
    """The `edtf` package, which reads more than this grammar, agrees on the bounds of all that both read."""
    texts = sorted({text for first, last in product(SAMPLE, SAMPLE) for text in two(first, last)})
    assert len(texts) > 20
    for text in texts:
        theirs, ours = parse_edtf(text), parse(text)
        assert tuple(theirs.lower_strict()[:3]) == (ours.earliest.year, ours.earliest.month, ours.earliest.day), text
        if ours.shape is not Shape.OPEN:
            assert tuple(theirs.upper_strict()[:3]) == (ours.latest.year, ours.latest.month, ours.latest.day), text
