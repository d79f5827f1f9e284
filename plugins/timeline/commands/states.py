"""One state of the site, from its files to what is compared: content checked, related, and every address planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from timeline.chronicle.changes import State
from timeline.chronicle.chronicle import Chronicle, relate
from timeline.chronicle.switches import switched
from timeline.commands.literals import read_literals
from timeline.entries.check import check
from timeline.entries.entry import NAME
from timeline.entries.event import Event
from timeline.entries.folder import role
from timeline.entries.problem import Problem
from timeline.entries.vocabulary import Vocabularies
from timeline.exports.exports import exports
from timeline.exports.feeds import latest
from timeline.files.tree import Tree
from timeline.pages.plan import plan
from timeline.pages.site import Site

SETTINGS = ("pelicanconf.py", "publishconf.py")
COMPARED = ("SITENAME", "SITESUBTITLE", "DEFAULT_LANG", "SITEURL", "TIMELINE")
Settings = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of the comparison came to, and the problems of its content."""

    state: State
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that would stop a build."""
        return tuple(problem for problem in self.problems if not problem.warning)


def read_settings(files: Mapping[str, bytes]) -> Settings:
    """The settings of the published site as far as its two files state them as plain values; neither is run.

    Raises SyntaxError, ValueError where a file is no Python in UTF-8.
    """
    found: dict[str, object] = {"SITENAME": "", "SITEURL": "", "DEFAULT_LANG": "en", "THEME": "theme"}
    for name in SETTINGS:
        found |= read_literals(files.get(name, b"").decode("utf-8"))
    return found


def read_side(tree: Tree, site: Site, settings: Settings) -> Side:
    """Check, relate and plan one side. Entries with problems are left out and named, so that the rest can be read."""
    files = {path: data for path, data in tree.files.items() if path.startswith("content/")}
    content = check(files, tree.problems)
    known = tuple(event for event in content.events if _known(event, content.vocabularies))
    unread = {_name(problem.path) for problem in content.problems if not problem.warning}
    unread |= {event.id for event in content.events} - {event.id for event in known}
    shown = switched(replace(content, events=known), site.languages, ground=site.map)
    chronicle = relate(shown, facets=site.facets)
    state = State(
        chronicle=chronicle,
        drafts=tuple(event for event in shown.events if event.draft),
        unread=frozenset(unread - {""}),
        addresses=frozenset(_addresses(chronicle, site)),
        feed={event.first_id: event.updated.earliest for event in latest(chronicle.events)},
        settings=dict(_flat(settings)),
    )
    return Side(state, content.problems)


def _addresses(chronicle: Chronicle, site: Site) -> Iterator[str]:
    """Every file whose address someone may have kept; what the site fetches for its own search is none."""
    yield from (page.head.path for page in plan(chronicle, site))
    yield from (path for path, _ in exports(chronicle, site) if not path.startswith("find/"))


def _known(event: Event, vocabularies: Vocabularies) -> bool:
    """Whether every id that the event uses has its item: a vocabulary with problems lets ids pass that it has not."""
    used = {
        "kinds": {event.kind},
        "confidence": {event.confidence},
        "places": {*event.places},
        "actors": {*event.actors},
        "tags": {*event.tags},
        "publishers": {key for source in event.sources for key in (source.publisher, *source.via)},
    }
    claimants = {account.by for account in event.accounts}
    known = {name: vocabularies[name].items.keys() for name in used}
    return claimants <= known["actors"] | known["publishers"] and all(ids <= known[name] for name, ids in used.items())


def _name(path: str) -> str:
    """The id of the entry that a file belongs to, a page's own path, '' for every other file."""
    if role(path) == "page":
        return path
    name = NAME.fullmatch(path)
    return name["id"] if name else ""


def _flat(settings: Settings) -> list[tuple[str, str]]:
    """The settings that readers notice, by name, as text."""
    found: list[tuple[str, str]] = []
    for name in COMPARED:
        value = settings.get(name, "")
        parts = value.items() if isinstance(value, Mapping) else ()
        found += [(f"{name}.{key}", str(part)) for key, part in parts] or [(name, str(value))]
    return [(name, text) for name, text in found if text]
