"""The valley as a repository of its own, with one commit, for the tests to change."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest

SITES = Path(__file__).parents[1] / "sites"
THEME = Path(__file__).parents[2] / "theme"


@dataclass(frozen=True)
class Valley:
    """The project's folder; `base` is its first commit."""

    folder: Path

    def git(self, *arguments: str) -> str:
        """The output of git, which knows no settings of this machine."""
        quiet = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PATH": "/usr/bin:/bin"}
        who = ("-c", "user.name=Tests", "-c", "user.email=tests@host.example")
        made = subprocess.run(
            ["git", *who, *arguments], cwd=self.folder, env=quiet, check=True, capture_output=True, text=True
        )
        return made.stdout.strip()

    def commit(self) -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "A state of the valley")

    def write(self, path: str, text: str) -> None:
        """Write a file below `content/`."""
        (self.folder / "content" / path).write_text(text, "utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Put `new` in the place of `old`, which must be there, in a file below `content/`."""
        text = (self.folder / "content" / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def remove(self, path: str) -> None:
        """Remove a file below `content/`."""
        (self.folder / "content" / path).unlink()

    def report(self) -> str:
        """The page of the last report."""
        return (self.folder / ".cache" / "diff" / "index.html").read_text("utf-8")

    def summary(self) -> str:
        """The summary of the last report."""
        return (self.folder / ".cache" / "diff" / "summary.md").read_text("utf-8")


@pytest.fixture
def valley(tmp_path: Path) -> Valley:
    """The valley with everything committed and tagged `base`."""
    made = Valley(tmp_path)
    copytree(SITES / "valley" / "content", tmp_path / "content")
    settings = (SITES / "valley" / "pelicanconf.py").read_text("utf-8")
    (tmp_path / "pelicanconf.py").write_text(settings.replace("../../../theme", str(THEME)), "utf-8")
    (tmp_path / ".gitignore").write_text(".cache/\n", "utf-8")
    made.git("init", "--quiet")
    made.commit()
    made.git("tag", "base")
    return made


ADDED = """\
---
title: A mill burns
date: 2018-08-09
kind: aid
places: [upper-town]
actors: [southern-army]
confidence: reported
added: 2026-11-23
sources:
  - id: wire
    url: https://wire.example/9
    publisher: wire
    language: en
    says: A mill burned.
---
A mill at Upper Town burned, The Wire reported. [^wire]
"""


@pytest.fixture
def changed(valley: Valley) -> Valley:
    """The valley with one event added, one corrected, one removed, one place renamed."""
    valley.write("events/2018/2018-08-09-mill-burns.md", ADDED)
    bread = "events/2018/2018-07-bread-arrives.md"
    valley.replace(
        bread, "Bread came by boat in July, the Herald wrote.", "Bread came by boat in early July, the Herald wrote."
    )
    valley.replace(bread, "confidence: reported", "confidence: confirmed")
    valley.replace(bread, "date: 2018-07\n", "date: '2018-07-02~'\n")
    valley.git("mv", f"content/{bread}", "content/events/2018/2018-07-02-bread-arrives.md")
    valley.replace(
        "events/2018/2018-07-02-bread-arrives.md",
        "boat in July.\n---",
        "boat in July.\ncorrections:\n  - date: 2026-11-24\n    note: The day was found.\n---",
    )
    valley.remove("events/2019/2019-02-03-talks-open.md")
    valley.replace("vocabulary/places.yaml", "en: Upper Town, ar", "en: Upper Town on the Hill, ar")
    return valley
