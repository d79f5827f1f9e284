"""`check`: every problem of every file under `content/`, without building and without Pelican."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.chronicle.doubts import without_archive
from timeline.chronicle.review import review
from timeline.commands.check_base import BaseError, changed_since, of_change
from timeline.commands.check_forms import FORMS, Report, text
from timeline.commands.check_memory import Memory
from timeline.commands.check_options import options
from timeline.entries.fix import ClobberError
from timeline.entries.problem import Problem
from timeline.entries.reading import Reading
from timeline.entries.survey import survey
from timeline.files.tree import Tree, read_tree

if TYPE_CHECKING:
    from timeline.entries.mend import Change


def main(arguments: Sequence[str]) -> int:
    """Run with the arguments of the command line. Returns an exit code, 2 for options that do not fit."""
    return check(**options(arguments))


def check(  # noqa: PLR0913 - one argument an option
    project: Path,
    *,
    fix: bool = False,
    format_: str = "text",
    base: str = "",
    watch: bool = False,
    all_: bool = False,
) -> int:
    """Print all problems, sorted, then the totals. Returns 1 when any of them stops a build, 0 for warnings alone.

    The options are those of `check_options`. Returns 2, with a line on standard error, when they cannot be followed.
    """
    if format_ not in FORMS:
        return _refuse(f"--format must be one of {', '.join(FORMS)} (found {format_})")
    if watch and fix:
        return _refuse("--fix and --watch must not stand together: files would change under your editor")
    once = partial(_once, partial(examine, project, fix=fix, base=base, archives=all_), format_)
    if not watch:
        return once()
    from timeline.commands.check_watch import watch as run_at_each_change

    return run_at_each_change(project, once, clear=sys.stdout.isatty())


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


def _once(examined: Callable[[], Report], form: str) -> int:
    try:
        report = examined()
    except (BaseError, ClobberError) as error:
        return _refuse(str(error))
    print(text(report, colour=True) if form == "text" and _colourful() else FORMS[form](report))
    return 0 if report.ok else 1


def _colourful() -> bool:
    """Whether the output goes to a terminal that wants colour (see no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def examine(project: Path, *, fix: bool = False, base: str = "", archives: bool = False) -> Report:
    """Check a project, mending it first where that is asked for.

    base: a git revision, to report only what was changed since then; archives: count the sources without a copy too.
    Raises BaseError and ClobberError.
    """
    changed = changed_since(project, base) if base else None
    tree = read_tree(project)
    memory = Memory(project)
    files, changes = _mended(project, tree, memory, changed) if fix else (tree.files, ())
    reading = Reading(files, memory.known)
    content = survey(reading, tree.problems)
    found = review(content, files, memory.alike)
    memory.keep(reading)
    shown = _shown(found, changed)
    totals = content.totals()
    if archives:
        totals += "; {} of {} sources without an archived copy".format(*without_archive(content.gists))
    return Report(shown, files, totals, changes, len(found) - len(shown))


def _mended(
    project: Path, tree: Tree, memory: Memory, changed: Collection[str] | None
) -> tuple[Mapping[str, bytes], tuple[Change, ...]]:
    """The files with every certain fix, written to the disk, and what was changed."""
    from timeline.commands.check_fix import write_mended
    from timeline.entries.mend import mend

    files, changes = mend(
        tree.files,
        lambda each: _shown(survey(Reading(each, memory.known)).problems, changed),
        [problem.path for problem in tree.problems],
    )
    write_mended(project, tree.files, files)
    return files, tuple(changes)


def _shown(problems: Sequence[Problem], changed: Collection[str] | None) -> tuple[Problem, ...]:
    return tuple(problems) if changed is None else of_change(problems, changed)
