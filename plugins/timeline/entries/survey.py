"""What the files of the content show, each alone and all together: every problem, and the gists. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline.entries.accepted import LATER, Acceptance, apply
from timeline.entries.cross import cross_check
from timeline.entries.folder import ACCEPTED, collisions, role, stray
from timeline.entries.gist import Gist, current_ids, names_now
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


def survey(reading: Reading, unread: Iterable[Problem] = ()) -> Survey:
    """Everything that the files show, each alone and all together. unread: problems of files that could not be read."""
    problems = [*unread, *collisions(reading.files), *map(stray, reading.paths[""])]
    siblings, pages = reading.sibling_leaves(), reading.page_leaves()
    problems += cross_check(reading.gists(), siblings, pages, reading.paths, reading.vocabularies)
    problems += reading.problems()
    accepted = [each for each in reading.accepted() if each.code not in LATER]
    problems = apply(accepted, problems, ACCEPTED, whole=all(problem.warning for problem in problems))
    bad = refused(problems)
    now = current_ids(reading.gists())
    gists = (each._replace(beside=names_now(each.beside, now)) for each in reading.gists() if each.path not in bad)
    return Survey(
        gists=tuple(sorted(gists, key=lambda each: each.order)),
        vocabularies=reading.vocabularies,
        problems=tuple(sorted(set(problems))),
        files={name: len(paths) for name, paths in reading.paths.items() if name},
        refused=tuple(path for path in sorted(reading.files) if path in bad and role(path) in {"entry", "page"}),
        accepted=tuple(each for each in reading.accepted() if each.code in LATER),
    )


def refused(problems: Iterable[Problem]) -> set[str]:
    """The paths of the files that are kept out of the site."""
    return {problem.path for problem in problems if not problem.warning}
