"""The filters beside the timeline: groups of values with their counts, as a form that a script brings to life."""

from __future__ import annotations

import json
from dataclasses import dataclass

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.postings import FILTERS, Postings, edition, postings
from timeline.pages.labels import Label, Labels
from timeline.pages.site import Site

FIRST = 7  # values that a group shows at once
WHOLE = frozenset({"kind", "confidence", "phase"})  # groups that show all: few values, in the order of their vocabulary

OPEN = frozenset({"kind", "confidence", "place"})

# The texts that scripts fill in; every other text stands in the page itself.
WORDS = (
    "count.events",
    "date.day",
    "date.range-wide",
    "find.also-possibly",
    "find.best",
    "find.choices",
    "find.chosen",
    "find.clear",
    "find.date-from",
    "find.date-to",
    "find.failed",
    "find.from",
    "find.listed",
    "find.month-failed",
    "find.month-loaded",
    "find.month-loading",
    "find.next-month",
    "find.none",
    "find.none-title",
    "find.partly",
    "find.remove",
    "find.retry",
    "find.show",
    "find.stale",
    "find.to",
    "find.without",
    "list.comma",
    "number.digits",
    "number.thousands",
    *(f"month.full.{month}" for month in range(1, 13)),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter. count: events that carry it, as a number in words of digits."""

    label: Label
    count: str


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """A filter: its key in addresses, its name, its first values.

    more: how many values there are, in words, '' when all are shown.
    address: of the list of all values, '' without one. open: whether its values are seen at first.
    """

    key: str
    title: str
    choices: tuple[Choice, ...]
    more: str
    address: str
    open: bool


@dataclass(frozen=True, slots=True)
class FindForm:
    """groups: filters in order. first, last: days that the chronology spans, ISO 8601. words: texts for scripts, JSON.

    show: what the button that closes the sheet says while nothing is chosen.
    facets, search: addresses of the data, which name the edition of the events that they belong to.
    """

    groups: tuple[FilterGroup, ...]
    first: str
    last: str
    words: str
    show: str
    facets: str
    search: str
    edition: str


def find_form(chronicle: Chronicle, labels: Labels, site: Site) -> FindForm | None:
    """The form for the front page; None where there is no event to find."""
    if not chronicle.events:
        return None
    name = edition(chronicle)
    lists = postings(chronicle)
    return FindForm(
        groups=tuple(_group(key, lists, labels, site) for key in lists),
        first=chronicle.events[0].date.earliest.isoformat(),
        last=chronicle.until.isoformat(),
        words=script_words(site),
        show=site.strings.plural("find.show", len(chronicle.events)),
        facets=f"{site.addresses.file('find/facets.json')}?{name}",
        search=f"{site.addresses.file('find/search.json')}?{name}",
        edition=name,
    )


def ordered(key: str, lists: Postings) -> tuple[str, ...]:
    """The values of a filter as they are shown: by events, then id; those of WHOLE as in their vocabulary."""
    values = lists[key]
    if key in WHOLE:
        return tuple(values)
    return tuple(sorted(values, key=lambda value: (-len(values[value]), value)))


def unlisted(key: str, lists: Postings) -> tuple[str, ...]:
    """The values that the form does not show at first, in order."""
    return () if key in WHOLE else ordered(key, lists)[FIRST:]


def value_label(key: str, value: str, labels: Labels) -> Label:
    """The label of a value of a filter."""
    return labels.confidence(value) if key == "confidence" else labels.of(FILTERS[key], value)


def _group(key: str, lists: Postings, labels: Labels, site: Site) -> FilterGroup:
    strings = site.strings
    rest = unlisted(key, lists)
    values = ordered(key, lists)
    shown = values[: len(values) - len(rest)]
    return FilterGroup(
        key=key,
        title=strings.text(f"find.group.{key}"),
        choices=tuple(Choice(value_label(key, each, labels), strings.number(len(lists[key][each]))) for each in shown),
        more=strings.text("find.all", count=len(values)) if rest else "",
        address=site.addresses.page(FILTERS[key]) if FILTERS[key] in site.facets else "",
        open=key in OPEN,
    )


def script_words(site: Site) -> str:
    """The texts that scripts fill in, as JSON: by id a text, or the forms of a plural by CLDR category."""
    strings = site.strings
    return json.dumps({key: strings.forms(key) for key in WORDS}, ensure_ascii=False, separators=(",", ":"))
