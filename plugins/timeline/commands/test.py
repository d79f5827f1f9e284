"""`test`: every check of the code and of the site, in one run with one result."""

from __future__ import annotations

import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.commands.tools import MissingToolError, bring_chromium, bring_npm_packages, node


@dataclass(frozen=True, slots=True)
class Step:
    """A program to run. report: the JUnit file in which it counts its tests; None for a check that counts as one."""

    name: str
    command: tuple[str, ...]
    report: Path | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a step: how many tests (or the one check) passed, failed, were skipped, in how many seconds."""

    name: str
    passed: int
    failed: int
    skipped: int
    seconds: float

    def __str__(self) -> str:
        return f"{self.name:<20}{self.passed:>5} passed{self.failed:>5} failed{self.seconds:>9.1f} s"


def test(project: Path, *, full: bool = False) -> int:
    """Run all checks of `project`; return 0 when every one passed, else 1. All run, whatever fails.

    full: run the tests marked `full` too, which take long.
    """
    try:
        heading("what the tests need")
        bring_chromium()
        bring_npm_packages()
    except (MissingToolError, subprocess.CalledProcessError) as problem:
        print(problem, flush=True)
        return 1
    reports = project / ".cache" / "test"
    reports.mkdir(parents=True, exist_ok=True)
    results = [run(step, project) for step in steps(project, reports, full=full)]
    heading("summary")
    print(*results, sep="\n")
    passed, failed, skipped = (sum(getattr(each, what) for each in results) for what in ("passed", "failed", "skipped"))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""), flush=True)
    return 1 if failed else 0


def steps(project: Path, reports: Path, *, full: bool) -> Iterator[Step]:
    """What is to be run, the quick first."""
    python = sys.executable
    yield Step("ruff check", (python, "-m", "ruff", "check"))
    yield Step("ruff format --check", (python, "-m", "ruff", "format", "--check"))
    yield Step("mypy", (python, "-m", "mypy"))
    report = reports / "pytest.xml"
    every = ("-m", "") if full else ()
    yield Step("pytest", (python, "-m", "pytest", f"--junitxml={report}", *every), report)
    scripts = sorted(str(each.relative_to(project)) for each in (project / "tests" / "js").rglob("*.test.*js"))
    if scripts:
        report = reports / "node.xml"
        shown = ("--test-reporter=spec", "--test-reporter-destination=stdout")
        counted = ("--test-reporter=junit", f"--test-reporter-destination={report}")
        yield Step("node --test", (node(), "--test", *shown, *counted, *scripts), report)


def run(step: Step, project: Path) -> Result:
    """Run one step under its heading and say how long it took."""
    heading(step.name)
    if step.report:
        step.report.unlink(missing_ok=True)
    began = time.monotonic()
    code = subprocess.run(step.command, cwd=project, stdin=subprocess.DEVNULL, check=False).returncode  # noqa: S603
    seconds = time.monotonic() - began
    passed, failed, skipped = count(step.report) if step.report else (int(code == 0), 0, 0)
    if code and not failed:
        failed = 1  # a tool that ends with an error has failed, whatever it counted
    print(f"{step.name}: {'failed' if failed else 'passed'} in {seconds:.1f} s", flush=True)
    return Result(step.name, passed, failed, skipped, seconds)


def count(report: Path) -> tuple[int, int, int]:
    """How many tests of a JUnit file passed, failed and were skipped; 0, 1, 0 where there is no such file."""
    try:
        cases = list(ET.parse(report).iter("testcase"))  # noqa: S314 (written by our own run)
    except (OSError, ET.ParseError):
        return 0, 1, 0
    failed = sum(case.find("failure") is not None or case.find("error") is not None for case in cases)
    skipped = sum(case.find("skipped") is not None for case in cases)
    return len(cases) - failed - skipped, failed, skipped


def heading(text: str) -> None:
    """Print a line that sets the next program's output apart."""
    print(f"\n── {text} {'─' * (76 - len(text))}", flush=True)
