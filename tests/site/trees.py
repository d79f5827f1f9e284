"""Builds in processes of their own, and folders compared byte for byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from tests.site.built import PROJECT

# What a build reads. Small sites of the tests lie where their settings expect the theme.
READ = ("content", "plugins", "theme", "pelicanconf.py", "tests/sites/valley")
BUILD = """
import sys
from pathlib import Path
from timeline.commands.build import build
sys.exit(build(Path(sys.argv[1])))
"""


def environment(project: Path, **more: str) -> dict[str, str]:
    """The environment of a process that runs the plugins of `project`, with what `more` adds."""
    path = os.pathsep.join(filter(None, (str(project / "plugins"), more.pop("PYTHONPATH", ""))))
    return {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": path, **more}


def build_command(site: Path) -> list[str]:
    """The command that builds the site in the folder `site` into its `output/`, as the task does."""
    return [sys.executable, "-P", "-c", BUILD, str(site)]


def copy_project(target: Path) -> Path:
    """Copy what a build reads to `target`."""
    for name in READ:
        if (PROJECT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "expected", "output")
            shutil.copytree(PROJECT / name, target / name, ignore=ignored)
        else:
            shutil.copyfile(PROJECT / name, target / name)
    return target


def tree(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Paths that are in one of two trees only, or differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def run(command: list[str], cwd: Path, **env: str) -> str:
    """Run a command; return its output. Raises AssertionError with all that it said when it fails."""
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
