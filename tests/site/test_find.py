"""Filters and search on the real site, in a real browser: what is shown is what the public data say."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.site.built import PROJECT, Built
from tests.site.server import served
from timeline.pages import time_pages
from timeline.pelican_side.run import build

Event = dict[str, Any]
TOPMOST = (
    "[...document.querySelectorAll('.card__title')].find(each => each.getBoundingClientRect().top > 0)?.textContent"
)
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def events(real: Built) -> list[Event]:
    """The public data of the events, in their order."""
    found: list[Event] = json.loads(real.files["data/v1/events.json"].read_text("utf-8"))["events"]
    return found


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The same site with 40 events on its front page: the other months are fetched."""
    output = tmp_path_factory.mktemp("short") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time_pages, "FIRST", 40)
        assert build(PROJECT, output=output).ok
    with served(output) as address:
        yield Built(output, address)


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a page of its own; errors that the page meets fail the test at its end."""
    contexts = []
    errors: list[str] = []

    def open_page(address: str, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": WIDE, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


def listed(page: Page) -> list[str]:
    """The ids of the events that the list shows, in its order."""
    links = page.locator(".row:not([hidden]) .card__title a:visible")
    paths: list[str] = links.evaluate_all("links => links.map(link => link.pathname)")
    return [path.strip("/").split("/")[-1] for path in paths]


def expect_listed(page: Page, wanted: list[Event]) -> None:
    """The list and its count come to hold exactly these events."""
    expect(page.locator("#count")).to_have_text(re.compile(rf"^{len(wanted)} of \d+ events$"))
    assert listed(page) == [event["id"] for event in wanted]


def query(page: Page) -> dict[str, list[str]]:
    return {key: values[0].split(",") for key, values in parse_qs(urlsplit(page.url).query).items()}


def box(page: Page, key: str, value: str) -> Locator:
    return page.locator(f".find input[name={key}][value='{value}']")


def choose(page: Page, key: str, value: str) -> None:
    group = page.locator(f"[data-filter={key}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    box(page, key, value).check()


def choose_from(page: Page, day: str) -> None:
    """Fill in the first of the chosen days."""
    page.locator("[data-filter=range] summary").click()
    page.locator(".find").get_by_label("From").fill(day)


def until(page: Page, expression: str) -> None:
    """Wait until an expression holds in the page; Playwright's own way asks for `eval`, which the policy refuses."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


def stir(page: Page) -> None:
    """Be seen by the page, and wait until filters and search are there."""
    for at in range(100):
        page.mouse.move(5 + at % 2, 5)
        if page.evaluate("history.scrollRestoration === 'manual'"):
            return
        page.wait_for_timeout(50)
    raise AssertionError("find.js")


FIELDS = {
    "kind": "kind",
    "confidence": "confidence",
    "place": "places",
    "actor": "actors",
    "tag": "tags",
    "phase": "phases",
}


def carries(event: Event, key: str, *values: str) -> bool:
    """Whether an event has any of some values of a filter, by the public data."""
    own = event[FIELDS[key]]
    return bool({own} & set(values)) if isinstance(own, str) else bool(set(own) & set(values))


