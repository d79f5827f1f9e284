"""What is asked, and the right answers by the data that the site offers under `data/v1/events.json`."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

HAJIN = "What happened at Hajin in November 2018?"
DISPUTED = "What is disputed that involves the Russian air force?"
DASHISHA = "Who reported the fall of Dashisha?"
WEEK = "Which week has most events?"
OIL = "Which oil fields changed hands?"

Event = Mapping[str, Any]
Answer = list[str]  # titles; addresses of sources, sorted; or the Monday of a week


def right_answers(events: Sequence[Event]) -> dict[str, Answer]:
    """The answer to each question; titles in the order of the chronology."""
    return {
        HAJIN: [each["title"] for each in events if "hajin" in each["places"] and month(each) == "2018-11"],
        DISPUTED: [
            each["title"]
            for each in events
            if each["confidence"] == "disputed" and "russian-armed-forces" in each["actors"]
        ],
        DASHISHA: sorted(
            source["url"] for each in events if each["id"] == "dashisha-captured" for source in each["sources"]
        ),
        WEEK: [busiest_week(each["date"]["earliest"] for each in events)],
        OIL: [
            each["title"] for each in events if each["kind"] == "territorial-control" and "oil-and-gas" in each["tags"]
        ],
    }


def month(event: Event) -> str:
    """`2018-11`: the month in which an event begins."""
    return str(event["date"]["earliest"][:7])


def busiest_week(days: Sequence[str]) -> str:
    """The Monday of the week with most of some days (YYYY-MM-DD), the first of several."""
    dates = sorted(map(datetime.date.fromisoformat, days))
    return str(Counter(day - datetime.timedelta(day.weekday()) for day in dates).most_common(1)[0][0])
