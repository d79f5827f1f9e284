"""What a page costs its reader in headless Chromium: bytes over the wire, main-thread milliseconds, real clicks."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from timeline.commands.tools import chromium

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
COSTS = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")
TIMES = 9  # each measurement, of which the median counts
WAIT = 60_000  # ms for a page to come to rest
REST = 400  # ms between two actions, so that what follows the first is not counted with the second
DRAWN = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
WATCH = """() => {
  window.clicks = [];
  new PerformanceObserver(list => list.getEntries().filter(each => each.name === 'click')
    .forEach(each => window.clicks.push(each.duration))).observe({ type: 'event', durationThreshold: 16 });
}"""


class Reader:
    """A page of its own, with what went over the wire for it. `wire`: bytes so far, headers among them."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        self.page = page
        self.session = session
        self.wire = 0.0
        session.on("Network.loadingFinished", self._count)
        session.send("Network.enable")
        session.send("Performance.enable")

    def _count(self, event: dict[str, Any]) -> None:
        self.wire += event["encodedDataLength"]

    def open(self, address: str, usable: str) -> float:
        """Load a page until it asks for nothing more; milliseconds until an element was there (selector `usable`)."""
        self.page.goto(address, wait_until="commit", timeout=WAIT)
        self.page.wait_for_selector(usable, state="attached", timeout=WAIT)
        reached: float = self.page.evaluate("performance.now()")
        self.page.wait_for_load_state("networkidle", timeout=WAIT)
        return reached

    def cost(self, action: Callable[[], object]) -> float:
        """Milliseconds of script, style and layout that an action costs until its frame is drawn."""
        self.page.wait_for_timeout(REST)
        before = self._spent()
        action()
        self.page.evaluate(DRAWN)
        return self._spent() - before

    def _spent(self) -> float:
        metrics = {each["name"]: each["value"] for each in self.session.send("Performance.getMetrics")["metrics"]}
        return sum((1000 * float(metrics[name]) for name in COSTS), 0.0)

    def median_cost(self, actions: Iterator[Callable[[], object]]) -> float:
        """The median over several actions; two before them warm the page up."""
        costs = [self.cost(next(actions)) for _ in range(TIMES + 2)]
        return statistics.median(costs[2:])

    def median_click(self, selector: str) -> float:
        """Median milliseconds from real clicks to the next frame (Event Timing); 16 stands for 16 or less."""
        self.page.evaluate(WATCH)
        for _ in range(TIMES):
            self.page.locator(selector).click()
            self.page.wait_for_timeout(REST)
        slow = self.page.evaluate("window.clicks")
        return float(statistics.median([*slow, *[16.0] * (TIMES - len(slow))]))


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless browser until the block ends."""
    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield made
        made.close()


@contextmanager
def reader(made: Browser) -> Iterator[Reader]:
    """A reader with an empty cache until the block ends."""
    context = made.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    yield Reader(page, context.new_cdp_session(page))
    context.close()
