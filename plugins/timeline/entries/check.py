"""The whole content in, everything that is published and every problem of every file out. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace

from timeline.entries.accepted import LATER, Acceptance, apply
from timeline.entries.basemap import Basemap
from timeline.entries.cross import cross_check
from timeline.entries.event import Event
from timeline.entries.folder import ACCEPTED, collisions, role, stray
from timeline.entries.gist import Gist
from timeline.entries.page import Page
from timeline.entries.problem import Problem
from timeline.entries.reading import Reading
from timeline.entries.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found under `content/`, without its texts. problems: sorted.

    gists: of the events, in the order of the chronology, drafts among them.
    files: how many files of each role were found; refused: paths of entries and pages that are not published.
    accepted: the warnings accepted in advance of which only all events together can show whether they are given.
    """

    gists: tuple[Gist, ...] = ()
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    accepted: tuple[Acceptance, ...] = ()

    @property
    def ok(self) -> bool:
        """True when nothing stops a build; warnings do not."""
        return all(problem.warning for problem in self.problems)

    def totals(self) -> str:
        """One line for people: entries in = published + drafts + refused."""
        drafts = sum(each.draft for each in self.gists)
        refused = sum(role(path) == "entry" for path in self.refused)
        pages, refused_pages = self.files.get("page", 0), len(self.refused) - refused
        return (
            f"{self.files.get('entry', 0)} entries: {len(self.gists) - drafts} published, {drafts} drafts, "
            f"{refused} refused; {pages} pages: {pages - refused_pages} published, {refused_pages} refused"
        )


@dataclass(frozen=True, slots=True)
class Content(Survey):
    """What `content/` holds. events: in the order of the chronology, drafts among them."""

    events: tuple[Event, ...] = ()
    pages: tuple[Page, ...] = ()
    basemap: Basemap | None = None


def check(files: Mapping[str, bytes], unread: Iterable[Problem] = ()) -> Content:
    """Read and check everything.

    files: bytes by POSIX path from the project's folder, all below `content/`; unread: problems of files not read.
    """
    reading = Reading(files)
    found = survey(reading, unread)
    bad = _refused(found.problems)
    pages = (page for path, page in reading.pages.items() if path not in bad)
    return Content(
        **{each.name: getattr(found, each.name) for each in fields(found)},
        events=tuple(_events(found.gists, reading, bad)),
        pages=tuple(sorted(pages, key=lambda page: (page.order, page.id, page.language))),
        basemap=reading.basemap,
    )


def survey(reading: Reading, unread: Iterable[Problem] = ()) -> Survey:
    """Everything that the files show, each alone and all together. unread: problems of files that could not be read."""
    problems = [*unread, *collisions(reading.files), *map(stray, reading.paths[""])]
    siblings, pages = reading.sibling_leaves(), reading.page_leaves()
    problems += cross_check(reading.gists(), siblings, pages, reading.paths, reading.vocabularies)
    problems += reading.problems()
    now = [each for each in reading.accepted() if each.code not in LATER]
    problems = apply(now, problems, ACCEPTED, whole=all(problem.warning for problem in problems))
    bad = _refused(problems)
    gists = (each for each in reading.gists() if each.path not in bad)
    return Survey(
        gists=tuple(sorted(gists, key=lambda each: each.order)),
        vocabularies=reading.vocabularies,
        problems=tuple(sorted(set(problems))),
        files={name: len(paths) for name, paths in reading.paths.items() if name},
        refused=tuple(path for path in sorted(reading.files) if path in bad and role(path) in {"entry", "page"}),
        accepted=tuple(each for each in reading.accepted() if each.code in LATER),
    )


def _refused(problems: Iterable[Problem]) -> set[str]:
    """The paths of the files that are kept out of the site."""
    return {problem.path for problem in problems if not problem.warning}


def _events(gists: Iterable[Gist], reading: Reading, bad: Collection[str]) -> Iterator[Event]:
    """The events, each with the translations that stand beside its entry."""
    siblings = reading.sibling_leaves()
    for each in gists:
        good = [leaf.path for leaf in siblings.get(each.path, ()) if leaf.path not in bad]
        beside = tuple(reading.siblings[path].translation for path in good)
        event = reading.events[each.path]
        yield replace(event, translations=beside) if beside else event
