"""One test run has one result: every step runs, and one that failed fails the whole."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.commands import test as command
from timeline.commands import tools
from timeline.commands.test import Step

REPORT = """\
from pathlib import Path
Path({report!r}).write_text('''<testsuites><testsuite>
<testcase name="a"/><testcase name="b"/><testcase name="c"><skipped/></testcase>{more}
</testsuite></testsuites>''')
raise SystemExit({code})
"""


def counted(folder: Path, code: int = 0, more: str = "") -> Step:
    report = folder / "report.xml"
    script = REPORT.format(report=str(report), more=more, code=code)
    return Step("counted", (sys.executable, "-c", script), report)


def checked(code: int) -> Step:
    return Step("checked", (sys.executable, "-c", f"raise SystemExit({code})"))


@pytest.fixture(autouse=True)
def _nothing_to_bring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "bring_chromium", lambda: None)
    monkeypatch.setattr(command, "bring_npm_packages", lambda: None)


def last_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], folder: Path, *steps: Step
) -> tuple[int, str]:
    def fixed(*_arguments: object, **_options: object) -> Iterator[Step]:
        yield from steps

    monkeypatch.setattr(command, "steps", fixed)
    code = command.test(folder)
    return code, capfd.readouterr().out.splitlines()[-1]


def test_what_passed_is_counted_over_all_steps(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    result = last_line(monkeypatch, capfd, tmp_path, checked(0), counted(tmp_path))
    assert result == (0, "3 passed, 0 failed, 1 skipped")


def test_a_failure_fails_the_run_and_the_others_run_all_the_same(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    more = '<testcase name="d"><failure/></testcase><testcase name="e"><error/></testcase>'
    result = last_line(monkeypatch, capfd, tmp_path, checked(1), counted(tmp_path, 1, more))
    assert result == (1, "2 passed, 3 failed, 1 skipped")


@pytest.mark.parametrize("code", [2, 5, -9])
def test_a_tool_that_ends_with_an_error_has_failed_whatever_it_counted(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path, code: int
) -> None:
    result = last_line(monkeypatch, capfd, tmp_path, counted(tmp_path, code))
    assert result == (1, "2 passed, 1 failed, 1 skipped")


def test_a_tool_that_leaves_no_report_has_failed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "report.xml").write_text("<testcase/>", "utf-8")  # of an earlier run
    step = Step("silent", (sys.executable, "-c", ""), tmp_path / "report.xml")
    assert last_line(monkeypatch, capfd, tmp_path, step) == (1, "0 passed, 1 failed")


@pytest.mark.parametrize(("full", "added"), [(False, ()), (True, ("-m", ""))])
def test_full_takes_in_the_long_counts(tmp_path: Path, full: bool, added: tuple[str, ...]) -> None:
    steps = {step.name: step for step in command.steps(tmp_path, tmp_path, full=full)}
    assert list(steps) == ["ruff check", "ruff format --check", "mypy", "pytest"]
    assert steps["pytest"].command[4:] == added


def test_scripts_are_tested_where_there_are_any(tmp_path: Path) -> None:
    (tmp_path / "tests" / "js").mkdir(parents=True)
    (tmp_path / "tests" / "js" / "a.test.mjs").touch()
    *_, last = command.steps(tmp_path, tmp_path, full=False)
    assert (last.name, last.command[-1]) == ("node --test", "tests/js/a.test.mjs")


def test_without_chromium_and_apt_the_run_stops_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(command, "bring_chromium", tools.bring_chromium)
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert command.test(tmp_path) == 1
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "The tests need Chromium on PATH. On Debian this brings it:",
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium fonts-noto-core",
    ]


def test_as_root_apt_brings_chromium(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[str, ...]] = []
    monkeypatch.setattr("shutil.which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("subprocess.run", lambda line, **_options: ran.append(line))
    tools.bring_chromium()
    assert ran == [tools.APT_UPDATE, tools.APT_INSTALL]
