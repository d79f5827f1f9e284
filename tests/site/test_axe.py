"""Accessibility of every type of page, by the rules of axe, in each mode and at both ends of the widths."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.built import Built

MODES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}


def violations(page: Page) -> list[str]:
    """What axe finds on the page: each rule with the elements that break it."""
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {', '.join(str(node['target']) for node in each['nodes'][:5])}" for each in found]


def all_violations(browser: Browser, addresses: list[str], mode: str, width: int) -> dict[str, list[str]]:
    """What axe finds on several pages, by address."""
    page = browser.new_page(**MODES[mode])
    found = {}
    for address in addresses:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        # As high as the page, so that nothing lies behind a bar that keeps to the edge of the window.
        page.set_viewport_size({"width": width, "height": page.evaluate("document.documentElement.scrollHeight")})
        if wrong := violations(page):
            found[address] = wrong
    page.close()
    return found


@pytest.mark.parametrize(
    ("mode", "width"),
    [
        ("light", 320),
        ("dark", 1280),
        ("forced colours", 320),
        pytest.param("light", 1280, marks=pytest.mark.full),
        pytest.param("dark", 320, marks=pytest.mark.full),
        pytest.param("forced colours", 1280, marks=pytest.mark.full),
    ],
)
def test_no_type_of_page_hinders_a_reader(real: Built, browser: Browser, mode: str, width: int) -> None:
    assert all_violations(browser, [real.at(path) for path in real.samples.values()], mode, width) == {}


@pytest.mark.full
@pytest.mark.parametrize(("mode", "width"), [("light", 320), ("dark", 1280)])
def test_the_largest_pages_hinder_no_reader(real: Built, browser: Browser, mode: str, width: int) -> None:
    assert all_violations(browser, [real.at(path) for path in real.largest.values()], mode, width) == {}


def test_what_hinders_a_reader_is_found(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content('<!doctype html><html lang="en"><title>a</title><main><h1>a</h1><img src="data:,"></main>')
    assert violations(page) == ["image-alt: ['img']"]
