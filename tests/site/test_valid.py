"""Every page, style sheet and drawing of the real site is valid, by the Nu HTML checker of the W3C and WHATWG."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.site.built import Built
from tests.tools import java, vnu_jar

# A page on the disk has no origin, so that the checker finds nothing that 'self' could allow. That the policy holds is
# seen in a browser (test_quiet.py).
WITHOUT_ORIGIN = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) “/[\w/.-]+” "
    r"blocked by “(style|script)-src” directive\."
)

# Newer than the checker, and in every browser: container queries, properties that SVG 2 adds, the highlight of words.
NEWER_CSS = re.compile(
    r"CSS: “(container-type|paint-order|r|vector-effect)”: Property “\1” doesn't exist\."
    r"|CSS: Unrecognized at-rule “@container”"
    r"|CSS: Parse Error\. highlight\("
)


def faults(folder: Path, kind: str) -> list[str]:
    """What the checker says of all files of a kind (`html`, `css`, `svg`) below a folder."""
    command = (java(), "-Xss8m", "-jar", vnu_jar(), f"--skip-non-{kind}", "--format", "json", "--stdout", folder)
    answer = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    return [
        f"{each['url'].rpartition(str(folder))[2]}:{each.get('lastLine', '')}: {each['message']}"
        for each in answer["messages"]
        if not any(known.match(f"{each['message']} {each.get('extract')}") for known in (WITHOUT_ORIGIN, NEWER_CSS))
    ]


@pytest.mark.parametrize("kind", ["html", "css", "svg"])
def test_every_file_is_valid(real: Built, kind: str) -> None:
    assert faults(real.folder, kind) == []


def test_what_is_not_valid_is_said_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<!doctype html><html lang="en"><title>a</title><p id="a">a\n<p id="a">a', "utf-8")
    assert faults(tmp_path, "html") == [
        "/a.html:2: Duplicate ID “a”.",
        "/a.html:1: The first occurrence of ID “a” was here.",
    ]
