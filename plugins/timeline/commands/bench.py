"""`bench`: what a build costs at 1,000, 5,000 and 10,000 generated entries, and whether that grows in proportion.

First comes what `check` costs of this project's own content after a change of one entry, in times of `import yaml`.

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
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from timeline.commands.git import git

SIZES = (1_000, 5_000, 10_000)
PROPORTION = (SIZES[2] - SIZES[1]) / (SIZES[1] - SIZES[0])  # of the costs' growth, when growth is linear
MEMORY = "/dev/shm"  # noqa: S108 - a private folder is made in it; a disk's caches would be measured otherwise
BUILD = (
    "import sys; from pathlib import Path; from timeline.commands.build import build; "
    "sys.exit(build(Path('.').absolute()))"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A program that is measured. folder: where it runs; before: what is done before each run, unmeasured."""

    name: str
    command: tuple[str, ...]
    folder: Path
    before: Callable[[], object]


class FailedError(Exception):
    """A program that is measured has failed. The message names it."""


def bench(project: Path, *, rounds: int = 3) -> int:
    """Measure and print. Returns 0, or 1 when a program failed."""
    try:
        _print(_measured(project, rounds))
    except FailedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _measured(project: Path, rounds: int) -> dict[str, list[float]]:
    """CPU seconds of each round by the name of the case; what one change costs is printed before."""
    with tempfile.TemporaryDirectory(dir=MEMORY if Path(MEMORY).is_dir() else None) as made:
        print(one_change(project, Path(made) / "change"), flush=True)
        cases = [case for size in SIZES for case in _cases(project, Path(made), size)]
        seconds: dict[str, list[float]] = {case.name: [] for case in cases}
        for _ in range(rounds):
            for case in cases:
                seconds[case.name].append(_cpu_seconds(case))
    return seconds


def _cases(project: Path, folder: Path, size: int) -> list[Case]:
    ours = folder / f"site-{size}"
    generate(project, size, ours)
    check = Case(f"check {size}", (sys.executable, "-m", "timeline", "check", "."), ours, _without(ours / ".cache"))
    build = Case(f"build {size}", (sys.executable, "-c", BUILD), ours, _without(ours / "output"))
    hugo = shutil.which("hugo")
    if hugo is None:
        return [check, build]
    theirs = folder / f"hugo-{size}"
    generate(project, size, theirs, "hugo")
    anew = _without(theirs / "public", theirs / "resources")
    return [check, build, Case(f"hugo {size}", (hugo, "--quiet"), theirs, anew)]


def generate(project: Path, size: int, folder: Path, *form: str) -> None:
    """Write a project of `size` generated entries into `folder`. form: `hugo` for one that Hugo builds."""
    program = project / "tests" / "benchmarks" / "generate.py"
    subprocess.run([sys.executable, program, str(size), str(folder), *form], check=True)  # noqa: S603 - our own program


def _without(*folders: Path) -> Callable[[], None]:
    """What removes folders."""

    def remove() -> None:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    return remove


def one_change(project: Path, folder: Path, rounds: int = 15) -> str:
    """What a check costs after a change of one entry, in a copy of the content made in `folder`, as one line."""
    shutil.copytree(project / "content", folder / "content")
    (folder / ".gitignore").write_text("/.cache/\n", "ascii")
    who = ("-c", "user.name=bench", "-c", "user.email=bench@localhost", "-c", "commit.gpgsign=false")
    for what in (("init", "--quiet"), ("add", "."), (*who, "commit", "--quiet", "--message", "Before the change")):
        git(folder, *what)
    entry = min((folder / "content" / "events").rglob("*.md"))
    text, edits = entry.read_text("utf-8"), count(1)

    def edit() -> None:
        entry.write_text(text.replace("\n---\n", f"\n---\nEdition {next(edits)}. ", 1), "utf-8")

    python = (sys.executable, "-m", "timeline", "check")
    check, least, start = (
        Case("check of one change", (*python, "--base", "HEAD"), folder, edit),
        Case("import yaml", (sys.executable, "-c", "import yaml"), folder, _without()),
        Case("start of Python", (sys.executable, "-c", "pass"), folder, _without()),
    )
    _cpu_seconds(Case("check", python, folder, _without()))  # what is remembered is from before the change
    costs = [[_cpu_seconds(case) for case in (check, least, start)] for _ in range(rounds)]
    ours, yaml, empty = (1000 * min(each) for each in zip(*costs, strict=True))
    return (
        f"check of one change: CPU {ours:.0f} ms, {ours / yaml:.2f} times import yaml ({yaml:.0f} ms); "
        f"three times that and the start of Python are {3 * yaml + empty:.0f} ms"
    )


def _cpu_seconds(case: Case) -> float:
    """CPU seconds of the program and its children. Raises FailedError."""
    case.before()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(case.command, cwd=case.folder, stdout=quiet, stderr=quiet)  # noqa: S603 - programs named above
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"{case.name}: must end without an error; run it by hand to see why")
    return usage.ru_utime + usage.ru_stime


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
