"""What a contributor on Windows meets: no POSIX module at the start, other folders of venv, CRLF, another code page."""

from __future__ import annotations

import importlib
import importlib.util
import io
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from shutil import copytree, ignore_patterns
from types import ModuleType

import pytest

from timeline.commands.preview_builds import apart
from timeline.entries.check import check
from timeline.entries.folder import collisions
from timeline.entries.shapes import MAX_ID
from timeline.files.exchange import exchange
from timeline.files.stage import MARKER, Stage, running
from timeline.pelican_side.run import build

PROJECT = Path(__file__).parents[2]
# The longest paths below the folder of a project: of an entry, its translation, its page while that is being written.
LONG = (
    f"content/events/2018/2018-06-17-{'x' * MAX_ID}.ar.md",
    f".cache/.preview.new-4194304/events/{'x' * MAX_ID}/index.html",
    f"public/releases/20261125T175915Z-a966a3971205/events/{'x' * MAX_ID}/cite.json",
)
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


@pytest.mark.usefixtures("windows")
def test_a_folder_in_use_is_asked_for_again_and_given_back_where_it_stays_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / MARKER).write_text("", "utf-8")
    rename, refused = Path.rename, dict.fromkeys(("output", ".output.new"), 0)
    patience = {"output": 2, ".output.new": 1}

    def in_use(path: Path, target: Path) -> Path:
        name = path.name.partition("-")[0]
        if refused.get(name, 99) < patience.get(name, 0):
            refused[name] += 1
            raise PermissionError(13, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", in_use)
    monkeypatch.setattr("timeline.files.stage.MOMENT", 0)
    with Stage(tmp_path / "output") as stage:
        (stage.folder / "page").write_text("new", "utf-8")
        stage.swap()
    assert (tmp_path / "output" / "page").is_file()
    assert refused == {"output": 2, ".output.new": 1}

    refused[".output.new"], patience[".output.new"] = 0, 1000
    with pytest.raises(PermissionError), Stage(tmp_path / "output") as stage:
        stage.swap()
    assert (tmp_path / "output" / "page").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


@pytest.mark.usefixtures("windows")
def test_the_process_that_builds_has_a_group_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.CREATE_NEW_PROCESS_GROUP", 512, raising=False)
    assert apart() == {"creationflags": 512}


@pytest.mark.parametrize(
    "path", ["content/pages/con.md", "content/events/2018/2018-06-nul.ar.md", "content/events/AUX.md"]
)
def test_no_file_is_called_as_a_device(path: str) -> None:
    assert [problem.code for problem in collisions([path])] == ["device-name"]


def test_names_that_only_begin_like_a_device_may_stand() -> None:
    assert list(collisions(["content/pages/contact.md", "content/events/2018/2018-06-con-man.md"])) == []


def test_no_item_of_a_vocabulary_is_called_as_a_device() -> None:
    text = b"- id: com1\n  names: {en: Com}\n- id: command\n  names: {en: Command}\n"
    problems = check({"content/vocabulary/actors.yaml": text}).problems
    assert [str(problem) for problem in problems if problem.code == "device-name"] == [
        "content/vocabulary/actors.yaml:1:3: com1.id: must be another name: Windows keeps this one for itself (found com1)"
    ]


def test_the_check_alone_prints_every_letter_on_an_old_code_page(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "دير.txt").write_text("", "utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "timeline", "check", str(tmp_path)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(PROJECT / "plugins")},
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (1, b"")
    assert "content/دير.txt:1:1: file: " in ended.stdout.decode("utf-8")


def test_the_package_is_found_from_folders_of_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python reads `.pth` files in the code page of the system, so that only ASCII is safe in them."""
    module = tasks()
    project = tmp_path / "دير Müller"
    project.mkdir()
    monkeypatch.setattr(module, "PROJECT", project)
    monkeypatch.setattr(module, "VENV", project / ".venv")
    monkeypatch.setattr("subprocess.run", lambda *_command, **_options: made(project))

    def made(folder: Path) -> None:
        Path(sysconfig.get_path("purelib", "venv", {"base": str(folder / ".venv")})).mkdir(parents=True)

    module.make_environment()
    (pth,) = (project / ".venv").rglob("timeline.pth")
    assert pth.read_bytes().isascii()
    assert (pth.parent / pth.read_text("ascii").strip()).resolve() == project / "plugins"


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_settings_and_entries_with_the_line_ends_of_windows_build_the_same_site(tmp_path: Path, ends: bytes) -> None:
    copytree(PROJECT / "tests" / "sites" / "valley", tmp_path / "valley", ignore=ignore_patterns("expected"))
    for path in (tmp_path / "valley").rglob("*.*"):
        if path.is_file():
            text = path.read_bytes().replace(b"../../../theme", str(PROJECT / "theme").encode())
            path.write_bytes(text.replace(b"\n", ends))
    outcome = build(tmp_path / "valley", output=tmp_path / "output")
    assert outcome.ok
    assert {problem.code for problem in outcome.problems} <= {"crlf"}
    wanted = PROJECT / "tests" / "sites" / "valley" / "expected" / "events" / "march-begins" / "index.html"
    page = (tmp_path / "output" / "events" / "march-begins" / "index.html").read_text("utf-8")
    assert re.sub(r"assets/\w{12}", "assets/THEME", page) == wanted.read_text("utf-8")


def test_the_longest_paths_of_a_site_leave_room_below_the_limit_of_windows() -> None:
    """260 characters, of which a project's own folder may take a hundred."""
    assert max(map(len, LONG)) <= 160
