from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.commands.bench import PROPORTION, growth, one_change
from timeline.entries.check import check
from timeline.files.tree import read_tree

GENERATE = Path(__file__).resolve().parents[1] / "benchmarks" / "generate.py"


def test_linear_growth_gives_the_proportion_of_the_sizes_whatever_the_start_costs() -> None:
    assert PROPORTION == 1.25
    assert growth([0.5 + 1, 0.5 + 5, 0.5 + 10]) == 1.25
    assert growth([1, 25, 100]) > 3


def test_generated_entries_are_the_same_at_every_run_and_have_no_problem(tmp_path: Path) -> None:
    for name in ("one", "two"):
        subprocess.run([sys.executable, GENERATE, "50", tmp_path / name], check=True)
    one, two = (read_tree(tmp_path / name).files for name in ("one", "two"))
    assert one == two
    checked = check(one)
    assert {problem.code for problem in checked.problems} <= {"unused-item"}  # of so few entries
    assert len(checked.events) == 50


def test_the_check_of_one_change_is_told_in_times_of_importing_yaml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = GENERATE.parents[2]
    monkeypatch.setenv("PYTHONPATH", str(repository / "plugins"))
    told = one_change(repository / "tests" / "sites" / "valley", tmp_path / "change", rounds=1)
    number = r"\d+(?:\.\d\d)?"
    assert re.fullmatch(
        rf"check of one change: CPU {number} ms, {number} times import yaml \({number} ms\); "
        rf"three times that and the start of Python are {number} ms",
        told,
    )
    changed = subprocess.run(["git", "diff", "--name-only"], cwd=tmp_path / "change", capture_output=True, check=True)
    assert changed.stdout == b"content/events/2018/2018-06-01-march-begins.md\n"
