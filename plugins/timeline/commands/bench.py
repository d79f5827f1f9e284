"""`bench`: what a build costs at 1,000, 5,000 and 10,000 generated entries, and whether that grows in proportion.

CPU seconds of a fresh process, not wall time: these are what a busy machine disturbs least. Sizes take turns, so that a
slow minute hits all of them. Where a `hugo` is on PATH it builds the same entries in the same turns, as a yardstick.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SIZES = (1_000, 5_000, 10_000)
PROPORTION = (SIZES[2] - SIZES[1]) / (SIZES[1] - SIZES[0])  # of the costs' growth, when growth is linear
MEMORY = "/dev/shm"  # noqa: S108 - a private folder is made in it; a disk's caches would be measured otherwise
BUILD = (
    "import sys; from pathlib import Path; from timeline.commands.build import build; "
    "sys.exit(build(Path('.').absolute()))"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A program that is measured. folder: where it runs; before: folders that are removed each time, unmeasured."""

    name: str
    command: tuple[str, ...]
    folder: Path
    before: tuple[Path, ...]


def bench(project: Path, *, rounds: int = 3) -> int:
    """Measure and print. Returns 0, or 1 when a build failed."""
    with tempfile.TemporaryDirectory(dir=MEMORY if Path(MEMORY).is_dir() else None) as made:
        cases = [case for size in SIZES for case in _cases(project, Path(made), size)]
        seconds: dict[str, list[float]] = {case.name: [] for case in cases}
        for _ in range(rounds):
            for case in cases:
                cost = _cpu_seconds(case)
                if cost is None:
                    print(f"{case.name}: must build without an error; run it by hand to see why", file=sys.stderr)
                    return 1
                seconds[case.name].append(cost)
    _print(seconds)
    return 0


def _cases(project: Path, folder: Path, size: int) -> list[Case]:
    generate = project / "tests" / "benchmarks" / "generate.py"
    ours = folder / f"site-{size}"
    subprocess.run([sys.executable, generate, str(size), str(ours)], check=True)  # noqa: S603 - our own program
    check = Case(f"check {size}", (sys.executable, "-m", "timeline", "check", "."), ours, ())
    build = Case(f"build {size}", (sys.executable, "-c", BUILD), ours, (ours / "output",))
    hugo = shutil.which("hugo")
    if hugo is None:
        return [check, build]
    theirs = folder / f"hugo-{size}"
    subprocess.run([sys.executable, generate, str(size), str(theirs), "hugo"], check=True)  # noqa: S603 - as above
    return [check, build, Case(f"hugo {size}", (hugo, "--quiet"), theirs, (theirs / "public", theirs / "resources"))]


def _cpu_seconds(case: Case) -> float | None:
    """CPU seconds of the program and its children, None when it fails."""
    for folder in case.before:
        shutil.rmtree(folder, ignore_errors=True)
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(case.command, cwd=case.folder, stdout=quiet, stderr=quiet)  # noqa: S603 - as above
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return None if process.returncode else usage.ru_utime + usage.ru_stime


def _print(seconds: dict[str, list[float]]) -> None:
    """A line a case, then how each program's cost grows."""
    for name, costs in seconds.items():
        print(f"{name:14} CPU {statistics.median(costs):7.2f} s  ({min(costs):.2f} to {max(costs):.2f})")
    for program in dict.fromkeys(name.split()[0] for name in seconds):
        least = [min(seconds[f"{program} {size}"]) for size in SIZES]
        print(f"{program}: growth {growth(least):.2f}, {PROPORTION:.2f} is linear")


def growth(costs: Sequence[float]) -> float:
    """How the cost grows from the middle size to the largest, for each second that it grew from the smallest."""
    return (costs[2] - costs[1]) / (costs[1] - costs[0])
