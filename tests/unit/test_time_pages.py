"""The front page and the months: what they count, and where their links lead."""

from __future__ import annotations

from tests.unit.small_chronicle import SITE, chronicle, event
from timeline.chronicle.chronicle import Chronicle
from timeline.pages.shared import shared
from timeline.pages.time_pages import Front, MonthPage, front_page, month_pages, years

MADE = chronicle(
    event("rain", "2018-05-20/2018-07-02"),
    event("rise", "2018-06-03", confidence="confirmed"),
    event("fall", "2018-07-10"),
)


def front(made: Chronicle) -> Front:
    model = front_page(shared(made, SITE)).make()
    assert isinstance(model, Front)
    return model


def test_the_front_page_counts_each_grade_also_when_it_is_empty() -> None:
    assert [(grade.label.text, grade.count) for grade in front(MADE).grades] == [("Confirmed", "1"), ("Reported", "2")]


def test_the_span_names_the_first_and_the_last_month() -> None:
    assert front(MADE).span.replace("\xa0", " ") == "May 2018 – July 2018"
    assert front(chronicle(event("rise", "2018-06-03"))).span.replace("\xa0", " ") == "June 2018"
    assert front(chronicle()).span == ""


def test_months_on_the_page_are_links_to_their_headings() -> None:
    assert [link.address for year in front(MADE).years for link in year.months] == ["#2018-05", "#2018-06", "#2018-07"]


def test_elsewhere_months_are_links_to_their_pages() -> None:
    assert [link.address for link in years(MADE, SITE)[0].months] == [
        "/flood/2018/05/",
        "/flood/2018/06/",
        "/flood/2018/07/",
    ]


def test_what_began_before_a_month_stands_above_its_list() -> None:
    models = [page.make() for page in month_pages(shared(MADE, SITE))]
    june = models[1]
    assert isinstance(june, MonthPage)
    assert [card.id for card in june.earlier] == ["rain"]
    assert june.listing.ids() == ("rise",)
    assert (june.previous and june.previous.id, june.next and june.next.id) == ("2018-05", "2018-07")
