"""`build`: the site into `output/`, or the list of problems and nothing written."""

from __future__ import annotations

import sys
from pathlib import Path

from timeline.files.stage import OutputRefusedError
from timeline.pelican_side.run import build as build_site
from timeline.pelican_side.settings import SettingsError


def build(project: Path) -> int:
    """Build `project` into its output folder. Returns 0, or 1 with the problems on standard error."""
    try:
        outcome = build_site(project)
    except (SettingsError, OutputRefusedError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"The site could not be written: {error.strerror}. The output folder is as it was.", file=sys.stderr)
        return 1
    for problem in outcome.problems:
        print(problem, file=sys.stderr)
    print(outcome.counts if outcome.ok else f"nothing was written; {outcome.counts}")
    return 0 if outcome.ok else 1
