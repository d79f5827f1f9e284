"""A build from Python: what `tasks.py build`, the preview and `publish` call, equal to `pelican -s SETTINGS`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import log, signals
from pelican.settings import read_settings

from timeline.entries.problem import Problem
from timeline.pages.memory import Memory
from timeline.pelican_side.generator import ContentRefusedError, TimelineGenerator
from timeline.pelican_side.settings import SettingsError
from timeline.pelican_side.staged import StagedPelican


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to. problems: errors and warnings, sorted; counts: one line for people; events: published."""

    ok: bool
    problems: tuple[Problem, ...]
    counts: str
    events: int = 0


def build(
    project: Path,
    *,
    settings: str = "pelicanconf.py",
    output: Path | None = None,
    preview: bool = False,
    memory: Memory | None = None,
) -> Outcome:
    """Build the site of `project` into `output` (default: OUTPUT_PATH of the settings), whole or not at all.

    preview: with drafts and the reload script. memory: of earlier builds in this process, for what did not change.
    Raises SettingsError, OutputRefusedError; problems of the content are in the outcome, and nothing is written then.
    """
    made = settings_of(project, settings, {"OUTPUT_PATH": str(output)} if output else None)
    if preview:
        made["TIMELINE"] = {**made["TIMELINE"], "preview": True}
    made["TIMELINE_MEMORY"] = memory
    log.console.quiet = True  # Pelican's last line counts articles, of which there are none
    try:
        return _outcome(StagedPelican(made))
    except ContentRefusedError as refused:
        return Outcome(ok=False, problems=refused.content.problems, counts=refused.content.totals())


def _outcome(pelican: StagedPelican) -> Outcome:
    generators: list[Any] = []
    with signals.all_generators_finalized.connected_to(generators.extend):
        pelican.run()
    ours = next(each for each in generators if isinstance(each, TimelineGenerator))
    counts = f"{ours.content.totals()}; {ours.written} files written"
    return Outcome(ok=True, problems=ours.content.problems, counts=counts, events=len(ours.chronicle.events))


def site_address(project: Path, settings: str) -> str:
    """SITEURL of a settings file, '' while it is unset."""
    address: str = settings_of(project, settings)["SITEURL"]
    return address.rstrip("/")


def settings_of(project: Path, name: str, override: dict[str, str] | None = None) -> dict[str, Any]:
    """The settings file `name` of a project, read by Pelican.

    `from pelicanconf import *` in it means the file beside it, whatever other timeline was read before.
    Raises SettingsError for what is no Python, or names what is not there.
    """
    sys.modules.pop("pelicanconf", None)
    sys.path.insert(0, str(project))
    try:
        made: dict[str, Any] = read_settings(str(project / name), override=override)
    except SyntaxError as error:
        where = f"{Path(error.filename or name).name}:{error.lineno}"
        raise SettingsError(f"{where}: a comma, a quotation mark or a bracket is wrong here ({error.msg})") from error
    except (NameError, TypeError, ValueError) as error:
        raise SettingsError(f"{name}: {error}") from error
    finally:
        sys.path.remove(str(project))
    return made
