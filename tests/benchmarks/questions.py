"""Five questions of readers, answered by script with real clicks and keys: on this site and in TimelineJS3.

`python -m tests.benchmarks.questions` builds the site and prints for each how many clicks and keys it takes, how many
KB go over the wire from the first request until the answer stands on the screen, and whether that answer is right.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from tests.benchmarks import here, slides
from tests.benchmarks.answers import Answer, Event, right_answers
from tests.benchmarks.hand import Hand
from timeline.commands.reader_host import hosted
from timeline.commands.reader_measure import REST, browser, reader
from timeline.commands.reader_rivals import bring_rivals, names, timelinejs
from timeline.commands.tools import PROJECT
from timeline.pelican_side.run import build

Way = Callable[[Hand], Answer]
QUICK = "?duration=50"  # ms that a slide of TimelineJS3 moves; it takes a second else, which changes no count


@dataclass(frozen=True, slots=True)
class Found:
    """An answer and what it cost. wire: bytes, compressed, with headers."""

    answer: Answer
    clicks: int
    keys: int
    wire: float


def ask(chromium: Browser, address: str, usable: str, way: Way) -> Found:
    """Open a page as a reader who was never there, and go a way to an answer. usable: selector of what is waited for."""
    with reader(chromium) as each:
        each.open(address, usable)
        hand = Hand(each)
        answer = way(hand)
        each.page.wait_for_timeout(REST)  # what was asked for on the way has come
        return Found(answer, hand.clicks, hand.letters, each.wire)


def asked_here(chromium: Browser, site: Path) -> Iterator[tuple[str, Found]]:
    """Each question with the answer of a built site."""
    with hosted(site) as address:
        for question, way in here.WAYS.items():
            yield question, ask(chromium, address, ".find[open]", way)


def asked_in_slides(chromium: Browser, folder: Path, events: Sequence[Event]) -> Iterator[tuple[str, Found]]:
    """Each question with the answer of a page of TimelineJS3."""
    with hosted(folder) as address:
        for question, way in slides.WAYS.items():
            yield question, ask(chromium, address + QUICK, slides.NEXT, partial(_by_slides, events, way))


def _by_slides(events: Sequence[Event], way: Callable[[slides.Slides], Answer], hand: Hand) -> Answer:
    return way(slides.Slides(hand, events))


def main() -> int:
    """Print the table. Returns 0, or 1 when the site cannot be built or gives a wrong answer."""
    packages = bring_rivals()
    with tempfile.TemporaryDirectory() as made, browser() as chromium:
        folder = Path(made)
        if not build(PROJECT, output=folder / "site").ok:
            print("the site must build without an error", file=sys.stderr)
            return 1
        events = json.loads((folder / "site/data/v1/events.json").read_text("utf-8"))["events"]
        page = timelinejs(events, names(PROJECT), packages, folder / "slides")
        right = right_answers(events)
        print(f"{'':<54}{'':<12}{'clicks':>8}{'keys':>8}{'KB':>8}")
        wrong = 0
        for where, asked in (
            ("here", asked_here(chromium, folder / "site")),
            ("TimelineJS3", asked_in_slides(chromium, page, events)),
        ):
            for question, found in asked:
                fits = found.answer == right[question]
                wrong += where == "here" and not fits
                counts = f"{found.clicks:>8}{found.keys:>8}{found.wire / 1000:>8.1f}"
                print(f"{question:<54}{where:<12}{counts}  {'right' if fits else 'wrong'}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