@pytest.mark.parametrize("key", FIELDS)
def test_a_choice_leaves_the_events_that_carry_it(
    key: str, opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(real.address)
    value = page.locator(f"[data-filter={key}] input").nth(1).get_attribute("value") or ""
    promised = box(page, key, value).locator("xpath=..").locator(".choice__count").text_content()
    choose(page, key, value)
    wanted = [event for event in events if carries(event, key, value)]
    expect_listed(page, wanted)
    assert promised == str(len(wanted))
    assert query(page) == {key: [value]}


def test_two_values_of_a_filter_are_alternatives(opened: Callable[..., Page], real: Built, events: list[Event]) -> None:
    page = opened(real.address)
    choose(page, "kind", "attack")
    choose(page, "kind", "diplomacy")
    expect_listed(page, [event for event in events if carries(event, "kind", "attack", "diplomacy")])
    assert query(page) == {"kind": ["attack", "diplomacy"]}
    expect(page.locator("[data-filter=kind] .find-group__chosen")).to_have_text("2 chosen")


def test_three_filters_hold_together_and_counts_follow(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(f"{real.address}?place=hajin&confidence=disputed,reported")
    left = [
        event
        for event in events
        if carries(event, "place", "hajin") and carries(event, "confidence", "disputed", "reported")
    ]
    expect_listed(page, left)
    for choice in page.locator("[data-filter=kind] .choice").all():
        kind = choice.locator("input").get_attribute("value") or ""
        wanted = sum(carries(event, "kind", kind) for event in left)
        expect(choice.locator(".choice__count")).to_have_text(str(wanted))
    choose(page, "kind", "airstrike")
    expect_listed(page, [event for event in left if carries(event, "kind", "airstrike")])


def inside(event: Event, start: str, end: str) -> tuple[bool, bool]:
    """Whether an event lies certainly, and possibly, in a range of days."""
    first, last = event["date"]["earliest"], event["date"]["latest"] or "9999"
    certain = start <= first and last <= end and not re.search("[~?%]", event["date"]["edtf"])
    return certain, first <= end and start <= last


def test_a_range_holds_what_may_lie_in_it_and_marks_what_may_not(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(f"{real.address}?from=2018-06-01&to=2018-06-20")
    judged = [(event, *inside(event, "2018-06-01", "2018-06-20")) for event in events]
    expect_listed(page, [event for event, _, possibly in judged if possibly])
    doubtful = [event["id"] for event, certain, possibly in judged if possibly and not certain]
    marked = page.locator(".row--partly:not([hidden]) .card__title a").evaluate_all(
        "links => links.map(link => link.pathname)"
    )
    assert [path.split("/")[2] for path in marked] == doubtful
    switch = page.get_by_label(f"also possibly inside ({len(doubtful)})")
    switch.uncheck()
    expect_listed(page, [event for event, certain, _ in judged if certain])
    expect(switch).to_be_focused()
    assert query(page)["within"] == ["certain"]


def test_an_address_says_whether_dates_are_meant_strictly(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(f"{real.address}?from=2018-06-01&to=2018-06-20&within=certain")
    judged = [(event, *inside(event, "2018-06-01", "2018-06-20")) for event in events]
    strictly = [event for event, certain, _ in judged if certain]
    loosely = [event for event, _, possibly in judged if possibly]
    assert len(strictly) < len(loosely)
    expect_listed(page, strictly)
    page.reload()
    expect_listed(page, strictly)
    page.get_by_label("also possibly inside").check()
    expect_listed(page, loosely)
    assert "within" not in query(page)
    page.go_back()
    expect(page.get_by_label("also possibly inside")).not_to_be_checked()
    expect_listed(page, strictly)
    page.go_forward()
    expect_listed(page, loosely)
    page.go_back()
    expect_listed(page, strictly)
    page.get_by_role("button", name=re.compile("June.*, remove")).click()
    expect(page.locator("#count")).to_have_text(f"{len(events)} events")
    assert query(page) == {}
    choose_from(page, "2018-06-01")
    expect_listed(page, [event for event in events if inside(event, "2018-06-01", "9999")[1]])


def test_without_dates_an_address_cannot_mean_them_strictly(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(f"{real.address}?within=certain&kind=attack")
    expect_listed(page, [event for event in events if carries(event, "kind", "attack")])
    expect(page.get_by_label("also possibly inside")).to_have_count(0)
    choose(page, "confidence", "disputed")
    expect(page).to_have_url(re.compile(r"\?kind=attack&confidence=disputed$"))


def test_dates_are_chosen_in_the_form(opened: Callable[..., Page], real: Built, events: list[Event]) -> None:
    page = opened(real.address)
    choose_from(page, "2019-03-01")
    expect_listed(page, [event for event in events if inside(event, "2019-03-01", "9999")[1]])
    assert query(page) == {"from": ["2019-03-01"]}


@pytest.mark.parametrize("spelling", ["Dachisha", "dashishah", "al-Dushashiya", "الدشيشة"])
def test_every_spelling_of_a_town_finds_it(
    spelling: str, opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(real.address)
    page.get_by_role("searchbox").fill(spelling)
    expect(page.locator("#count")).to_have_text(re.compile(r"^\d\d of "))
    assert {event["id"] for event in events if "dashisha" in event["places"]} <= set(listed(page))


def test_search_and_filter_narrow_together_and_words_are_marked(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(f"{real.address}?q=dachisha")
    expect(page.locator("#count")).to_have_text(re.compile("of"))
    found = set(listed(page))
    choose(page, "kind", "airstrike")
    expect_listed(page, [event for event in events if event["id"] in found and carries(event, "kind", "airstrike")])
    until(page, "CSS.highlights.get('found')?.size > 0")
    marked = page.evaluate(
        "[...CSS.highlights.get('found')].map(r => r.startContainer.data.slice(r.startOffset, r.endOffset))"
    )
    assert set(marked) == {"Dashisha"}


@pytest.mark.parametrize("spelling", ["الدشيشة", "Dushashiya"])
def test_a_place_is_marked_in_its_rows_under_whatever_name_it_was_found(
    spelling: str, opened: Callable[..., Page], real: Built
) -> None:
    page = opened(f"{real.address}?q={spelling}")
    until(page, "CSS.highlights.get('found')?.size > 0")
    marked = page.evaluate(
        "[...CSS.highlights.get('found')].filter(r => r.startContainer.matches?.('a'))"
        ".map(r => [r.startContainer.pathname, r.endOffset])"
    )
    shown = page.locator(".row:visible .meta__places a[href='/places/dashisha/']")
    assert marked == [["/places/dashisha/", 1]] * shown.count()


def test_the_best_matches_come_first_when_asked_for(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(f"{real.address}?q=hajin")
    expect(page.locator("#count")).to_have_text(re.compile("of"))
    by_time = listed(page)
    order = [event["id"] for event in events]
    assert by_time == sorted(by_time, key=order.index)
    page.get_by_label("Best matches first").check()
    expect(page.locator(".best")).to_be_visible()
    titles = page.locator(".best .card__title").all_text_contents()
    assert all("Hajin" in title for title in titles[:10])
    assert sorted(listed(page)) == sorted(by_time)
    page.get_by_label("Best matches first").uncheck()
    expect(page.locator(".best")).to_be_hidden()
    assert listed(page) == by_time


def test_back_forward_and_reload_bring_back_state_and_scroll(opened: Callable[..., Page], real: Built) -> None:
    page = opened(real.address)
    choose(page, "kind", "attack")
    expect(page).to_have_url(re.compile("kind=attack$"))
    expect(page.locator("#count")).to_have_text(re.compile("of"))
    page.evaluate("scrollTo({top: 1500, behavior: 'instant'})")
    until(page, "history.state?.scroll > 1000")
    title = page.evaluate(TOPMOST)
    box(page, "confidence", "disputed").evaluate("box => box.click()")
    expect(page).to_have_url(re.compile("confidence=disputed"))
    page.go_back()
    expect(box(page, "confidence", "disputed")).not_to_be_checked()
    expect(page.locator("#count")).to_have_text(re.compile("of"))
    until(page, f"({TOPMOST}) === {json.dumps(title)}")
    page.go_forward()
    expect(box(page, "confidence", "disputed")).to_be_checked()
    page.reload()
    expect(box(page, "confidence", "disputed")).to_be_checked()
    expect(box(page, "kind", "attack")).to_be_checked()
    page.go_back()
    page.go_back()
    expect(box(page, "kind", "attack")).not_to_be_checked()
    expect(page.locator("#count")).to_have_text(re.compile(r"^\d+ events$"))


@pytest.mark.parametrize("view", ["", "?confidence=confirmed"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_back_from_an_event_is_where_the_reader_left(
    view: str, size: dict[str, int], opened: Callable[..., Page], real: Built
) -> None:
    page = opened(real.address + view, viewport=size)
    stir(page)
    expect(page.locator("#count")).to_have_text(re.compile("of" if view else "events$"))
    links = page.locator(".row:not([hidden]) .card__title a")
    link = links.nth(int(links.count() * 0.7))
    link.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    before = link.bounding_box()
    link.click()
    page.wait_for_url("**/events/*/")
    page.go_back()
    expect(link).to_be_in_viewport()
    page.wait_for_timeout(500)
    after = link.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) < 3


def test_a_month_that_an_address_names_stays_in_place_when_the_filters_arrive(
    opened: Callable[..., Page], real: Built
) -> None:
    page = opened(f"{real.address}#2018-06", viewport=PHONE, has_touch=True, is_mobile=True)
    title = page.locator("[id='2018-06']")
    expect(title).to_be_in_viewport()
    before = title.bounding_box()
    stir(page)
    page.wait_for_timeout(300)
    after = title.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) < 3


def test_typing_has_one_entry_in_the_history(opened: Callable[..., Page], real: Built) -> None:
    page = opened(real.address)
    length = page.evaluate("history.length")
    page.get_by_role("searchbox").press_sequentially("hajin", delay=30)
    expect(page).to_have_url(re.compile("q=hajin"))
    assert page.evaluate("history.length") == length


def test_chips_take_back_one_choice_or_all(opened: Callable[..., Page], real: Built, events: list[Event]) -> None:
    page = opened(f"{real.address}?kind=ground-offensive&place=hajin,dashisha")
    page.get_by_role("button", name="Hajin, remove").click()
    expect(page.get_by_role("button", name="Dashisha, remove")).to_be_focused()
    expect_listed(
        page,
        [
            event
            for event in events
            if carries(event, "kind", "ground-offensive") and carries(event, "place", "dashisha")
        ],
    )
    page.get_by_role("group", name="What is chosen").get_by_role("button", name="Clear all").click()
    expect(page.locator("#count")).to_have_text(f"{len(events)} events")
    expect(page.locator("#count")).to_be_focused()
    assert query(page) == {}
    assert len(listed(page)) == len(events)


def test_a_value_that_the_form_does_not_list_has_its_name_on_the_chip(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    value = next(
        place for event in events for place in event["places"] if f'value="{place}"' not in real.pages["index.html"]
    )
    page = opened(f"{real.address}?place={value}")
    expect_listed(page, [event for event in events if carries(event, "place", value)])
    name = box(page, "place", value).locator("xpath=..").locator(".choice__name").text_content()
    expect(page.get_by_role("button", name=f"{name}, remove")).to_be_visible()


def test_all_values_are_listed_where_the_link_was(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(real.address)
    stir(page)
    page.locator("[data-filter=place] .find-group__more").click()
    expect(page.locator("[data-filter=place] input")).to_have_count(
        len({place for event in events for place in event["places"]})
    )
    expect(page.locator("[data-filter=place] input").nth(7)).to_be_focused()


def test_an_empty_list_says_which_choice_to_loosen(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(f"{real.address}?kind=diplomacy&place=dashisha")
    expect(page.locator("#count")).to_have_text("No event matches; 2 choices could be loosened")
    left = [event for event in events if carries(event, "place", "dashisha")]
    page.get_by_role("button", name=f"Without Diplomacy: {len(left)} events").click()
    expect_listed(page, left)


def test_the_keyboard_alone_finds_and_clears(opened: Callable[..., Page], real: Built, events: list[Event]) -> None:
    page = opened(real.address)
    expect(page.locator(".find[open]")).to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("hajin/")
    expect(page.locator("#count")).to_have_text(re.compile("of"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.locator("#count")).to_have_text(f"{len(events)} events")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect_listed(page, [event for event in events if carries(event, "kind", "ground-offensive")])


def test_where_no_single_choice_helps_all_can_be_cleared(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(f"{real.address}?kind=diplomacy&place=dashisha&q=xylophone")
    expect(page.locator("#count")).to_have_text("No event matches what is chosen")
    page.locator(".find-empty").get_by_role("button").click()
    expect(page.locator("#count")).to_have_text(f"{len(events)} events")
    expect(page.locator("#count")).to_be_focused()


def test_on_a_phone_the_filters_are_a_sheet_with_the_count(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(real.address, viewport=PHONE, has_touch=True, is_mobile=True)
    page.get_by_role("button", name="Filter", exact=True).click()
    sheet = page.get_by_role("dialog", name="Filter events")
    expect(sheet).to_be_visible()
    expect(page.locator("#find-title")).to_be_focused()
    box(page, "kind", "attack").check()
    attacks = [event for event in events if carries(event, "kind", "attack")]
    page.get_by_role("button", name=f"Show {len(attacks)} events").click()
    expect(sheet).to_be_hidden()
    expect(page.get_by_role("button", name="Filter", exact=True)).to_be_focused()
    expect_listed(page, attacks)
    page.get_by_role("button", name="Filter", exact=True).click()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_button_of_the_sheet_shows_the_list(opened: Callable[..., Page], real: Built) -> None:
    page = opened(real.address, viewport=PHONE, has_touch=True, is_mobile=True)
    page.get_by_role("button", name="Filter", exact=True).click()
    box(page, "kind", "attack").check()
    page.get_by_role("button", name=re.compile("^Show ")).click()
    expect(page.locator("#count")).to_be_in_viewport()
    expect(page.locator(".chip")).to_be_in_viewport()


def test_the_count_in_the_bar_leads_to_the_list(opened: Callable[..., Page], real: Built) -> None:
    page = opened(f"{real.address}?kind=attack", viewport=PHONE, reduced_motion="reduce")
    expect(page.locator("#count")).to_have_text(re.compile("of"))
    expect(page.locator("#count")).not_to_be_in_viewport()
    page.locator(".find-bar").get_by_role("link").click()
    expect(page.locator("#count")).to_be_in_viewport()
    expect(page.locator(".chip")).to_have_count(1)


def test_a_word_wider_than_the_window_is_broken(opened: Callable[..., Page], real: Built) -> None:
    page = opened(f"{real.address}?q={'unbreakable' * 6}", viewport=PHONE)
    chip = page.locator(".chip")
    expect(chip).to_have_count(1)
    assert chip.evaluate("chip => chip.scrollWidth <= chip.clientWidth")


def test_in_a_low_window_nothing_keeps_to_its_edge(opened: Callable[..., Page], real: Built) -> None:
    page = opened(real.address, viewport={"width": 320, "height": 200})
    bar, button = page.locator(".find-bar"), page.get_by_role("button", name="Filter", exact=True)
    expect(bar).not_to_be_in_viewport()
    button.click()
    expect(page.locator("#find-title")).to_be_focused()
    expect(page.locator(".find__foot")).not_to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_be_in_viewport()
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    expect(bar).to_be_in_viewport()


def test_under_reduced_motion_nothing_scrolls_smoothly(opened: Callable[..., Page], real: Built) -> None:
    page = opened(f"{real.address}?kind=attack", reduced_motion="reduce")
    expect(page.locator("#count")).to_have_text(re.compile("of"))
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize(
    "view", ["?kind=attack&from=2018-06-01&to=2018-06-20", "?kind=diplomacy&place=dashisha", "?q=hajin&sort=relevance"]
)
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_states_of_the_list_are_accessible(
    view: str, size: dict[str, int], opened: Callable[..., Page], real: Built
) -> None:
    page = opened(real.address + view, viewport=size, bypass_csp=True)
    expect(page.locator("#count")).not_to_have_text(re.compile(r"^\d+ events$"))
    if size is PHONE:
        page.get_by_role("button", name="Filter", exact=True).click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_without_scripts_the_page_says_where_the_answers_are(opened: Callable[..., Page], real: Built) -> None:
    page = opened(real.address, java_script_enabled=False)
    expect(page.locator(".find")).to_be_hidden()
    addresses = page.locator(".find-plain a").evaluate_all("links => links.map(link => link.pathname)")
    assert addresses == ["/kinds/", "/places/", "/actors/", "/tags/", "/phases/"]
    expect(page.locator(".find-plain")).to_be_visible()


def test_nothing_of_filters_and_search_is_loaded_before_a_reader_stirs(
    opened: Callable[..., Page], real: Built
) -> None:
    page = opened(real.address)
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => new URL(each.name).pathname)")
    assert [path for path in loaded if "/find/" in path and not path.endswith(("begin.js", "dom.js"))] == []
    stir(page)
    assert not page.evaluate("performance.getEntriesByType('resource').some(each => each.name.includes('.json'))")


def packed(path: Path) -> int:
    """Bytes of a file as hosts send it."""
    return len(gzip.compress(path.read_bytes(), 9))


def test_the_first_view_and_all_scripts_keep_their_budgets(opened: Callable[..., Page], real: Built) -> None:
    page = opened(real.address)
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => new URL(each.name).pathname.slice(1))")
    assert sum(packed(real.files[path]) for path in {"index.html", *loaded}) <= 100_000
    scripts = [path for name, path in real.files.items() if name.endswith(".js")]
    assert sum(map(packed, scripts)) <= 30 * 1024


def test_the_map_sets_and_shows_the_place(opened: Callable[..., Page], real: Built, events: list[Event]) -> None:
    page = opened(f"{real.address}?kind=airstrike")
    place = page.locator(".plate:visible svg a[href='/places/hajin/']")
    at_hajin = [event for event in events if carries(event, "kind", "airstrike") and carries(event, "place", "hajin")]
    expect(place.locator("title")).to_have_text(re.compile(rf"^Hajin, {len(at_hajin)} events?$"))
    place.focus()
    page.keyboard.press("Enter")
    expect_listed(page, at_hajin)
    expect(place).to_have_attribute("aria-pressed", "true")
    expect(box(page, "place", "hajin")).to_be_checked()


def test_places_beside_the_map_show_their_numbers_in_the_list(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(f"{real.address}?kind=airstrike")
    expect(page.locator("#count")).to_have_text(re.compile("of"))
    links = page.locator(".atlas p a[href^='/places/']")
    shown = links.evaluate_all(
        "links => links.map(link => [link.pathname.split('/')[2], link.nextSibling.data.trim()])"
    )
    assert len(shown) > 50
    strikes = [event for event in events if carries(event, "kind", "airstrike")]
    assert shown == [[place, str(sum(carries(event, "place", place) for event in strikes))] for place, _ in shown]


def test_the_overview_sets_weeks_by_keyboard_and_by_drag(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(real.address)
    stir(page)
    start = page.get_by_role("slider", name="From")
    start.focus()
    for key in ("PageUp", "ArrowRight"):
        page.keyboard.press(key)
    expect(page).to_have_url(re.compile("from=2017-09-25"))
    expect(start).to_have_attribute("aria-valuetext", "25\u00a0September\u00a02017")
    expect_listed(page, [event for event in events if inside(event, "2017-09-25", "9999")[1]])
    page.go_back()
    expect(start).to_have_value("0")
    drawn = page.locator(".overview-drawing").first.bounding_box()
    assert drawn
    page.mouse.move(drawn["x"] + drawn["width"] * 0.5, drawn["y"] + 20)
    page.mouse.down()
    page.mouse.move(drawn["x"] + drawn["width"] * 0.6, drawn["y"] + 20, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile("from=2018-.*to=2018-"))
    assert page.locator(".overview-drawing rect.off").count() > 0
    chosen = query(page)
    expect_listed(page, [event for event in events if inside(event, chosen["from"][0], chosen["to"][0])[1]])


def test_on_the_overview_bars_of_months_follow_the_list(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(f"{real.address}?confidence=confirmed")
    monthly = [event for event in events if re.match(r"\d{4}(-\d\d)?(?![-\d])", event["date"]["edtf"])]
    bars = page.locator(".overview-drawing").first.locator("rect.month")
    expect(bars).to_have_count(len(monthly))
    expect(page.locator("#count")).to_have_text(re.compile("of"))
    off = bars.evaluate_all("bars => bars.map(bar => [bar.getAttribute('x'), bar.classList.contains('off')])")
    begun = dict(zip((event["date"]["earliest"] for event in monthly), (x for x, _ in off), strict=True))
    wanted = [[begun[event["date"]["earliest"]], not carries(event, "confidence", "confirmed")] for event in monthly]
    assert sorted(off) == sorted(wanted)
    assert {dimmed for _, dimmed in off} == {False, True}


def test_months_are_fetched_when_a_choice_wants_them(
    opened: Callable[..., Page], short: Built, events: list[Event]
) -> None:
    page = opened(f"{short.address}?place=baghuz")
    wanted = [event for event in events if carries(event, "place", "baghuz")]
    expect(page.locator(".row:not([hidden])")).to_have_count(len(wanted))
    expect_listed(page, wanted)


def test_the_next_month_comes_with_a_button_and_takes_the_focus(opened: Callable[..., Page], short: Built) -> None:
    page = opened(short.address)
    stir(page)
    box(page, "confidence", "confirmed").check()
    button = page.get_by_role("link", name=re.compile("^Next: "))
    month = (button.text_content() or "")[len("Next: ") :].split(",")[0]
    button.click()
    expect(page.get_by_role("link", name=month, exact=True)).to_be_focused()
    expect(page.locator(".find-notice")).to_have_text(re.compile(" loaded, "))


def test_newest_first_begins_with_the_last_month(
    opened: Callable[..., Page], short: Built, events: list[Event]
) -> None:
    page = opened(f"{short.address}?sort=newest")
    expect(page.locator(".row:visible").first).to_contain_text(events[-1]["title"])
    shown = listed(page)
    order = [event["id"] for event in reversed(events)]
    assert shown == order[: len(shown)]


def test_months_that_come_late_and_out_of_order_stand_in_order(
    opened: Callable[..., Page], short: Built, events: list[Event]
) -> None:
    page = opened(short.address)
    held: list[Route] = []
    page.route(re.compile(r"/2019/0[123]/$"), lambda route: held.append(route))  # noqa: PLW0108 - it is given attributes
    stir(page)
    choose(page, "place", "baghuz")
    expect(page.locator(".find-notice")).to_have_text(re.compile(r"^Loading .*\s2019 …$"))
    while len(held) < 3:
        page.wait_for_timeout(50)
    for route in reversed(held):
        route.continue_()
        page.wait_for_timeout(100)
    wanted = [event for event in events if carries(event, "place", "baghuz")]
    expect(page.locator(".row:not([hidden])")).to_have_count(len(wanted))
    assert listed(page) == [event["id"] for event in wanted]


def test_a_month_that_fails_is_told_and_can_be_had_again(
    opened: Callable[..., Page], short: Built, events: list[Event]
) -> None:
    page = opened(short.address)
    page.route(re.compile(r"/2019/02/$"), lambda route: route.abort())
    stir(page)
    choose(page, "place", "baghuz")
    expect(page.locator(".find-notice")).to_contain_text("February 2019 could not be loaded.")
    page.unroute(re.compile(r"/2019/02/$"))
    page.get_by_role("button", name="Try again").click()
    wanted = [event for event in events if carries(event, "place", "baghuz")]
    expect(page.locator(".row:not([hidden])")).to_have_count(len(wanted))
    assert listed(page) == [event["id"] for event in wanted]


def test_data_that_fail_are_told_and_can_be_had_again(
    opened: Callable[..., Page], real: Built, events: list[Event]
) -> None:
    page = opened(real.address)
    page.route("**/find/facets.json*", lambda route: route.abort())
    stir(page)
    choose(page, "kind", "attack")
    expect(page.locator(".find-notice")).to_contain_text("could not be loaded")
    assert len(listed(page)) == len(events)
    page.unroute("**/find/facets.json*")
    page.get_by_role("button", name="Try again").click()
    expect_listed(page, [event for event in events if carries(event, "kind", "attack")])


def test_data_of_another_edition_are_told(opened: Callable[..., Page], real: Built) -> None:
    page = opened(real.address)
    other = real.files["find/facets.json"].read_text("utf-8").replace('"edition":"', '"edition":"x', 1)
    page.route("**/find/facets.json*", lambda route: route.fulfill(body=other, content_type="application/json"))
    stir(page)
    choose(page, "kind", "attack")
    expect(page.locator(".find-notice")).to_contain_text("This page is older than its data")
