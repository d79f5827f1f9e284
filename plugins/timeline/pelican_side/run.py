"""A build from Python: what `tasks.py build`, the preview and `publish` call, equal to `pelican -s SETTINGS`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pelican import log
from pelican.settings import read_settings

from timeline.entries.problem import Problem
from timeline.pelican_side.generator import ContentRefusedError
from timeline.pelican_side.staged import StagedPelican


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to. problems: errors and warnings, sorted; counts: one line for people; events: published."""

    ok: bool
    problems: tuple[Problem, ...]
    counts: str
    events: int = 0


def build(project: Path, *, settings: str = "pelicanconf.py", output: Path | None = None, preview: bool = False) -> Outcome:
    """Build the site of `project` into `output` (default: OUTPUT_PATH of the settings), whole or not at all.

    Raises SettingsError, OutputRefusedError; problems of the content are in the outcome, and nothing is written then.
    """
    made = read_settings(str(project / settings), override={"OUTPUT_PATH": str(output)} if output else None)
    if preview:
        made["TIMELINE"] = {**made["TIMELINE"], "preview": True}
    log.console.quiet = True  # Pelican's last line counts articles, of which there are none
    try:
        return _outcome(StagedPelican(made))
    except ContentRefusedError as refused:
        return Outcome(ok=False, problems=refused.content.problems, counts=refused.content.totals())


def _outcome(pelican: StagedPelican) -> Outcome:
    pelican.run()
    generator = pelican.timeline
    counts = f"{generator.content.totals()}; {generator.written} files written"
    return Outcome(True, generator.content.problems, counts, len(generator.chronicle.events))


def site_address(project: Path, settings: str) -> str:
    """SITEURL of a settings file, '' while it is unset."""
    address: str = read_settings(str(project / settings))["SITEURL"]
    return address.rstrip("/")


def report(problems: Sequence[Problem]) -> str:
    """All problems for the terminal, a line each."""
    return "\n".join(map(str, problems))
