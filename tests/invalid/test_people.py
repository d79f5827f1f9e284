"""Entries with the mistakes that people make, below `people/content/`: each is told at its line, with what to write.

`people/mistakes.txt` lists them: file, line, code, and words that the message or the fix must hold.
`people/mended.txt` is what `check --fix` says that it changed in the same folder.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from timeline.entries.check import check
from timeline.entries.fix import Edit
from timeline.entries.folder import role
from timeline.entries.mend import mend
from timeline.entries.problem import Problem
from timeline.files.tree import read_tree

PEOPLE = Path(__file__).parent / "people"
ROW = re.compile(r"(?P<path>.+?):(?P<line>\d+): (?P<code>[a-z-]+): (?P<words>.+)")


def problems_of(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    return check(files).problems


def told(problem: Problem) -> str:
    """Message and fix as the report shows them."""
    return f"{problem.field}: {problem.message}" + (f" = --fix: {problem.fix}" if problem.fix else "")


def test_sixty_entries_as_people_write_them_are_each_explained_at_the_line_with_what_to_write() -> None:
    files = read_tree(PEOPLE).files
    found = problems_of(files)
    rows = [ROW.fullmatch(line) for line in (PEOPLE / "mistakes.txt").read_text("utf-8").splitlines()]
    wanted = [(f"content/{row['path']}", int(row["line"]), row["code"], row["words"]) for row in rows if row]
    assert len(wanted) == len(rows)
    unexplained = [
        each for each in wanted if not any((p.path, p.line, p.code) == each[:3] and each[3] in told(p) for p in found)
    ]
    assert unexplained == []
    assert {(p.path, p.line, p.code) for p in found} == {each[:3] for each in wanted}
    assert len({path for path, *_ in wanted if role(path) == "entry"}) >= 60


def test_every_certain_fix_is_made_and_told_and_a_second_run_changes_nothing() -> None:
    files = read_tree(PEOPLE).files
    mended, changes = mend(files, problems_of)
    assert "\n".join(map(str, changes)) + "\n" == (PEOPLE / "mended.txt").read_text("utf-8")
    assert [problem for problem in problems_of(mended) if problem.fix] == []
    assert mend(mended, problems_of) == (mended, [])


def test_nothing_but_what_was_told_is_changed() -> None:
    files = dict(read_tree(PEOPLE).files)
    mended, changes = mend(files, problems_of)
    touched = {change.path for change in changes}
    assert {path for path in files if mended.get(path) != files[path]} == touched
    for problem in problems_of(files):
        if isinstance(problem.fix, Edit) and "\n" not in problem.fix.was:
            line = files[problem.path].decode().split("\n")[problem.fix.line - 1]
            assert line[problem.fix.column - 1 :].startswith(problem.fix.was)


def test_what_only_needed_a_fix_is_published_after_it() -> None:
    files = read_tree(PEOPLE).files
    mended, _ = mend(files, problems_of)
    errors = {problem.path for problem in problems_of(files) if not problem.warning}
    certain = {path for path in errors if all(p.fix for p in problems_of(files) if p.path == path)}
    assert len(certain) > 20
    assert certain <= {event.path for event in check(mended).events}


if __name__ == "__main__":
    print("\n".join(map(str, mend(read_tree(PEOPLE).files, problems_of)[1])))
