"""`find/facets.json`: what the browser filters by, loaded when a filter is first used.

No Python package carries a search library for browsers and a build needs Python alone, so this small index and that
of `find_search` are the project's own. They are no public data: their form may change with any release.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.postings import Postings, deltas, edition, postings
from timeline.pages.find_form import unlisted, value_label
from timeline.pages.labels import Labels
from timeline.pages.site import Site

OPEN = -1


def facets_json(chronicle: Chronicle, site: Site) -> str | None:
    """Months, days and posting lists of all events in their order, as JSON text; None without events.

    months: [`2018-06`, how many events begin in it]. days: earliest days since `first`, deltas. spans: days from the
    earliest to the latest, -1 for what goes on. qualified, monthly: positions of dates with a mark, and of those that
    begin on no known day, deltas. facets: by filter key and value, positions, deltas. labels: [text, language] of the
    values that the form on the page does not show.
    """
    if not chronicle.events:
        return None
    lists = postings(chronicle)
    dates = [event.date for event in chronicle.events]
    first = dates[0].earliest
    document = {
        "edition": edition(chronicle),
        "total": len(dates),
        "months": [[f"{year:04}-{month:02}", len(begun)] for (year, month), begun in chronicle.begun.items()],
        "first": first.isoformat(),
        "days": deltas((date.earliest - first).days for date in dates),
        "spans": [OPEN if date.latest == datetime.date.max else date.days - 1 for date in dates],
        "monthly": deltas(at for at, date in enumerate(dates) if date.first.day is None),
        "qualified": deltas(at for at, date in enumerate(dates) if date.qualified),
        "facets": {key: {value: deltas(found) for value, found in values.items()} for key, values in lists.items()},
        "labels": _labels(lists, Labels(site, chronicle.vocabularies)),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def _labels(lists: Postings, labels: Labels) -> Mapping[str, Any]:
    return {key: {value: _named(key, value, labels) for value in unlisted(key, lists)} for key in lists}


def _named(key: str, value: str, labels: Labels) -> list[str]:
    label = value_label(key, value, labels)
    return [f"{label.text} ({label.detail})" if label.detail else label.text, label.lang]
