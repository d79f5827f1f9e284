"""The site on paper: a document with its title and dates, and nothing to operate."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.site.built import Built

CONTROLS = ".skip, .masthead__nav, button, .tools button, .months, .neighbours, .source__back"


@pytest.mark.parametrize("kind", ["timeline", "events/*", "events/* disputed", "places/*", "phases/*", "year/*"])
def test_a_page_prints_its_title_and_dates_and_no_controls(real: Built, browser: Browser, kind: str) -> None:
    page = browser.new_page()
    page.goto(real.at(real.samples[kind]))
    page.emulate_media(media="print")
    assert [each.inner_text() for each in page.locator(CONTROLS).all() if each.is_visible()] == []
    assert page.locator("h1").is_visible()
    assert page.locator("main time").first.is_visible()
    assert page.pdf().startswith(b"%PDF-")
    page.close()


def test_a_filtered_list_prints_its_count_and_what_narrowed_it_and_nothing_to_operate(
    real: Built, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{real.address}?kind=diplomacy")
    page.locator(".chip").wait_for()
    expect(page.locator("#count")).to_have_text(re.compile(" of "))
    page.emulate_media(media="print")
    assert page.locator("#count").is_visible()
    assert page.locator(".chip").is_visible()
    assert page.locator(".chip").evaluate("chip => getComputedStyle(chip, '::after').content") == "none"
    for control in (".chips__clear", ".span__handle >> nth=0"):
        assert not page.locator(control).is_visible()
    page.close()


def test_paper_is_white_in_the_dark_too(real: Built, browser: Browser) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(real.address)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.close()
