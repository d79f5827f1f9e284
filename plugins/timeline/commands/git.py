"""Git asked about a project: nothing is fetched, nothing is locked, no question comes up."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

QUIET = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
NO_REFRESH = ("-c", "diff.autoRefreshIndex=false")  # `diff` would lock the index, whatever the environment says


class GitError(Exception):
    """Git is not installed, or said no. The message is one line, to stand after `git:`."""


def git(project: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What a git command in the project's folder prints, having read `given`. Raises GitError."""
    try:
        ended = subprocess.run(  # noqa: S603 (the caller's fixed commands)
            ["git", "-C", str(project), *NO_REFRESH, *arguments],  # noqa: S607 - git is where the machine has it
            input=given,
            capture_output=True,
            check=False,
            env={**os.environ, **QUIET},
        )
    except FileNotFoundError as missing:
        raise GitError("not installed") from missing
    if ended.returncode:
        raise GitError(ended.stderr.decode("utf-8", "replace").strip().partition("\n")[0])
    return ended.stdout
