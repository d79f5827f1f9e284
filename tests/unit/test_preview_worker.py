"""The process that builds the preview: what it is asked and what it answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from timeline.commands.preview_builds import built
from timeline.commands.preview_page import failure_page
from timeline.commands.preview_worker import build
from timeline.entries.fix import Edit
from timeline.entries.problem import Problem

NOISY = """
import sys
from types import SimpleNamespace
from timeline.commands import preview_worker

def build(project, **options):
    print("noise دير")
    return SimpleNamespace(ok=True, counts=f"{project} {options['output']}", problems=())

sys.modules["timeline.pelican_side.run"] = SimpleNamespace(build=build)
preview_worker.main()
"""


def room(monkeypatch: pytest.MonkeyPatch, run: object) -> None:
    monkeypatch.setitem(sys.modules, "timeline.pelican_side.run", SimpleNamespace(build=run))


def test_the_preview_is_built_with_drafts_from_the_ordinary_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def run(project: Path, **options: object) -> SimpleNamespace:
        asked.append((project, options))
        return SimpleNamespace(ok=True, counts="2 entries", problems=())

    room(monkeypatch, run)
    kept: dict[str, object] = {}
    assert build({"project": "/p", "output": "/o"}, kept) == {"ok": True, "counts": "2 entries", "problems": []}
    options = {"settings": "pelicanconf.py", "output": Path("/o"), "preview": True, "memory": kept["memory"]}
    assert asked == [(Path("/p"), options)]


def test_problems_are_handed_on_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem("content/a.md", 3, 1, "kind", "unknown-id", "must be a known kind", warning=True)
    outcome = SimpleNamespace(ok=False, counts="", problems=(problem,))
    room(monkeypatch, lambda _project, **_options: outcome)
    assert build({"project": "/p", "output": "/o"}, {})["problems"] == [
        {
            "place": "content/a.md:3:1",
            "field": "kind",
            "message": "must be a known kind",
            "warning": True,
            "text": "content/a.md:3:1: kind: warning: must be a known kind [unknown-id]",
            "line": ("", "", ""),
            "fix": "",
        }
    ]


def test_the_page_marks_the_part_in_its_line_and_says_what_would_mend_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("---\nkind: <Raid>\n", "utf-8")
    fix = Edit(2, 7, "<Raid>", "raid")
    problem = Problem("content/a.md", 2, 7, "kind", "alias", "must be the id", width=6, fix=fix)
    outcome = SimpleNamespace(ok=False, counts="", problems=(problem,))
    room(monkeypatch, lambda _project, **_options: outcome)
    answer = json.loads(json.dumps(build({"project": str(tmp_path), "output": "/o"}, {})))
    text = failure_page(built(answer), "x")
    assert '<pre dir="auto">kind: <mark>&lt;Raid&gt;</mark></pre>' in text
    assert '<p class="fix">check --fix: <bdi>&lt;Raid&gt;</bdi> -&gt; <bdi>raid</bdi></p>' in text
    assert "<code>python3 tasks.py check --fix</code> mends 1 of them." in text


@pytest.mark.parametrize("stop", [KeyError("x"), SystemExit(1)])
def test_whatever_stops_a_build_is_the_answer(monkeypatch: pytest.MonkeyPatch, stop: BaseException) -> None:
    def run(_project: Path, **_options: object) -> None:
        raise stop

    room(monkeypatch, run)
    crash = str(build({"project": "/p", "output": "/o"}, {})["crash"])
    assert crash.startswith("Traceback (most recent call last):")
    assert crash.rstrip().endswith(f"{type(stop).__name__}: {stop}")


def test_what_a_build_prints_is_no_part_of_the_answer() -> None:
    asked = '{"project": "/p", "output": "/o"}\n' * 2
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}  # a console that lacks most letters
    command = [sys.executable, "-c", NOISY]
    ended = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", check=True, env=plain)
    assert [json.loads(line)["counts"] for line in ended.stdout.splitlines()] == ["/p /o", "/p /o"]
    assert ended.stderr == "noise دير\nnoise دير\n"
