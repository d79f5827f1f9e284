"""Five questions of readers, each answered with few clicks and little data, and the answers are right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Response, expect

from tests.site.built import Built

MOST_BYTES = 260_000  # of all data that an answer loads after the front page, not compressed


class Visitor:
    """A reader on the front page, whose clicks are counted, and the bytes of data that they cost."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.clicks = 0
        self.data = 0
        page.goto(address)
        expect(page.locator(".find[open]")).to_be_visible()
        page.on("response", self._count)

    def _count(self, response: Response) -> None:
        if response.url.partition("?")[0].endswith(".json"):
            self.data += len(response.body())

    def click(self, target: Locator) -> None:
        self.clicks += 1
        target.click()

    def listed(self, count: int) -> list[str]:
        """Titles in the list, once it holds `count` events."""
        expect(self.page.locator("#count")).to_have_text(re.compile(rf"^{count} of "))
        return self.page.locator(".row:not([hidden]) .card__title").all_text_contents()

    def group(self, key: str) -> Locator:
        return self.page.locator(f"[data-filter={key}]")

    def choice(self, key: str, value: str) -> Locator:
        return self.page.locator(f".find input[name={key}][value='{value}']")


@pytest.fixture
def visitor(browser: Browser, real: Built) -> Iterator[Visitor]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Visitor(context.new_page(), real.address)
    yield made
    assert made.data <= MOST_BYTES
    context.close()


@pytest.fixture(scope="module")
def events(real: Built) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(real.files["data/v1/events.json"].read_text("utf-8"))["events"]
    return found


def test_what_happened_at_hajin_in_november_2018(visitor: Visitor, events: list[dict[str, Any]]) -> None:
    visitor.click(visitor.choice("place", "hajin"))
    expect(visitor.page.locator("#count")).to_have_text(re.compile(" of "))
    visitor.click(visitor.page.locator(".months a[href='#2018-11']"))
    month = visitor.page.locator(".month", has=visitor.page.locator("[id='2018-11']"))
    wanted = [
        each["title"] for each in events if "hajin" in each["places"] and each["date"]["earliest"][:7] == "2018-11"
    ]
    expect(month.locator(".row:visible .card__title")).to_have_text(wanted)
    expect(month).to_be_in_viewport()
    assert visitor.clicks == 2


def test_what_is_disputed_about_the_russian_air_force(visitor: Visitor, events: list[dict[str, Any]]) -> None:
    visitor.click(visitor.choice("confidence", "disputed"))
    visitor.click(visitor.group("actor").locator("summary"))
    if visitor.choice("actor", "russian-armed-forces").count() == 0:
        visitor.click(visitor.group("actor").locator(".find-group__more"))
    visitor.click(visitor.choice("actor", "russian-armed-forces"))
    wanted = [
        each["title"]
        for each in events
        if each["confidence"] == "disputed" and "russian-armed-forces" in each["actors"]
    ]
    assert wanted
    assert visitor.listed(len(wanted)) == wanted
    assert visitor.clicks <= 4


def test_who_reported_the_fall_of_dashisha(visitor: Visitor, events: list[dict[str, Any]]) -> None:
    visitor.page.keyboard.press("/")
    visitor.page.keyboard.type("captures dachisha")
    fall = next(each for each in events if each["id"] == "dashisha-captured")
    link = visitor.page.locator(".row:visible .card__title a", has_text=fall["title"])
    expect(visitor.page.locator("#count")).to_have_text(re.compile(" of "))
    visitor.click(link)
    visitor.page.wait_for_url("**/events/dashisha-captured/")
    for source in fall["sources"]:
        expect(visitor.page.locator(f"a[href='{source['url']}']").first).to_be_attached()
    assert visitor.clicks == 1


def test_which_week_has_most_events(visitor: Visitor) -> None:
    expect(visitor.page.locator(".overview__note")).to_contain_text("Busiest week: 11\u00a0June\u00a02018")
    assert visitor.clicks == 0


def test_which_oil_fields_changed_hands(visitor: Visitor, events: list[dict[str, Any]]) -> None:
    visitor.click(visitor.choice("kind", "territorial-control"))
    # A person reads the answer before the next choice; until the scripts are there «All 40» is a link to the page of tags.
    visitor.page.wait_for_url("**/?kind=territorial-control")
    visitor.click(visitor.group("tag").locator("summary"))
    if visitor.choice("tag", "oil-and-gas").count() == 0:
        visitor.click(visitor.group("tag").locator(".find-group__more"))
    visitor.click(visitor.choice("tag", "oil-and-gas"))
    wanted = [
        each["title"] for each in events if each["kind"] == "territorial-control" and "oil-and-gas" in each["tags"]
    ]
    assert visitor.listed(len(wanted)) == wanted
    assert visitor.clicks <= 4
