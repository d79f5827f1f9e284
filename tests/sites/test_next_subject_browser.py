"""The next subject in a browser, with all but two facets left out: it filters, and hinders no reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.site.server import served
from tests.site.test_axe import MODES, violations
from tests.sites.test_sites import started
from tests.tools import chromium
from timeline.pelican_side.run import build


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of this module."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample with pages of kinds and places alone, and without a map."""
    folder = started(tmp_path_factory.mktemp("bare") / "lighthouse")
    settings = folder / "pelicanconf.py"
    text = settings.read_text("utf-8").replace('"map": True', '"map": False')
    settings.write_text(
        text.replace('["phases", "kinds", "places", "actors", "tags", "sources"]', '["kinds", "places"]'), "utf-8"
    )
    assert build(folder).problems == ()
    with served(folder / "output") as address:
        yield address


@pytest.mark.parametrize(
    ("asked", "found"), [("kind=accident", 1), ("place=town-quay", 1), ("q=storm", 1), ("from=1902-01-01", 2), ("", 3)]
)
def test_filters_work_without_the_facets_that_are_left_out(browser: Browser, bare: str, asked: str, found: int) -> None:
    said: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{bare}?{asked}")
    expect(page.locator(".listing .row:visible")).to_have_count(found)
    assert said == []
    page.close()


@pytest.mark.parametrize(("mode", "width"), [("light", 320), ("dark", 1280)])
@pytest.mark.parametrize("path", ["", "events/scaffold-falls/", "places/north-point/", "kinds/", "about/"])
def test_no_page_of_the_sample_hinders_a_reader(browser: Browser, bare: str, path: str, mode: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 3000}, **MODES[mode])
    page.goto(f"{bare}{path}")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
