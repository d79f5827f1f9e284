"""The report in a browser, opened from the disk as a reviewer does: phone and laptop, keyboard alone, no other request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.site.test_axe import MODES, violations
from tests.tools import chromium
from timeline.commands.diff import diff

if TYPE_CHECKING:
    from conftest import Valley  # type: ignore[import-not-found]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of this module."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def opened(browser: Browser, valley: Valley, width: int, **mode: Any) -> Page:
    """The report of the changed valley in a window of a width."""
    assert diff(valley.folder, "base") == 0
    page = browser.new_page(viewport={"width": width, "height": 800}, **mode)
    page.goto((valley.folder / ".cache" / "diff" / "index.html").as_uri())
    return page


@pytest.mark.parametrize(("mode", "width"), [("light", 320), ("dark", 1280), ("dark", 320), ("forced colours", 320)])
def test_the_report_hinders_no_reviewer(browser: Browser, changed: Valley, mode: str, width: int) -> None:
    page = opened(browser, changed, width, **MODES[mode])
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_nothing_is_asked_of_any_host_and_nothing_is_refused(browser: Browser, changed: Valley) -> None:
    asked: list[str] = []
    said: list[str] = []
    page = opened(browser, changed, 1280)
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.reload()
    assert asked == [page.url]
    assert said == []
    page.close()


def test_on_a_phone_the_keyboard_chooses_between_before_and_after(browser: Browser, changed: Valley) -> None:
    page = opened(browser, changed, 320)
    before, after = (page.locator("#bread-arrives .reading").nth(at) for at in (0, 1))
    expect(before).to_be_hidden()
    expect(after).to_be_visible()
    page.locator("#bread-arrives").get_by_label("After").focus()
    page.keyboard.press("ArrowLeft")
    expect(before).to_be_visible()
    expect(after).to_be_hidden()
    page.close()


def test_on_a_laptop_before_and_after_stand_side_by_side(browser: Browser, changed: Valley) -> None:
    page = opened(browser, changed, 1280)
    before, after = (page.locator("#bread-arrives .reading").nth(at).bounding_box() for at in (0, 1))
    assert before
    assert after
    assert before["y"] == after["y"]
    assert before["x"] < after["x"]
    page.close()


def test_every_count_leads_to_its_list(browser: Browser, changed: Valley) -> None:
    page = opened(browser, changed, 320)
    counts = page.locator(".counts a")
    assert counts.count() == 9
    page.keyboard.press("Tab")
    for at in range(9):
        expect(counts.nth(at)).to_be_focused()
        page.keyboard.press("Enter")
        part = page.evaluate("location.hash")
        expect(page.locator(part)).to_be_in_viewport()
        counts.nth(at).focus()
        page.keyboard.press("Tab")
    page.close()
