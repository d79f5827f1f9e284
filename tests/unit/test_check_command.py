"""`check` on the disk: what it prints, mends, watches and compares, and with which exit code."""

from __future__ import annotations

import contextlib
import inspect
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tasks
from timeline.commands.check import check, main
from timeline.commands.check_options import options, parser
from timeline.commands.check_watch import watch

REPOSITORY = Path(__file__).resolve().parents[2]
ENTRY = """---
title: {title}
date: {day}
kind: control
places: [hajin]
actors: []
confidence: reported
added: 2026-11-25
sources:
  - id: herald
    url: https://herald.example/{title}
    publisher: herald
    language: en
    says: The army came.
---
The army came. [^herald]{text}
"""


def entry(title: str, day: str, text: str = "") -> str:
    return ENTRY.format(title=title, day=day, text=text)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of three good entries, the third linked to the first."""
    texts = {
        "vocabulary/kinds.yaml": "- id: control\n  names: {en: Control}\n  colour: earth\n  shape: square\n",
        "vocabulary/confidence.yaml": "- id: reported\n  names: {en: Reported}\n",
        "vocabulary/places.yaml": "- id: hajin\n  names: {en: Hajin}\n  aliases: [Hajeen]\n  precision: unlocated\n",
        "vocabulary/publishers.yaml": "- id: herald\n  names: {en: Herald}\n",
        "events/2018/2018-06-01-first.md": entry("Bridge", "2018-06-01~"),
        "events/2018/2018-07-02-second.md": entry("School", "2018-07-02"),
        "events/2018/2018-08-03-third.md": entry("Mill", "2018-08-03", "\n\nSee [it](2018-06-01-first.md). [^herald]"),
    }
    for name, text in texts.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def path_of(project: Path, name: str) -> Path:
    return project / "content" / "events" / "2018" / name


def change(path: Path, was: str, now: str) -> None:
    text = path.read_text("utf-8")
    assert was in text
    path.write_text(text.replace(was, now), "utf-8")


def state(project: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and time of the last change of every file."""
    files = {path.relative_to(project): path for path in sorted(project.rglob("*")) if path.is_file()}
    kept = {name: path for name, path in files.items() if name.parts[0] not in {".git", ".cache"}}
    return {name.as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for name, path in kept.items()}


def git(project: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(project), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def committed(project: Path) -> Path:
    git(project, "init", "--quiet")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "Three entries")
    return project


