"""The workbench, in the preview alone: what the content still lacks, so that those who work on it need not search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from timeline.chronicle.chronicle import Chronicle, Month
from timeline.chronicle.sources import originators
from timeline.entries.months import month_after
from timeline.entries.problem import Problem
from timeline.entries.vocabulary import Vocabularies
from timeline.pages.cards import Card
from timeline.pages.labels import Label, Labels, in_language
from timeline.pages.listing import MonthLink, month_link
from timeline.pages.page import PageSpec, head
from timeline.pages.shared import Shared
from timeline.pages.site import Site

FEW = 5  # events with which a month is no longer thin


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning. place: `path:line:column`; edit: address of the file in the repository, or ''."""

    place: str
    field: str
    message: str
    edit: str


@dataclass(frozen=True, slots=True)
class Unnamed:
    """The items of a vocabulary without a name in a language that others have one in: id and name of each."""

    vocabulary: str
    language: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Workbench:
    """What the content lacks.

    disputed: events that are disputed and give no accounts. alone: events that go back to one originator, and its name.
    thin: months with fewer than FEW events, without an address where there is no page. unarchived: how many sources
    have no archived copy, of how many, in words.
    """

    drafts: tuple[Card, ...]
    warnings: tuple[Warned, ...]
    alone: tuple[tuple[Card, Label], ...]
    disputed: tuple[Card, ...]
    thin: tuple[MonthLink, ...]
    unarchived: str
    unnamed: tuple[Unnamed, ...]


def workbench_page(shared: Shared, problems: Sequence[Problem]) -> PageSpec:
    """The page at `/workbench/`. problems: those of the whole content; they change with it alone."""
    made = head(shared.site, shared.site.strings.text("workbench.title"), "workbench")
    return PageSpec(made, "workbench.html", partial(_workbench, shared, tuple(problems)), shared.everything)


def _workbench(shared: Shared, problems: Sequence[Problem]) -> Workbench:
    chronicle, rows, strings = shared.chronicle, shared.rows, shared.site.strings
    sources = [source for event in chronicle.events for source in event.sources]
    lacking = sum(not source.archive for source in sources)
    return Workbench(
        drafts=tuple(rows[event.id] for event in chronicle.events if event.draft),
        warnings=tuple(_warned(problem, shared.site) for problem in problems if problem.warning),
        alone=tuple(_alone(shared)),
        disputed=tuple(
            rows[event.id] for event in chronicle.events if event.confidence == "disputed" and not event.accounts
        ),
        thin=tuple(_thin(chronicle, shared.site)),
        unarchived=strings.text("workbench.of", count=lacking, all=len(sources)),
        unnamed=tuple(_unnamed(chronicle.vocabularies, shared.labels)),
    )


def _warned(problem: Problem, site: Site) -> Warned:
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return Warned(place, problem.field, problem.message, site.edit_address(problem.path))


def _alone(shared: Shared) -> Iterator[tuple[Card, Label]]:
    for event in shared.chronicle.events:
        publishers = originators(event)
        if len(publishers) == 1:
            yield shared.rows[event.id], shared.labels.of("sources", publishers[0])


def _thin(chronicle: Chronicle, site: Site) -> Iterator[MonthLink]:
    """The months from the first to the last beginning in which few events or none begin."""
    months = list(chronicle.begun)
    if not months:
        return
    month: Month = months[0]
    while month <= months[-1]:
        count = len(chronicle.begun.get(month, ()))
        if count < FEW:
            link = month_link(month, count, site)
            yield link if month in chronicle.months else replace(link, address="")
        month = month_after(*month)


def _unnamed(vocabularies: Vocabularies, labels: Labels) -> Iterator[Unnamed]:
    for name, vocabulary in vocabularies.by_name.items():
        languages = {language for item in vocabulary.items.values() for language in item.names}
        for language in sorted(languages):
            lacking = [item for item in vocabulary.items.values() if language not in item.names]
            items = tuple((item.id, in_language(item.names, labels.site.language)[0]) for item in lacking)
            if items:
                yield Unnamed(name, labels.language(language), items)
