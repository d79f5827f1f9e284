from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from timeline.commands.bench import PROPORTION, growth
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