def shown(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines printed, without those that show a line of a file, and without the totals."""
    return [line for line in capsys.readouterr().out.splitlines() if line.startswith("content/")]


def test_good_content_gives_the_totals_and_zero(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(project) == 0
    totals = "3 entries: 3 published, 0 drafts, 0 refused; 0 pages: 0 published, 0 refused"
    assert capsys.readouterr().out == f"0 problems, 0 warnings; {totals}\n"
    assert check(project, all_=True) == 0
    archives = "3 of 3 sources without an archived copy"
    assert capsys.readouterr().out == f"0 problems, 0 warnings; {totals}; {archives}\n"


def test_a_warning_alone_gives_zero_and_a_problem_one(project: Path) -> None:
    path_of(project, "2018-07-02-second.md").rename(path_of(project, "2018-07-09-second.md"))
    assert check(project) == 0
    change(path_of(project, "2018-08-03-third.md"), "[hajin]", "[hajjin]")
    assert check(project) == 1


def test_fix_mends_what_is_certain_tells_it_and_reports_what_is_left(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(path_of(project, "2018-06-01-first.md"), "2018-06-01~", "14 June 2018")
    change(path_of(project, "2018-07-02-second.md"), "[hajin]", "[Hajeen]")
    change(path_of(project, "2018-07-02-second.md"), "kind: control", "kind: party")
    path_of(project, "2018-08-03-third.md").chmod(0o640)
    before = state(project)
    assert check(project, fix=True, format_="plain") == 1
    assert shown(capsys) == [
        "content/events/2018/2018-06-01-first.md:3: 14 June 2018 -> 2018-06-14",
        "content/events/2018/2018-07-02-second.md:5: Hajeen -> hajin",
        "content/events/2018/2018-06-01-first.md:1: renamed to events/2018/2018-06-14-first.md",
        "content/events/2018/2018-08-03-third.md:18: 2018-06-01-first.md -> 2018-06-14-first.md",
        "content/events/2018/2018-07-02-second.md:4:7: kind: must be an id of content/vocabulary/kinds.yaml "
        "(found party; the ids are control)",
    ]
    after = state(project)
    touched = {"2018-06-01-first.md", "2018-06-14-first.md", "2018-07-02-second.md", "2018-08-03-third.md"}
    assert {Path(path).name for path in before.keys() | after.keys() if before.get(path) != after.get(path)} == touched
    assert path_of(project, "2018-08-03-third.md").stat().st_mode & 0o777 == 0o640
    assert check(project, fix=True) == 1
    assert state(project) == after


def test_fix_writes_nothing_where_a_file_would_be_clobbered(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(path_of(project, "2018-07-02-second.md"), "[hajin]", "[Hajeen]")
    change(path_of(project, "2018-06-01-first.md"), "2018-06-01~", "2018-06-05")
    path_of(project, "2018-06-05-first.md").symlink_to("nowhere")
    before = state(project)
    assert check(project, fix=True) == 2
    assert (
        "must be free (found content/events/2018/2018-06-05-first.md). Nothing was changed." in capsys.readouterr().err
    )
    assert state(project) == before


def test_fix_leaves_a_file_that_was_changed_meanwhile(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = path_of(project, "2018-07-02-second.md")
    change(path, "[hajin]", "[Hajeen]")
    from timeline.commands import check_fix as command

    write = command.write_mended

    def written_late(*arguments: object) -> None:
        change(path, "The army came.", "The army left.")
        write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(command, "write_mended", written_late)
    assert check(project, fix=True) == 2
    assert "the file was changed while it was checked. Nothing was changed" in capsys.readouterr().err
    assert "[Hajeen]" in path.read_text("utf-8")


def test_base_tells_of_changed_files_and_of_what_they_break_elsewhere(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(path_of(committed, "2018-07-02-second.md"), "[hajin]", "[hajjin]")
    git(committed, "commit", "--quiet", "--all", "--message", "A mistake that was there")
    path_of(committed, "2018-06-01-first.md").unlink()
    path_of(committed, "2018-09-04-new.md").write_text(entry("Well", "4.9.2018"), "utf-8")
    assert check(committed, base="HEAD", format_="plain") == 1
    out = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in out[:-1]] == [
        "content/events/2018/2018-08-03-third.md:18:10",
        "content/events/2018/2018-09-04-new.md:3:7",
    ]
    assert "; 1 elsewhere, not of this change; " in out[-1]


def test_base_tells_everything_when_a_vocabulary_was_changed(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(committed / "content" / "vocabulary" / "places.yaml", "id: hajin", "id: hajin-town")
    assert check(committed, base="HEAD", format_="plain") == 1
    assert len([line for line in shown(capsys) if "/events/" in line]) == 3


def test_base_without_a_change_gives_zero_whatever_stands_elsewhere(committed: Path) -> None:
    change(path_of(committed, "2018-07-02-second.md"), "[hajin]", "[hajjin]")
    git(committed, "commit", "--quiet", "--all", "--message", "A mistake")
    assert check(committed) == 1
    assert check(committed, base="HEAD") == 0


def test_base_leaves_the_index_of_git_as_it_is(committed: Path) -> None:
    path = path_of(committed, "2018-07-02-second.md")
    os.utime(path, (0, 0))  # git would note the new time of the same bytes
    before = (committed / ".git" / "index").read_bytes()
    assert check(committed, base="HEAD") == 0
    assert (committed / ".git" / "index").read_bytes() == before


def test_fix_with_base_mends_the_changed_files_alone(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(path_of(committed, "2018-07-02-second.md"), "[hajin]", "[Hajeen]")
    git(committed, "commit", "--quiet", "--all", "--message", "A mistake")
    change(path_of(committed, "2018-06-01-first.md"), "2018-06-01~", "5 June 2018")
    assert check(committed, base="HEAD", fix=True, format_="plain") == 0
    assert [line.split(": ")[0] for line in shown(capsys)] == [
        "content/events/2018/2018-06-01-first.md:3",
        "content/events/2018/2018-06-01-first.md:1",
        "content/events/2018/2018-08-03-third.md:18",
    ]
    assert "[Hajeen]" in path_of(committed, "2018-07-02-second.md").read_text("utf-8")


@pytest.mark.parametrize("revision", ["nowhere", "--output=x"])
def test_a_base_that_is_no_revision_is_refused(
    committed: Path, revision: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(committed)
    assert check(committed, base=revision) == 2
    assert capsys.readouterr().err.startswith("--base must be a git revision")
    assert state(committed) == before


def test_options_that_do_not_fit_are_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(project, format_="xml") == 2
    assert check(project, fix=True, watch=True) == 2
    assert capsys.readouterr().err == (
        "--format must be one of text, plain, github, json (found xml)\n"
        "--fix and --watch must not stand together: files would change under your editor\n"
    )


def test_watch_checks_now_and_after_each_change(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def changes() -> Iterator[None]:
        change(path_of(project, "2018-07-02-second.md"), "[hajin]", "[hajjin]")
        yield
        change(path_of(project, "2018-07-02-second.md"), "[hajjin]", "[hajin]")
        yield

    assert watch(project, lambda: check(project, format_="plain"), changes=changes(), clear=False) == 0
    out = capsys.readouterr().out
    assert [line.split(";")[0] for line in out.splitlines() if "warnings" in line] == [
        "0 problems, 0 warnings",
        "1 problem, 0 warnings",
        "0 problems, 0 warnings",
    ]
    assert out.count("Waiting for a change; Ctrl-C ends it.") == 3
    assert "\x1b" not in out


def test_watch_clears_a_terminal_before_each_run(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    watch(project, lambda: 0, changes=[None], clear=True)
    assert capsys.readouterr().out.count("\x1b[2J\x1b[3J\x1b[H") == 2


@pytest.mark.parametrize(
    ("terminal", "environment", "coloured"),
    [(True, {}, True), (False, {}, False), (True, {"NO_COLOR": "1"}, False), (True, {"TERM": "dumb"}, False)],
)
def test_colour_is_for_a_terminal_that_wants_it(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    terminal: bool,
    environment: dict[str, str],
    coloured: bool,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    change(path_of(project, "2018-07-02-second.md"), "[hajin]", "[hajjin]")
    check(project)
    assert ("\x1b[" in capsys.readouterr().out) == coloured


def test_the_task_and_the_module_offer_the_same_options() -> None:
    offered = {action.dest: action.default for action in parser()._actions if action.dest not in {"help", "project"}}
    of_command = {name: each.default for name, each in inspect.signature(check).parameters.items() if name != "project"}
    assert offered == of_command
    task = {name: each.default for name, each in inspect.signature(inspect.unwrap(tasks.check)).parameters.items()}
    assert {name: task[name] for name in task if name != "_context"} == offered


PLAIN = ("--fix", "--watch", "--all", "--base", "--format", "main", "json", ".", "content")


@given(st.lists(st.sampled_from((*PLAIN, "xml", "-x", "--base=main", "--", "")), max_size=5))
def test_options_that_are_written_out_are_read_as_the_parser_reads_them(arguments: list[str]) -> None:
    with contextlib.redirect_stderr(io.StringIO()):
        try:
            expected = vars(parser().parse_args(arguments))
        except SystemExit:
            with pytest.raises(SystemExit):
                options(arguments)
        else:
            assert {"fix": False, "watch": False, "all_": False, "base": "", "format_": "text"} | options(
                arguments
            ) == expected


def test_json_is_the_only_thing_printed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(path_of(project, "2018-07-02-second.md"), "2018-07-02", "2018-7-2")
    assert main([str(project), "--format=json", "--fix"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["problems"] == []
    assert [each["now"] for each in printed["changes"]] == ["2018-07-02"]


def test_the_module_runs_without_pelican_and_what_the_options_do_not_need(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    unwanted = {"pelican", "jinja2", "markdown", "nh3", "babel", "invoke", "watchfiles", "json", "asyncio", "html"}
    unwanted |= {
        "difflib",
        "argparse",
        "timeline.entries.check",
        "timeline.entries.address_advice",
        "timeline.entries.date_advice",
        "timeline.entries.id_advice",
        "timeline.entries.mark_advice",
        "timeline.entries.name_advice",
        "timeline.entries.mend",
    }
    run = [sys.executable, "-X", "importtime", "-m", "timeline", "check", "."]
    environment = {"PYTHONPATH": str(REPOSITORY / "plugins"), "PATH": ""}
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=True, env=environment)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "timeline.entries.survey" in imported
    assert imported & unwanted == set()


def test_the_module_ends_with_the_exit_code_of_the_check(project: Path) -> None:
    run = [sys.executable, "-m", "timeline", "check", str(project)]
    environment = {"PYTHONPATH": str(REPOSITORY / "plugins"), "PATH": ""}
    cases = (("2018-07-02", "2018-07-02", 0, "0 problems"), ("[hajin]", "[hajjin]", 1, "1 problem"))
    for was, now, code, counted in cases:
        change(path_of(project, "2018-07-02-second.md"), was, now)
        done = subprocess.run(run, capture_output=True, text=True, check=False, env=environment)
        assert (done.returncode, done.stderr) == (code, "")
        assert f"{counted}, 0 warnings; 3 entries: " in done.stdout
