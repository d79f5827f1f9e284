"""The forms of the report of `check`: for people, for other programs line by line, for GitHub, and as JSON.

The JSON is one object; keys are only ever added:
  version   1
  ok        whether a build would go on: warnings do not stop it
  counts    problems, warnings, mendable (those with a fix), elsewhere (left out because of `--base`)
  totals    one line on the entries and pages, for people
  changes   what `--fix` did: path, line, was, now
  problems  path, line, column, end_column (both in characters from 1, the end behind the part), field, code,
            level (`error` or `warning`), message, fix: null, {"line", "column", "was", "now"} or {"rename": path}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from timeline.commands.check_line import hidden, pointed
from timeline.entries.fix import Fix, Rename
from timeline.entries.problem import Problem, counted

if TYPE_CHECKING:
    from timeline.entries.mend import Change

Paint = Callable[[str, str], str]
RED, YELLOW, GREEN, BOLD, DIM, OFF = (f"\x1b[{code}m" for code in ("31", "33", "32", "1", "2", "0"))


class Report(NamedTuple):
    """What a check found. files: the content by path, for the lines shown; changes: what was mended before.

    elsewhere: how many problems are left out of `problems` because they are not of this change.
    """

    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]
    totals: str
    changes: tuple[Change, ...] = ()
    elsewhere: int = 0

    @property
    def warnings(self) -> int:
        """How many of the problems are warnings."""
        return sum(problem.warning for problem in self.problems)

    @property
    def ok(self) -> bool:
        """Whether none of the problems stops a build."""
        return self.warnings == len(self.problems)

    @property
    def mendable(self) -> int:
        """How many of the problems `--fix` mends."""
        return sum(problem.fix is not None for problem in self.problems)


def plain(report: Report) -> str:
    """One line a change and a problem, then the counts."""
    return "\n".join([*map(_visible, (*report.changes, *report.problems)), summary(report)])


def text(report: Report, *, colour: bool = False) -> str:
    """The plain lines, each problem with its line of the file and carets under the part, and what would mend it."""
    lines: dict[str, list[str]] = {}
    parts = [_visible(change) for change in report.changes] + [""] * bool(report.changes and report.problems)
    for problem in report.problems:
        if problem.path not in lines:
            data = report.files.get(problem.path, b"")
            lines[problem.path] = data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
        parts += [*_with_line(problem, lines[problem.path], _paint if colour else _no_paint), ""]
    return "\n".join([*parts, summary(report)])


def _with_line(problem: Problem, lines: list[str], paint: Paint) -> Iterator[str]:
    place = f"{problem.path}:{problem.line}:{problem.column}:"
    yield paint(_visible(place), BOLD) + _visible(problem).removeprefix(_visible(place))
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    gutter, empty = f"{problem.line:>5} | ", "      "
    if line.strip() and problem.field != "file":
        shown, carets = pointed(line, problem.column, problem.width)
        yield paint(gutter, DIM) + shown
        yield paint(f"{empty}| ", DIM) + paint(carets, YELLOW if problem.warning else RED)
    if problem.fix:
        yield paint(f"{empty}= --fix: {_visible(problem.fix)}", GREEN)


def _paint(part: str, code: str) -> str:
    return f"{code}{part}{OFF}"


def _no_paint(part: str, _code: str) -> str:
    return part


def github(report: Report) -> str:
    """Workflow commands, which GitHub shows as annotations on the lines; then the counts."""
    return "\n".join([*map(_visible, report.changes), *map(_annotation, report.problems), summary(report)])


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.path,
        "line": problem.line,
        "col": problem.column,
        "endColumn": problem.column + problem.width,
        "title": f"{problem.field} [{problem.code}]",
    }
    named = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items())
    mend = f"\nfix: {_visible(problem.fix)}" if problem.fix else ""
    return f"::{'warning' if problem.warning else 'error'} {named}::{_escaped(f'{_visible(problem.message)}{mend}')}"


def _escaped(value: str, more: str = "") -> str:
    """A value of a workflow command: per cent, line ends, and in properties `more`, as GitHub's runner reads them."""
    for sign in f"%\r\n{more}":
        value = value.replace(sign, f"%{ord(sign):02X}")
    return value


def json(report: Report) -> str:
    """One JSON object (see the head of this file)."""
    from json import dumps

    made = {
        "version": 1,
        "ok": report.ok,
        "counts": {
            "problems": len(report.problems) - report.warnings,
            "warnings": report.warnings,
            "mendable": report.mendable,
            "elsewhere": report.elsewhere,
        },
        "totals": report.totals,
        "changes": [
            {"path": each.path, "line": each.line, "was": each.was, "now": each.now} for each in report.changes
        ],
        "problems": list(map(_as_object, report.problems)),
    }
    return dumps(made, ensure_ascii=False, indent=2)


def _as_object(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "end_column": problem.column + problem.width,
        "field": problem.field,
        "code": problem.code,
        "level": "warning" if problem.warning else "error",
        "message": problem.message,
        "fix": problem.fix and _fix_as_object(problem.fix),
    }


def _fix_as_object(fix: Fix) -> dict[str, object]:
    if isinstance(fix, Rename):
        return {"rename": fix.to}
    return {"line": fix.line, "column": fix.column, "was": fix.was, "now": fix.now}


def summary(report: Report) -> str:
    """The counts on one line."""
    mend = f" ({report.mendable} can be mended with --fix)" if report.mendable else ""
    others = f"; {report.elsewhere} elsewhere, not of this change" if report.elsewhere else ""
    errors = len(report.problems) - report.warnings
    counts = f"{counted(errors, 'problem')}, {counted(report.warnings, 'warning')}"
    return f"{counts}{mend}{others}; {report.totals}"


def _visible(value: object) -> str:
    """A value for a terminal: no character of a file may steer it."""
    return "".join("\ufffd" if hidden(sign) else sign for sign in str(value))


FORMS: Mapping[str, Callable[[Report], str]] = {"text": text, "plain": plain, "github": github, "json": json}
