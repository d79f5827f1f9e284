"""What a page costs its reader in headless Chromium: bytes over the wire, main-thread milliseconds, real clicks."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from timeline.commands.tools import chromium

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # a page that asks other hosts gets no answer
)
COSTS = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")
TIMES = 9  # each measurement
WARM = 2  # more before them, which do not count
WAIT = 60.0  # seconds that a page is waited for, and that repetitions may take together
REST = 400  # ms after an action, until what follows its first frame is over
DRAWN = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(true))))"
WATCH = """() => {
  window.clicks = [];
  new PerformanceObserver(list => list.getEntries().filter(each => each.name === 'click')
    .forEach(each => window.clicks.push(each.duration))).observe({ type: 'event', durationThreshold: 16 });
}"""

Action = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of several measurements, and the least of them, which a busy machine disturbs least."""

    median: float
    least: float

    def __str__(self) -> str:
        return f"{self.median:.1f} ({self.least:.1f})"


@dataclass(frozen=True, slots=True)
class Costs:
    """Milliseconds that script, style and layout work for an action: until its frame is drawn, until all is done."""

    frame: Spread
    whole: Spread


class Reader:
    """A page of its own, with what went over the wire for it. `wire`: bytes so far, headers among them."""

    def __init__(self, page: Page, session: CDPSession, wait: float = WAIT) -> None:
        self.page = page
        self.session = session
        self.wait = wait
        self.wire = 0.0
        page.set_default_timeout(1000 * wait)
        session.on("Network.loadingFinished", self._count)
        session.send("Network.enable")
        # Time that the page's thread worked, so that what else the machine does meanwhile is not counted.
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def _count(self, event: dict[str, Any]) -> None:
        self.wire += event["encodedDataLength"]

    def open(self, address: str, usable: str) -> float:
        """Load a page until it asks for nothing more; milliseconds until an element was there (selector `usable`).

        Raises Playwright's TimeoutError when that takes longer than a reader waits.
        """
        self.page.goto(address, wait_until="commit")
        self.page.wait_for_selector(usable, state="attached")
        reached = float(self.page.wait_for_function("performance.now()").json_value())
        self.page.wait_for_load_state("networkidle")
        return reached

    def costs(self, actions: Iterator[Action]) -> Costs:
        """What each of several actions costs. Raises Playwright's TimeoutError when one takes longer than `wait`."""
        began = time.monotonic()
        found: list[tuple[float, float]] = []
        for action in islice(actions, WARM + TIMES):
            found.append(self._cost(action))
            if time.monotonic() - began > self.wait:
                break
        frames, wholes = zip(*(found[WARM:] or found), strict=True)
        return Costs(_spread(frames), _spread(wholes))

    def _cost(self, action: Action) -> tuple[float, float]:
        before = self._spent()
        action()
        self.page.wait_for_function(DRAWN)
        frame = self._spent() - before
        self.page.wait_for_timeout(REST)
        return frame, self._spent() - before

    def _spent(self) -> float:
        metrics = {each["name"]: each["value"] for each in self.session.send("Performance.getMetrics")["metrics"]}
        return sum((1000 * float(metrics[name]) for name in COSTS), 0.0)

    def clicks(self, selector: str) -> Spread:
        """Milliseconds from real clicks to the next frame (Event Timing, in steps of 8); 16 stands for 16 or less."""
        self.page.evaluate(WATCH)
        began = time.monotonic()
        done = 0
        while done < TIMES and time.monotonic() - began < self.wait:
            self.page.locator(selector).click()
            self.page.wait_for_function(DRAWN)
            self.page.wait_for_timeout(REST)
            done += 1
        slow: list[float] = self.page.evaluate("window.clicks")
        return _spread([*slow, *[16.0] * (done - len(slow))])


def _spread(found: Sequence[float]) -> Spread:
    return Spread(statistics.median(found), min(found))


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless browser until the block ends."""
    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield made
        made.close()


@contextmanager
def reader(made: Browser, wait: float = WAIT) -> Iterator[Reader]:
    """A reader with an empty cache until the block ends; wait: seconds after which a page counts as unusable."""
    context = made.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    yield Reader(page, context.new_cdp_session(page), wait)
    context.close()
