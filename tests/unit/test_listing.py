"""The list: months, the phases and silences between events, and the lanes beside them."""

from __future__ import annotations

import pytest

from tests.unit.small_chronicle import SITE, chronicle, event, phase
from timeline.chronicle.chronicle import Chronicle
from timeline.pages.cards import Card, cards
from timeline.pages.labels import Labels
from timeline.pages.listing import Gap, Listing, listing, setting
from timeline.pages.phases import PhaseBand, phase_bands


def bands(made: Chronicle) -> tuple[PhaseBand, ...]:
    return phase_bands(made, Labels(SITE, made.vocabularies), SITE)


def shown(made: Chronicle, limit: int | None = None) -> Listing:
    found = bands(made)
    rows = cards(made, Labels(SITE, made.vocabularies), SITE, found)
    return listing(made.events, rows, SITE, limit, setting(made, found, SITE))


def names(made: Chronicle) -> list[list[str]]:
    return [[name(row) for row in group.rows] for group in shown(made).groups]


def name(row: Card | Gap | PhaseBand) -> str:
    if isinstance(row, Gap):
        return row.words
    return row.id if isinstance(row, Card) else row.label.id


def test_a_phase_stands_before_the_first_event_of_its_first_day() -> None:
    made = chronicle(event("a", "2018-05-01"), event("b", "2018-05-03"), phases=(phase("rise", "2018-05-03/2018-06"),))
    assert names(made) == [["a", "rise", "b"]]


def test_a_phase_that_begins_in_a_month_without_events_opens_the_next() -> None:
    made = chronicle(event("a", "2018-05-31"), event("b", "2018-08-01"), phases=(phase("rise", "2018-06/2018-09"),))
    assert names(made)[1] == ["rise", "b"]


def test_a_silence_stands_in_the_month_in_which_it_begins() -> None:
    made = chronicle(event("a", "2018-05-24"), event("b", "2018-06-02"))
    nothing = "Nothing recorded 25 May – 1 June 2018, 8 days"
    assert [[each.replace("\xa0", " ") for each in month] for month in names(made)] == [["a", nothing], ["b"]]


@pytest.mark.parametrize(
    ("until", "told"), [("2020-05-30", "729 days"), ("2020-06-10", "2 years"), ("2090-01-01", "71 years")]
)
def test_a_silence_of_years_is_told_in_whole_years(until: str, told: str) -> None:
    made = chronicle(event("a", "2018-05-31"), event("b", until))
    assert names(made)[0][1].endswith(f", {told}")


def test_a_silence_says_how_many_events_may_touch_it() -> None:
    made = chronicle(event("a", "2018-05-01"), event("undated", "2018-05"), event("b", "2018-05-20"))
    gap = next(row for row in shown(made).groups[0].rows if isinstance(row, Gap))
    assert gap.running == "1 longer or undated event may touch them"
    assert gap.length == 18 * 4


def test_a_long_silence_is_drawn_no_longer_than_thirty_days() -> None:
    made = chronicle(event("a", "2018-05-01"), event("b", "2018-09-01"))
    assert [row.length for row in shown(made).groups[0].rows if isinstance(row, Gap)] == [120]


def test_phases_that_overlap_lie_in_lanes_and_one_that_follows_takes_the_free_lane() -> None:
    first, second, third = (
        phase("first", "2018-01-01/2018-03-31"),
        phase("second", "2018-02-01/2018-05-31"),
        phase("third", "2018-03-31/2018-06-30"),
    )
    made = chronicle(event("a", "2018-02-10"), event("b", "2018-06-10"), phases=(third, second, first))
    assert [(band.label.id, band.lane, band.lanes) for band in bands(made)] == [
        ("first", 1, (1,)),
        ("second", 2, (1, 2)),
        ("third", 1, (1, 2)),
    ]
    assert [row.lanes for group in shown(made).groups for row in group.rows if isinstance(row, Card)] == [(1, 2), (1,)]


def test_a_silence_lies_in_the_lanes_of_the_phases_that_run_through_all_of_it() -> None:
    phases = (phase("rise", "2018-05-01/2018-05-31"), phase("peak", "2018-05-01/2018-05-08"))
    made = chronicle(event("a", "2018-05-01"), event("b", "2018-05-20"), phases=phases)
    lane = {band.label.id: band.lane for band in bands(made)}
    assert [row.lanes for row in shown(made).groups[0].rows if isinstance(row, Gap)] == [(lane["rise"],)]


def test_a_month_names_every_phase_that_touches_it() -> None:
    phases = (phase("rise", "2018-05-31/2018-07-01"), phase("fall", "2018-07-02/2018-07-31"))
    made = chronicle(event("a", "2018-05-01"), event("b", "2018-07-10"), phases=phases)
    assert [[label.id for label in group.phases] for group in shown(made).groups] == [["rise"], ["rise", "fall"]]


def test_whole_months_beyond_the_limit_are_links() -> None:
    made = chronicle(
        event("a", "2018-05-01"), event("b", "2018-05-02"), event("c", "2018-06-01"), event("d", "2018-07-01")
    )
    found = shown(made, limit=2)
    assert found.ids() == ("a", "b")
    assert [(link.id, link.words, link.address) for link in found.later] == [
        ("2018-06", "1 event", "/flood/2018/06/"),
        ("2018-07", "1 event", "/flood/2018/07/"),
    ]
