"""`bench --reader`: what the timeline costs a reader at several sizes, beside TimelineJS3 and vis-timeline.

Bytes are compressed, with headers. Milliseconds are medians, the least in brackets. A toggle is a choice in a filter:
script, style and layout until its frame is drawn; `toggle, all` counts what follows that frame too. Five questions of
readers come before the table: how many clicks and bytes each takes here and in TimelineJS3.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as TakesTooLongError

from timeline.commands.bench import generate
from timeline.commands.reader_host import hosted
from timeline.commands.reader_measure import REST, WAIT, Action, Reader, browser, reader
from timeline.commands.reader_rivals import bring_rivals, names, timelinejs, vis_timeline
from timeline.pelican_side.run import build

SIZES = (1_000, 10_000)
Row = tuple[object, ...]

HEAD: Row = ("", "first view", "usable", "toggle", "toggle, all", "click", "first search", "keystroke")
UNITS: Row = ("events", "KB", "ms", "ms", "ms", "ms", "KB", "ms")
TRIED = (
    "[data-filter=kind] input >> nth=1",
    "[data-filter=kind] input >> nth=2",
    "[data-filter=confidence] input >> nth=0",
)
WORD = "bridge"  # stands in the real texts as in the generated ones


def reader_bench(project: Path) -> int:
    """Measure and print. Returns 0, or 1 when a site could not be built or a question was not answered."""
    packages = bring_rivals()
    print("\nFive questions of readers")
    if subprocess.run([sys.executable, "-m", "tests.benchmarks.questions"], cwd=project, check=False).returncode:
        return 1
    print("\nCosts by size")
    for row in (HEAD, UNITS):
        _print(row)
    with tempfile.TemporaryDirectory() as made, browser() as chromium:
        for size, source, site in _sites(project, Path(made), SIZES):
            if site is None:
                print(f"the site of {size} events must build without an error", file=sys.stderr)
                return 1
            for row in rows(chromium, size, source, site, packages):
                _print(row)
    return 0


def _sites(project: Path, folder: Path, sizes: tuple[int, ...]) -> Iterator[tuple[int, Path, Path | None]]:
    """How many events, the project and the folder of its built site: the real one, then generated ones."""
    outcome = build(project, output=folder / "real")
    yield outcome.events, project, folder / "real" if outcome.ok else None
    for size in sizes:
        source, output = folder / f"source-{size}", folder / f"site-{size}"
        generate(project, size, source)
        yield size, source, output if build(source, output=output).ok else None


def rows(  # noqa: PLR0913, PLR0917 - a site is its project, its pages and their number
    chromium: Browser, size: int, source: Path, site: Path, packages: Path, wait: float = WAIT
) -> Iterator[Row]:
    """The lines of one size, each as soon as it is measured: ours, and the two others.

    Ours are two where a page does not hold all events at first: with the rows that it has and those of the months that
    the choices bring, and with all rows. wait: seconds after which one of the others counts as unusable.
    """
    with hosted(site) as address, reader(chromium) as each:
        cells = (*_opened(each, address, ".find[open]"), *_used(each))
        yield (_named(size, each.page), *cells)
        if _load_every_month(each.page):
            cells = _used(each, first=False)
            yield (_named(size, each.page), None, None, *cells)
    events = json.loads((site / "data/v1/events.json").read_text("utf-8"))["events"]
    with tempfile.TemporaryDirectory() as made:
        slides = timelinejs(events, names(source), packages, Path(made) / "timelinejs")
        yield (f"TimelineJS3 {size}", *_other(chromium, slides, ".tl-timemarker", "", wait))
        items = vis_timeline(events, packages, Path(made) / "vis")
        yield (f"vis-timeline {size}", *_other(chromium, items, ".vis-item", "#toggle", wait))


def _named(size: int, page: Page) -> str:
    return f"here {size}, {page.locator('.row').count()} rows"


def _opened(each: Reader, address: str, usable: str) -> Row:
    reached = each.open(address, usable)
    return each.wire / 1000, reached


def _used(each: Reader, *, first: bool = True) -> Row:
    """Toggles, clicks, first search and keystrokes; first: whether nothing was done with the page before."""
    page = each.page
    if first:
        _stir(page)
    toggles = each.costs(_toggles(page))
    click = each.clicks(TRIED[0])
    search = _search(each)
    keys = each.costs(_keys(page))
    _clear(page)
    return toggles.frame, toggles.whole, click, search if first else None, keys.frame


def _search(each: Reader) -> float:
    """KB that a search brings over the wire, in a list that nothing narrows."""
    _clear(each.page)
    before = each.wire
    each.page.get_by_role("searchbox").fill(WORD)
    each.page.locator("#count", has_text=" of ").wait_for()
    each.page.wait_for_timeout(REST)
    return (each.wire - before) / 1000


def _clear(page: Page) -> None:
    """Take out all that narrows the list, if anything does."""
    button = page.locator("[data-clear]:visible")
    if button.count():
        button.click()
    page.locator("#count", has_not_text=" of ").wait_for()


def _other(chromium: Browser, folder: Path, drawn: str, toggle: str, wait: float) -> Row:
    """The same of another page, as far as it has such a thing.

    drawn: selector of what it draws an event as. toggle: of a button that narrows, '' where it has none.
    """
    too_long = f"> {wait:.0f} s"
    with hosted(folder) as address, reader(chromium, wait) as each:
        found: list[object] = []
        try:
            found += _opened(each, address, drawn)
            if toggle:
                toggles = each.costs(cycle([partial(each.page.dispatch_event, toggle, "click")]))
                found += [toggles.frame, toggles.whole]
                found.append(each.clicks(toggle))
        except TakesTooLongError:
            found += [each.wire / 1000, too_long] if not found else [too_long]
        return tuple(found)


def _load_every_month(page: Page) -> bool:
    """Load what the page has left out so far; False when there was nothing."""
    more = page.locator(".find-more a.button")
    loaded = 0
    while more.count():
        name = more.text_content()
        more.click()
        page.wait_for_function("name => document.querySelector('.find-more a.button')?.textContent !== name", arg=name)
        loaded += 1
    return loaded > 0


def _stir(page: Page) -> None:
    """Be seen by the page until filters and search are there."""
    for at in range(200):
        page.mouse.move(5 + at % 2, 5)
        if page.evaluate("history.scrollRestoration === 'manual'"):
            return
        page.wait_for_timeout(50)
    raise TimeoutError("filters and search must be ready within 10 seconds of a reader's first sign")


def _toggles(page: Page) -> Iterator[Action]:
    """Several choices, each put in and taken out."""

    def toggling(selector: str) -> Callable[[], object]:
        choice = page.locator(selector).element_handle()
        return lambda: choice.evaluate("choice => choice.click()")

    return cycle([each for selector in TRIED for each in [toggling(selector)] * 2])


def _keys(page: Page) -> Iterator[Action]:
    """Letters typed and taken back in turn."""
    return cycle([lambda: page.keyboard.press("Backspace"), lambda: page.keyboard.press(WORD[-1])])


def _print(cells: Row) -> None:
    written = [f"{cell:.1f}" if isinstance(cell, float) else "-" if cell is None else str(cell) for cell in cells]
    written += ["-"] * (len(HEAD) - len(written))
    print(f"{written[0]:<24}" + "".join(f"{cell:>14}" for cell in written[1:]), flush=True)
