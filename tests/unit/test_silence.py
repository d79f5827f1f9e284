"""Silences: which days count as recorded, and which stretches between them are said to be silent."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.small_chronicle import event
from timeline.entries.dates import parse
from timeline.pages.silence import Silence, recorded, silences


def of(*dates: str) -> tuple[Silence, ...]:
    return silences([event(f"e-{number}", text) for number, text in enumerate(dates)])


def test_four_days_without_a_record_are_a_silence_and_three_are_not() -> None:
    assert of("2018-05-01", "2018-05-05") == ()
    assert of("2018-05-01", "2018-05-06") == (Silence(date(2018, 5, 2), date(2018, 5, 5), 0),)


def test_the_days_of_a_silence_are_counted_with_both_ends() -> None:
    assert of("2018-05-24", "2018-06-01")[0].days == 7


def test_nothing_is_silent_before_the_first_record_or_after_the_last() -> None:
    assert of() == ()
    assert of("2018-05-01") == ()


@pytest.mark.parametrize("between", ["2018-05-03/2018-05-08", "[2018-05-03..2018-05-08]", "2018-05-03~/2018-05-08?"])
def test_each_day_of_a_short_date_is_recorded(between: str) -> None:
    assert of("2018-05-01", between, "2018-05-10") == ()


@pytest.mark.parametrize("undated", ["2018-05", "2018", "2018-04~", "[2018-04..2018-05]", "2018-04/2018-06"])
def test_a_date_without_a_day_ends_no_silence_but_may_touch_it(undated: str) -> None:
    expected = 0 if undated == "2018-04~" else 1
    assert of("2018-05-01", undated, "2018-05-10") == (Silence(date(2018, 5, 2), date(2018, 5, 9), expected),)


def test_a_long_event_records_its_first_and_last_day_alone() -> None:
    assert of("2018-05-01/2018-06-01") == (Silence(date(2018, 5, 2), date(2018, 5, 31), 1),)
    assert of("2018-05-01/2018-05-31") == ()


def test_an_event_that_went_on_records_the_day_on_which_it_began() -> None:
    assert list(recorded(parse("2018-05-03/.."))) == [(date(2018, 5, 3), date(2018, 5, 3))]


def test_a_record_inside_a_longer_one_does_not_end_it_early() -> None:
    assert of("2018-05-01/2018-05-10", "2018-05-02", "2018-05-12") == ()
