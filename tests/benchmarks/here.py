"""How a reader of this site comes to each answer, from the front page on."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.benchmarks.answers import DASHISHA, DISPUTED, HAJIN, OIL, WEEK, Answer
from tests.benchmarks.hand import Hand

SHOWN = ".row:not([hidden]) .card__title"
BUSIEST = re.compile(r"Busiest week: (\d+)\s(\w+)\s(\d{4})")
MONTHS = ["", *"January February March April May June July August September October November December".split()]  # noqa: SIM905


def hajin(hand: Hand) -> Answer:
    """Choose the place, then the month from the list of months."""
    choose(hand, "place", "hajin")
    hand.click(hand.page.locator(".months a[href='#2018-11']"))
    month = hand.page.locator(".month", has=hand.page.locator("[id='2018-11']"))
    expect(month).to_be_in_viewport()
    return month.locator(SHOWN).all_text_contents()


def disputed(hand: Hand) -> Answer:
    """Choose the grade, then the actor."""
    choose(hand, "confidence", "disputed")
    choose(hand, "actor", "russian-armed-forces")
    return hand.page.locator(SHOWN).all_text_contents()


def dashisha(hand: Hand) -> Answer:
    """Search with the place spelled as another source spells it, then open the event."""
    hand.type("/captures dachisha")
    expect(hand.page.locator("#count")).to_have_text(re.compile(" of "))
    hand.click(hand.page.locator(f"{SHOWN} a", has_text=re.compile("^SDF captures Dashisha")))
    hand.page.wait_for_url("**/events/dashisha-captured/")
    links = hand.page.locator(".sources .source__title a")
    return sorted(links.evaluate_all("links => links.map(link => link.href)"))


def week(hand: Hand) -> Answer:
    """Read the note under the drawing."""
    day, month, year = BUSIEST.search(hand.page.locator(".overview__note").inner_text()).groups()
    return [f"{year}-{MONTHS.index(month):02}-{int(day):02}"]


def oil(hand: Hand) -> Answer:
    """Choose the kind, then the tag."""
    choose(hand, "kind", "territorial-control")
    choose(hand, "tag", "oil-and-gas")
    return hand.page.locator(SHOWN).all_text_contents()


def choose(hand: Hand, key: str, value: str) -> None:
    """Tick a choice of a filter, opening its group and all its choices where that is needed."""
    group = hand.page.locator(f"[data-filter={key}]")
    choice: Locator = group.locator(f"input[value='{value}']")
    if group.get_attribute("open") is None:
        hand.click(group.locator("summary"))
    if choice.count() == 0:
        hand.click(group.locator(".find-group__more"))
    hand.click(choice)
    hand.page.wait_for_url(re.compile(rf"[?&]{key}={value}"))
    expect(hand.page.locator("#count")).to_have_text(re.compile(" of "))
    hand.page.wait_for_timeout(500)  # the count rests before it speaks, and a person reads before the next choice


WAYS = {HAJIN: hajin, DISPUTED: disputed, DASHISHA: dashisha, WEEK: week, OIL: oil}
