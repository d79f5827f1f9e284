"""From the front page to a citation and back: without JavaScript, by the mouse or by the keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.built import Built

DISPUTED = "events/* disputed"
FOCUSABLE = 'a[href], button, input, select, summary, [tabindex="0"]'
NUMBER = """
selector => {
  const stops = [...document.querySelectorAll(selector)].filter(
    (one) => one.checkVisibility() && one.getClientRects().length && (one.type !== "radio" || one.checked),
  );
  stops.forEach((one, at) => { one.dataset.stop = at; });
  return stops.length;
}
"""
# The ring is the element's own, its label's or, in a drawing, a line round what stands for it. That of a range is on
# its handle, whose style no script can read.
FOCUSED = """
(() => {
  const one = document.activeElement;
  const styles = [one, ...(one.labels ?? []), ...one.querySelectorAll("circle, rect")].map((it) => getComputedStyle(it));
  const ring = one.type === "range" || styles.some((style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
    || (style.stroke !== "none" && parseFloat(style.strokeWidth) >= 3));
  const box = one.getBoundingClientRect();
  const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { stop: one.dataset.stop, ring, seen, html: one.outerHTML.slice(0, 200) };
})()
"""


@pytest.fixture
def still(browser: Browser) -> Iterator[Page]:
    """A page of a reader who has switched JavaScript off."""
    page = browser.new_page(java_script_enabled=False)
    yield page
    page.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    yield page
    page.close()


def test_a_reader_without_javascript_goes_from_the_front_page_to_a_citation_and_back(real: Built, still: Page) -> None:
    still.goto(real.address)
    title = still.locator(".card__title a").first
    words = title.text_content()  # the list lies below the fold, where nothing is laid out yet
    title.click()
    assert still.locator("h1").inner_text() == words
    mark = still.locator(".prose sup a").first
    mark.click()
    source = still.locator(":target")
    assert re.fullmatch(r".*/events/[\w-]+/#[\w-]+-source-1", still.url)
    assert source.get_attribute("class") == "source"
    assert (source.locator(".source__title a").get_attribute("href") or "").startswith("http")
    source.locator(".source__back a").first.click()
    assert still.locator(":target").get_attribute("href") == mark.get_attribute("href")
    still.locator(".crumbs a", has_text="Timeline").click()
    assert still.url == real.address


@pytest.mark.parametrize("facet", ["phases", "kinds", "places", "actors", "tags", "sources"])
def test_a_reader_without_javascript_gets_to_every_event_of_an_item(real: Built, still: Page, facet: str) -> None:
    still.goto(real.address)
    still.locator(f'.masthead a[href="/{facet}/"]').click()
    item = still.locator(f'main .items a[href^="/{facet}/"]').first
    count = int(still.locator("main .items .count > [aria-hidden]").first.inner_text())
    name = item.inner_text()
    item.click()
    assert name in still.locator("h1").inner_text()
    assert still.locator(".row").count() == count


def test_a_reader_without_javascript_gets_to_a_month(real: Built, still: Page) -> None:
    still.goto(real.address)
    month = still.locator(".month__title a").first
    name = month.inner_text()
    month.click()
    assert re.fullmatch(rf"{re.escape(real.address)}\d{{4}}/\d{{2}}/", still.url)
    assert still.locator("h1").inner_text() == f"Events in {name}"
    assert still.locator(".row").count() > 0


def test_a_narrow_navigation_shows_where_the_page_is(real: Built, still: Page) -> None:
    still.set_viewport_size({"width": 320, "height": 640})
    for path in ("", "places/", "contribute/"):
        still.goto(real.address + path)
        current = still.locator(".masthead [aria-current]")
        expect(current).to_be_in_viewport(ratio=1)
    row = still.locator(".masthead__nav")
    expect(row).to_have_css("scroll-snap-type", "none")
    row.evaluate("row => { row.scrollLeft = 0; }")
    expect(current).not_to_be_in_viewport()


def test_a_reader_without_javascript_is_offered_nothing_that_needs_it(real: Built, still: Page) -> None:
    for path in real.samples.values():
        still.goto(real.at(path))
        assert [each for each in still.locator("button").all() if each.is_visible()] == [], path


def test_a_reader_with_javascript_is_offered_what_it_adds(real: Built, page: Page) -> None:
    page.goto(real.at(real.samples[DISPUTED]))
    expect(page.locator("[data-module=theme]")).to_be_visible()
    expect(page.locator("[data-module=copy]").first).to_be_visible()


def test_the_first_stop_of_the_keyboard_leads_past_the_navigation(real: Built, page: Page) -> None:
    for path in real.samples.values():
        page.goto(real.at(path))
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.get_attribute("class") == "skip", path
        assert skip.evaluate("one => getComputedStyle(one).clipPath") == "none", path
        target = (skip.get_attribute("href") or "").removeprefix("#")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == target, path
        page.keyboard.press("Tab")
        assert page.evaluate(f"document.getElementById('{target}').contains(document.activeElement)"), path


@pytest.mark.parametrize("most", [120, pytest.param(10_000, marks=pytest.mark.full)])
def test_the_keyboard_stops_at_everything_in_order_and_is_seen_there(real: Built, page: Page, most: int) -> None:
    for path in real.samples.values():
        page.goto(real.at(path), wait_until="networkidle")
        page.keyboard.press("Shift")  # a sign of a reader, at which a page with filters loads the rest of them
        if page.locator(".overview").count() and page.locator("dialog").count():
            page.locator(".span__handle").first.wait_for(state="attached")
        stops = page.evaluate(NUMBER, FOCUSABLE)
        for stop in range(min(stops, most)):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            assert (focused["stop"], focused["ring"], focused["seen"]) == (str(stop), True, True), (path, focused)


def test_the_focus_stays_where_it_is_when_the_filters_arrive(real: Built, page: Page) -> None:
    page.goto(real.address, wait_until="networkidle")
    page.locator(".overview .links a").nth(3).focus()
    page.locator(".span__handle").first.wait_for(state="attached")
    assert page.evaluate("document.activeElement.matches('.overview .links a')")


def test_the_keyboard_alone_leads_from_the_front_page_to_a_citation_and_back(real: Built, page: Page) -> None:
    page.goto(real.address)
    press_until(page, ".card__title a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/*/")
    press_until(page, ".prose sup a")
    mark = page.evaluate("document.activeElement.id")
    page.keyboard.press("Enter")
    page.wait_for_url("**-source-1")
    press_until(page, ".source__back a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#{mark}")


def press_until(page: Page, selector: str) -> None:
    """Press Tab until the focus is on an element that matches."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no Tab led to {selector}")
