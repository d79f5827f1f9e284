"""What is known of files as plain values and back: texts, numbers, tuples and mappings of these, as a file can hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from timeline.entries.accepted import Acceptance
from timeline.entries.dates import EdtfDate, parse
from timeline.entries.event import Source
from timeline.entries.fix import Edit, Rename
from timeline.entries.gist import Cited, Gist, Leaf
from timeline.entries.markdown_file import Link
from timeline.entries.problem import Problem
from timeline.entries.reading import Known, Told
from timeline.entries.vocabulary import KINDS_OF_VOCABULARY, Item, Phase, Vocabularies, Vocabulary


def plain(known: Known) -> tuple[Any, ...]:
    """The plain value; `from_plain` makes the same of it."""
    vocabularies = {name: _values(each) for name, each in known.vocabularies.by_name.items()}
    return dict(known.vocabulary), vocabularies, {path: _row(told) for path, told in known.told.items()}


def from_plain(value: Any) -> Known:  # noqa: ANN401 - as read from a file
    """What the plain value was made of. Raises what Python raises for a value that `plain` has not made."""
    files, vocabularies, told = value
    by_name = {name: _vocabulary(name, row) for name, row in vocabularies.items()}
    return Known(files, Vocabularies(by_name), {path: _told(row) for path, row in told.items()})


def _row(told: Told) -> tuple[Any, ...]:
    gist, leaf = told.gist, told.leaf
    return (
        told.given,
        tuple(map(_values, told.problems)),
        gist and (*gist[:-3], *map(_rows, (gist.sources, gist.links, gist.former))),
        leaf and (leaf.path, _rows(leaf.links)),
        _rows(told.accepted),
    )


def _rows(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(map(tuple, values))


def _plain(value: Any) -> Any:  # noqa: ANN401 - as many types as fields
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, EdtfDate):
        return value.text
    return _values(value) if isinstance(value, Problem | Source | Item) else value


def _values(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as above
    return tuple(_plain(getattr(value, each.name)) for each in fields(value))


def _told(row: tuple[Any, ...]) -> Told:
    given, problems, gist, leaf, accepted = row
    return Told(
        given,
        tuple(map(_problem, problems)),
        gist and _gist(gist),
        leaf and Leaf(leaf[0], _links(leaf[1])),
        tuple(Acceptance(*each) for each in accepted),
    )


def _gist(row: tuple[Any, ...]) -> Gist:
    made = Gist(*row)
    return made._replace(
        sources=tuple(Cited(*each) for each in made.sources), links=_links(made.links), former=_links(made.former)
    )


def _links(rows: tuple[Any, ...]) -> tuple[Link, ...]:
    return tuple(Link(*each) for each in rows)


def _problem(row: tuple[Any, ...]) -> Problem:
    made = Problem(*row)
    if not made.fix:
        return made
    return replace(made, fix=Edit(*made.fix) if len(made.fix) > 1 else Rename(*made.fix))


def _vocabulary(name: str, row: tuple[Any, ...]) -> Vocabulary:
    made = Vocabulary(*row)
    kind = KINDS_OF_VOCABULARY[name]
    return replace(made, items={key: _item(kind, each) for key, each in row[1].items()})


def _item(kind: type[Item], row: tuple[Any, ...]) -> Item:
    made = kind(*row)
    if not isinstance(made, Phase):
        return made
    return replace(made, date=_date(made.date), sources=tuple(map(_source, made.sources)))


def _source(row: Any) -> Source:  # noqa: ANN401 - as above
    made = Source(*row)
    return replace(made, published=_date(made.published), accessed=_date(made.accessed))


def _date(text: Any) -> EdtfDate | None:  # noqa: ANN401 - as above
    return parse(text) if text else None
