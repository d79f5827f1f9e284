"""What a browser does and says with every type of page, under the policy of production: nothing that it should not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.site.built import Built
from tests.site.server import served

NARROW = 320
# The outermost elements that reach over the right edge, but for those inside a box that scrolls by itself.
WIDEST = """
(() => {
  const wide = [];
  const walk = (one) => {
    if (one.getBoundingClientRect().right > document.documentElement.clientWidth + 1) wide.push(one);
    else if (getComputedStyle(one).overflowX === "visible") [...one.children].forEach(walk);
  };
  walk(document.body);
  return wide.map((one) => one.cloneNode().outerHTML).join(" ");
})()
"""


class Listener:
    """Takes down what a page does that it should not."""

    def __init__(self, page: Page, site: str) -> None:
        self.site = site
        self.heard: list[str] = []
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        page.on("request", self.request)
        page.on("response", self.response)
        page.on("requestfailed", self.failed)
        page.on("dialog", lambda dialog: self.heard.append(f"dialog: {dialog.message}"))

    def console(self, message: ConsoleMessage) -> None:
        self.heard.append(f"{message.type}: {message.text}")

    def request(self, request: Request) -> None:
        if not request.url.startswith(self.site):
            self.heard.append(f"request outside the site: {request.url}")

    def failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the next page was asked for meanwhile
            self.heard.append(f"{request.failure}: {request.url}")

    def response(self, response: Response) -> None:
        if not response.ok and response.status != 304:
            self.heard.append(f"{response.status}: {response.url}")


def faults(browser: Browser, site: str, addresses: Iterable[str], *, scripts: bool) -> dict[str, list[str]]:
    """Show pages of a site one after the other, 320 pixels wide; give what was heard and seen, by address."""
    context = browser.new_context(viewport={"width": NARROW, "height": 640}, java_script_enabled=scripts)
    page = context.new_page()
    listener = Listener(page, site)
    found: dict[str, list[str]] = {}
    for address in addresses:
        page.goto(address, wait_until="load")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > NARROW:
            listener.heard.append(f"{width} pixels wide: {page.evaluate(WIDEST)}")
        if listener.heard:
            found[address] = listener.heard[:]
            listener.heard.clear()
    context.close()
    return found


@pytest.mark.parametrize("scripts", [True, False])
def test_every_type_of_page_is_quiet_and_fits_320_pixels(real: Built, browser: Browser, scripts: bool) -> None:
    assert faults(browser, real.address, map(real.at, real.samples.values()), scripts=scripts) == {}


@pytest.mark.parametrize("scripts", [True, False])
def test_every_type_of_page_is_quiet_below_a_path_of_its_host(below: Built, browser: Browser, scripts: bool) -> None:
    assert faults(browser, below.address, map(below.at, below.samples.values()), scripts=scripts) == {}


@pytest.mark.full
@pytest.mark.parametrize("scripts", [True, False])
def test_every_page_is_quiet_and_fits_320_pixels(real: Built, browser: Browser, scripts: bool) -> None:
    assert faults(browser, real.address, map(real.at, real.pages), scripts=scripts) == {}


def test_an_address_without_a_page_gets_the_page_that_says_so_whole(below: Built, browser: Browser) -> None:
    page = browser.new_page()
    answer = page.goto(f"{below.address}no/such/page/")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "Page not found"
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    page.locator("main a").first.click()
    assert page.url == below.address


@pytest.mark.parametrize("scripts", [True, False])
def test_what_a_page_should_not_do_is_heard(tmp_path: Path, browser: Browser, scripts: bool) -> None:
    (tmp_path / "icon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    (tmp_path / "index.html").write_text(
        '<!doctype html><title>a</title><link rel="icon" href="icon.svg"><img src="http://127.0.0.2:9/a.png" alt="">'
        '<p style="color: red">a</p><pre>' + "wide " * 200,
        "utf-8",
    )
    with served(tmp_path) as site:
        heard = " ".join(faults(browser, site, [site], scripts=scripts)[site])
    for what in ("request outside the site: http://127.0.0.2:9/a.png", "error: ", "style-src", "pixels wide: "):
        assert what in heard
