"""`bench --reader`: what the timeline costs a reader at several sizes, beside TimelineJS3 and vis-timeline.

Bytes are compressed, with headers. A toggle is a choice in a filter: script, style and layout until the frame is drawn.
Generated texts use few different words, so their search data are small; the real site's are the measure there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from timeline.commands.reader_host import hosted
from timeline.commands.reader_measure import browser, reader
from timeline.commands.reader_rivals import bring_rivals, timelinejs, vis_timeline
from timeline.pelican_side.run import build

SIZES = (1_000, 10_000)
RIVALS = 1_000  # events that the others are given at most: beyond, they take minutes
HEAD = ("", "first view", "toggle", "click", "first search", "keystroke", "usable")
UNITS = ("", "KB", "ms", "ms", "KB", "ms", "ms")
CHOICE = "[data-filter=kind] input >> nth=1"
READY = "history.scrollRestoration === 'manual'"


def reader_bench(project: Path) -> int:
    """Measure and print a table, a line for each page. Returns 0, or 1 when a site could not be built."""
    with tempfile.TemporaryDirectory() as made, browser() as chromium:
        folder = Path(made)
        packages = bring_rivals(project / ".cache" / "npm" / "rivals")
        _print(HEAD)
        _print(UNITS)
        for size, site in _sites(project, folder):
            if site is None:
                print(f"the site of {size} events must build without an error", file=sys.stderr)
                return 1
            events = json.loads((site / "data/v1/events.json").read_text("utf-8"))["events"]
            _print((f"timeline {size}", *_timeline(chromium, site)))
            if size <= RIVALS:
                rival = folder / f"rivals-{size}"
                slides = timelinejs(events, packages, rival / "tl")
                _print((f"TimelineJS3 {size}", *_other(chromium, slides, ".tl-timemarker", "")))
                items = vis_timeline(events, packages, rival / "vis")
                _print((f"vis-timeline {size}", *_other(chromium, items, ".vis-item", "#toggle")))
    return 0


def _sites(project: Path, folder: Path) -> Iterator[tuple[int, Path | None]]:
    """How many events, and the folder of the built site: the real one, then generated ones."""
    outcome = build(project, output=folder / "real")
    yield outcome.events, folder / "real" if outcome.ok else None
    for size in SIZES:
        source = folder / f"source-{size}"
        generate = project / "tests" / "benchmarks" / "generate.py"
        subprocess.run([sys.executable, generate, str(size), str(source)], check=True)  # noqa: S603 - our own program
        output = folder / f"site-{size}"
        yield size, output if build(source, output=output).ok else None


def _timeline(chromium: Browser, site: Path) -> tuple[float, ...]:
    with hosted(site) as address, reader(chromium) as each:
        usable = each.open(address, ".find[open]")
        first = each.wire / 1000
        _stir(each.page)
        each.page.locator(CHOICE).click()
        each.page.wait_for_load_state("networkidle")
        each.page.locator(CHOICE).click()
        toggle = each.median_cost(_toggles(each.page))
        click = each.median_click(CHOICE)
        each.page.wait_for_timeout(500)
        before = each.wire
        field = each.page.get_by_role("searchbox")
        field.fill("bridge")
        each.page.locator("#count", has_text=" of ").wait_for()
        search = (each.wire - before) / 1000
        return first, toggle, click, search, each.median_cost(_keys(each.page)), usable


def _other(chromium: Browser, folder: Path, drawn: str, toggle: str) -> tuple[float | None, ...]:
    """The same of another page, as far as it has such a thing.

    drawn: selector of what it draws an event as. toggle: of a button that narrows, '' where it has none.
    """
    with hosted(folder) as address, reader(chromium) as each:
        usable = each.open(address, drawn)
        first = each.wire / 1000
        if not toggle:
            return first, None, None, None, None, usable
        press: Callable[[], Any] = lambda: each.page.evaluate(f"document.querySelector('{toggle}').click()")  # noqa: E731
        return first, each.median_cost(cycle([press])), each.median_click(toggle), None, None, usable


def _stir(page: Page) -> None:
    """Be seen by the page until filters and search are there."""
    for at in range(200):
        page.mouse.move(5 + at % 2, 5)
        if page.evaluate(READY):
            return
        page.wait_for_timeout(50)
    raise TimeoutError("filters and search must be ready within 10 seconds of a reader's first sign")


def _toggles(page: Page) -> Iterator[Callable[[], object]]:
    """Choices of a kind, put in and taken out in turn."""
    return cycle([lambda: page.evaluate("document.querySelectorAll('[data-filter=kind] input')[1].click()")])


def _keys(page: Page) -> Iterator[Callable[[], object]]:
    """Letters typed and taken back in turn."""
    return cycle([lambda: page.keyboard.press("Backspace"), lambda: page.keyboard.press("e")])


def _print(cells: tuple[object, ...]) -> None:
    written = [f"{cell:.1f}" if isinstance(cell, float) else "-" if cell is None else str(cell) for cell in cells]
    print(f"{written[0]:<20}" + "".join(f"{cell:>14}" for cell in written[1:]), flush=True)
