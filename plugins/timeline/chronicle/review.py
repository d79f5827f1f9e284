"""The doubts about all events, placed in their files as warnings, without those that were looked at and accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from timeline.chronicle.doubles import Likeness, alike
from timeline.chronicle.doubts import doubts
from timeline.entries.accepted import apply
from timeline.entries.folder import ACCEPTED, VOCABULARY
from timeline.entries.problem import Problem
from timeline.entries.survey import Survey


def review(survey: Survey, files: Mapping[str, bytes], likeness: Likeness = alike) -> tuple[Problem, ...]:
    """All problems of the content, sorted: those of its files, and the doubts about its events.

    files: what was surveyed, bytes by path; likeness: how much alike two titles are.
    """
    told = doubts(survey.gists, survey.vocabularies, likeness)
    found = [
        Problem(path, 1, 1, field, code, must, warning=True, other=other) for path, field, code, must, other in told
    ]
    left = apply(survey.accepted, found, ACCEPTED, whole=survey.ok)
    placed = (each if each.path == ACCEPTED else _placed(each, survey, files) for each in left)
    return tuple(sorted({*survey.problems, *placed}))


def _placed(doubt: Problem, survey: Survey, files: Mapping[str, bytes]) -> Problem:
    """The warning at the value that it is about. Only what is shown is looked for: the header is read again for it."""
    if VOCABULARY.fullmatch(doubt.path):
        return replace(doubt, line=survey.vocabularies[PurePosixPath(doubt.path).stem].lines[doubt.field])
    from timeline.chronicle.placing import place

    line, column, width = place(files[doubt.path], doubt.field)
    return replace(doubt, line=line, column=column, width=width)
