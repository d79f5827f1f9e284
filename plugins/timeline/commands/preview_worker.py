"""The process that builds the preview: one build for each line of JSON on its standard input, one line in answer.

It stays alive between builds, so that libraries are loaded once. It is a process of its own, so that a crash or a hang
of a build never takes the preview down, and new plugin code is had by starting another. It ends when its input does.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from timeline.commands.console import speak_utf8

if TYPE_CHECKING:
    from timeline.entries.problem import Problem
    from timeline.pelican_side.run import Outcome

Answer = dict[str, object]


def build(request: dict[str, str], kept: dict[str, Any]) -> Answer:
    """Build `project` into `output` with drafts and give the outcome, or `crash`: what went wrong with it.

    kept: what one build leaves to the next, empty before the first.
    """
    try:
        outcome = _built(request, kept)
    except (Exception, SystemExit):  # noqa: BLE001 - whatever a plugin or Pelican does, the preview says so and lives on
        return {"crash": traceback.format_exc()}
    if isinstance(outcome, str):
        return {"crash": outcome}
    problems = [_listed(problem, Path(request["project"])) for problem in outcome.problems]
    return {"ok": outcome.ok, "counts": outcome.counts, "problems": problems}


def _built(request: dict[str, str], kept: dict[str, Any]) -> Outcome | str:
    """The outcome, or which setting is wrong. The plugin is imported here, so that its own faults are told too."""
    from timeline.pages.memory import Memory
    from timeline.pelican_side.run import build as run
    from timeline.pelican_side.settings import SettingsError

    project, output = Path(request["project"]), Path(request["output"])
    memory = kept.setdefault("memory", Memory())
    try:
        return run(project, settings="pelicanconf.py", output=output, preview=True, memory=memory)
    except SettingsError as error:
        return str(error)


def _listed(problem: Problem, project: Path) -> Answer:
    """A problem as `preview_builds.Listed` has it."""
    from timeline.commands.check_line import parts

    file = project / problem.path
    lines = file.read_text("utf-8", "replace").split("\n") if file.is_file() and problem.field != "file" else []
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    return {
        "place": f"{problem.path}:{problem.line}:{problem.column}",
        "field": problem.field,
        "message": problem.message,
        "warning": problem.warning,
        "text": str(problem),
        "line": parts(line, problem.column, problem.width),
        "fix": str(problem.fix or ""),
    }


def answer_requests(requests: TextIO, answers: TextIO) -> None:
    """Build for each line of `requests` until they end, each answered by one line."""
    kept: dict[str, Any] = {}
    for line in requests:
        answers.write(json.dumps(build(json.loads(line), kept)) + "\n")
        answers.flush()


def main() -> None:
    """Keep standard output for the answers alone: whatever a build prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    speak_utf8(sys.stdout, sys.stderr)
    answer_requests(sys.stdin, answers)


if __name__ == "__main__":
    main()
