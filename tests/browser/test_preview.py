"""The preview in a real browser, under the policy of production."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.preview import Running, preview
from tests.tools import chromium


@pytest.fixture
def page() -> Iterator[Page]:
    """A page of a browser that has said nothing of its own when the test ends."""
    said: list[str] = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda problem: said.append(str(problem)))
        yield page
        browser.close()
    assert [each for each in said if "Failed to load resource" not in each] == []


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with preview(tmp_path) as running:
        yield running


def test_an_open_page_follows_every_build_under_the_policy(page: Page, running: Running) -> None:
    page.goto(f"http://127.0.0.1:{running.port}/events/x/")
    for mode, heading in (
        ("page two", "two"),
        ("is wrong", "1 problem to mend"),
        ("page three", "three"),
        ("crash", "The preview could not be built"),
        ("page four", "four"),
    ):
        running.set(mode)
        expect(page.locator("h1")).to_have_text(heading)
