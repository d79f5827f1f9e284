"""What a contributor on Windows meets: no POSIX module at the start, other folders of venv, CRLF, another code page."""

from __future__ import annotations

import importlib
import importlib.util
import io
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from timeline.files.exchange import exchange
from timeline.files.stage import MARKER, Stage, running

PROJECT = Path(__file__).parents[2]
MODULES = ("check", "new", "rename", "source", "start", "diff", "build", "serve", "docs")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that says it runs on Windows and lacks what is not there."""
    importlib.import_module("invoke.tasks")  # invoke asks for modules that only Windows has
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "fcntl", None)
    for name in ("sync", "killpg", "geteuid", "execv"):
        monkeypatch.delattr("os." + name)


def tasks() -> ModuleType:
    """A fresh copy of tasks.py."""
    spec = importlib.util.spec_from_file_location("tasks_of_windows", PROJECT / "tasks.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.usefixtures("windows")
def test_the_python_of_the_environment_is_found_in_its_scripts(tmp_path: Path) -> None:
    assert tasks().python_of(tmp_path) == str(tmp_path / "Scripts" / "python.exe")


@pytest.mark.usefixtures("windows")
def test_the_environment_is_prepared_without_a_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tasks()
    for name in ("requirements.txt", "requirements-test.txt"):
        (tmp_path / name).write_text("# none\n", "utf-8")
    monkeypatch.setattr(module, "PROJECT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "make_environment", (tmp_path / ".venv").mkdir)
    monkeypatch.setattr(module, "install", lambda _packages: None)
    module.prepare("check")
    assert module.stamp_of(tmp_path / "requirements.txt").is_file()


@pytest.mark.usefixtures("windows")
def test_a_task_goes_on_in_the_environment_and_gives_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = subprocess.CompletedProcess((), 7)
    monkeypatch.setattr("subprocess.run", lambda _command, **_options: ended)
    assert tasks().become("python.exe", "-m", "invoke", "a folder") == 7


def test_no_command_for_contributors_needs_a_module_of_posix() -> None:
    code = "import sys; sys.modules['fcntl'] = None; import importlib\n"
    code += "".join(f"importlib.import_module('timeline.commands.{name}')\n" for name in MODULES)
    ended = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(PROJECT / 'plugins')!r})\n{code}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.usefixtures("windows")
def test_the_output_is_replaced_whole_without_calls_of_posix(tmp_path: Path) -> None:
    for text in ("old", "new"):
        with Stage(tmp_path / "output") as stage:
            (stage.folder / "page").write_text(text, "utf-8")
            stage.swap()
    assert (tmp_path / "output" / "page").read_text("utf-8") == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["output"]
    assert (tmp_path / "output" / MARKER).is_file()
    assert not exchange(tmp_path, tmp_path)
    assert running(1)


def test_every_letter_can_be_printed_on_an_old_code_page(capsys: pytest.CaptureFixture[str]) -> None:
    raw = io.BytesIO()
    console = io.TextIOWrapper(raw, encoding="cp1252")
    tasks().speak_utf8(console)
    print("… دير \udcff", file=console, flush=True)
    assert raw.getvalue().decode().splitlines() == ["… دير \\udcff"]
    assert capsys.readouterr().out == ""


def test_files_are_checked_out_with_the_line_ends_that_the_check_asks_for() -> None:
    files = ["content/vocabulary/places.yaml", "content/pages/about.md", "tasks.py"]
    told = subprocess.run(
        ["git", "check-attr", "eol", "text", "--", *files], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    wanted = [f"{file}: {name}: {value}" for file in files for name, value in (("eol", "lf"), ("text", "auto"))]
    assert told.stdout.splitlines() == wanted
