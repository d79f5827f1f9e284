"""The tasks: what is listed, what is installed when, and how a run ends."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from invoke.collection import Collection
from invoke.context import Context
from invoke.program import Program

import tasks

PROJECT = Path(__file__).parents[2]
LIST = """\
python3 tasks.py TASK

  serve    Show the site on this machine, drafts too; it follows every change.
  check    List every problem of every file under content/.
  new      Write a new entry from a few answers; an option each for who wants no questions.
  rename   Give an entry another id, with everything that links to it; its old address leads to the new one.
  source   Add a page to an entry as a source, or as the archived copy of one.
  build    Make the whole site in output/, or leave output/ as it was.
  diff     Show what changes for readers since BASE; --strict fails when an address vanishes.
  publish  Make a release under public/, verify it, and switch public/current to it.
  start    Begin a timeline of another subject in an empty folder.
  test     Run every check of code and site; --full adds the long counts.
  bench    Measure how the time of a build grows with the number of entries; --reader: what the page costs its reader.
  docs     Write what guides and editors know of the format anew, from its description.

python3 tasks.py TASK --help shows a task's options.
"""


RENAME = """\
python3 tasks.py rename OLD NEW-ID

Give an entry another id, with everything that links to it; its old address leads to the new one.

  OLD            the id that the entry has
  NEW-ID         the id that it gets
  --unpublished  nobody has seen the old address yet: do not keep it
"""


def run_without_packages(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run tasks.py with the standard library alone."""
    command = [sys.executable, "-I", "-S", "tasks.py", *arguments]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("arguments", [(), ("--help",), ("--list",)])
def test_the_tasks_are_listed_with_the_standard_library_alone(arguments: tuple[str, ...]) -> None:
    ended = run_without_packages(*arguments)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, LIST, "")


@pytest.mark.parametrize("arguments", [("rename", "--help"), ("--help", "rename"), ("rename", "old", "-h")])
def test_the_options_of_a_task_are_told_with_the_standard_library_alone(arguments: tuple[str, ...]) -> None:
    ended = run_without_packages(*arguments)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, RENAME, "")


def test_every_option_of_every_task_is_told_in_a_line_that_fits() -> None:
    for task in tasks.tasks():
        *_, lines = tasks.usage_of(task).partition(".\n")
        assert [line for line in lines.splitlines() if len(line) > 120 or line.endswith((" ", "-"))] == []


def test_an_option_of_a_source_is_given_again_for_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    fake_command(monkeypatch, "new", lambda _project, _given, sources: seen.append(sources))
    words = "invoke new --url https://a.example --says So. --url https://b.example --says=Yes."
    Program(namespace=Collection.from_module(tasks)).run(words, exit=False)
    assert seen == [
        {"url": ["https://a.example", "https://b.example"], "publisher": (), "language": (), "says": ["So.", "Yes."]}
    ]


def test_an_unknown_task_is_named_beside_the_list() -> None:
    ended = run_without_packages("biuld")
    assert (ended.returncode, ended.stdout) == (2, f"No task is called biuld.\n\n{LIST}")


def test_from_a_timeline_beside_the_generator_its_own_tasks_are_listed_and_the_others_are_sent_there(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-I", "-S", str(PROJECT / "tasks.py")]
    own = {**os.environ, "TIMELINE_SITE": str(tmp_path)}
    listed = "\n".join(
        line for line in LIST.split("\n") if not line.startswith(("  start", "  test", "  bench", "  docs"))
    )
    for arguments, code, told in (
        ((), 0, listed),
        (("test",), 2, f"test is a task of the generator: run it in {PROJECT}.\n\n{listed}"),
    ):
        ended = subprocess.run([*command, *arguments], capture_output=True, text=True, env=own, check=False)
        assert (ended.returncode, ended.stdout) == (code, told)


def test_invoke_lists_the_same_tasks() -> None:
    command = [sys.executable, "-m", "invoke", "--search-root", str(PROJECT), "--complete", "--", ""]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert set(ended.stdout.split()) == set(tasks.tasks())


def test_an_old_python_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tasks, "OLDEST_PYTHON", (99,))
    assert tasks.main(["build"]) == 1
    version = sys.version.split()[0]
    assert capsys.readouterr().out == (
        f"This project needs Python 3.11 or newer; this is {version} ({sys.executable}).\n"
    )


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A project folder whose environment is made by fakes that note what they did."""
    for name in ("requirements.txt", "requirements-test.txt"):
        shutil.copy(PROJECT / name, tmp_path)
    monkeypatch.setattr(tasks, "PROJECT", tmp_path)
    monkeypatch.setattr(tasks, "VENV", tmp_path / ".venv")
    done: list[str] = []

    def make_environment() -> None:
        shutil.rmtree(tmp_path / ".venv", ignore_errors=True)
        (tmp_path / ".venv").mkdir()
        done.append("made")

    monkeypatch.setattr(tasks, "make_environment", make_environment)
    monkeypatch.setattr(tasks, "install", lambda packages: done.append(packages.name))
    return SimpleNamespace(folder=tmp_path, done=done)


def test_each_set_of_packages_is_installed_once_and_when_needed(machine: SimpleNamespace) -> None:
    for task in ("build", "serve", "test", "test", "check"):
        tasks.prepare(task)
    assert machine.done == ["made", "requirements.txt", "requirements-test.txt"]


def test_an_interrupted_installation_is_made_again_from_nothing(
    machine: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_packages: Path) -> None:
        (machine.folder / ".venv" / "half").touch()
        raise KeyboardInterrupt

    with monkeypatch.context() as once:
        once.setattr(tasks, "install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            tasks.prepare("build")
    tasks.prepare("build")
    assert machine.done == ["made", "made", "requirements.txt"]
    assert not (machine.folder / ".venv" / "half").exists()


@pytest.mark.parametrize("change", ["packages", "python", "folder"])
def test_other_packages_another_python_or_another_folder_make_it_anew(
    machine: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    tasks.prepare("test")
    machine.done.clear()
    if change == "packages":
        (machine.folder / "requirements.txt").write_text("# other\n", "utf-8")
    elif change == "python":
        monkeypatch.setattr(sys, "version", "3.99.0")
    else:
        moved = machine.folder.with_name("moved")
        shutil.copytree(machine.folder, moved)
        monkeypatch.setattr(tasks, "PROJECT", moved)
    tasks.prepare("test")
    assert machine.done == ["made", "requirements.txt", "requirements-test.txt"]


def test_other_test_packages_are_added_to_the_same_environment(machine: SimpleNamespace) -> None:
    tasks.prepare("test")
    machine.done.clear()
    (machine.folder / "requirements-test.txt").write_text("# other\n", "utf-8")
    tasks.prepare("build")
    tasks.prepare("test")
    assert machine.done == ["requirements-test.txt"]


@pytest.mark.parametrize(("user", "line"), [(0, "apt-get"), (1000, "sudo apt-get")])
def test_without_venv_the_line_that_adds_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], user: int, line: str
) -> None:
    for name in ("requirements.txt", "requirements-test.txt"):
        shutil.copy(PROJECT / name, tmp_path)
    monkeypatch.setattr(tasks, "PROJECT", tmp_path)
    monkeypatch.setattr(tasks, "VENV", tmp_path / ".venv")
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.setattr("os.geteuid", lambda: user)
    assert tasks.main(["build"]) == 1
    assert capsys.readouterr().out == (
        "Python's venv is missing on this machine. On Debian and Ubuntu this adds it:\n"
        f"  {line} install python3.{sys.version_info.minor}-venv\n"
        ".venv is not ready; the next run makes it anew.\n"
    )
    assert not (tmp_path / ".venv").exists()


def fake_command(monkeypatch: pytest.MonkeyPatch, name: str, run: object) -> None:
    monkeypatch.setattr(tasks, "inside", lambda _task: True)
    monkeypatch.setitem(sys.modules, f"timeline.commands.{name}", SimpleNamespace(**{name: run}))


@pytest.mark.parametrize("name", ["check", "build", "publish", "bench", "docs"])
def test_a_task_ends_with_the_exit_code_of_its_command(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    fake_command(monkeypatch, name, lambda project, **_options: 3 if project == PROJECT else 4)
    with pytest.raises(SystemExit) as ended:
        getattr(tasks, name)(Context())
    assert ended.value.code == 3


def test_a_task_that_went_well_lets_the_next_one_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    fake_command(monkeypatch, "check", lambda _project, **_options: 0)
    tasks.check(Context())


def test_options_reach_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    fake_command(monkeypatch, "serve", lambda _project, **options: seen.append(options))
    fake_command(monkeypatch, "test", lambda _project, **options: seen.append(options))
    tasks.serve(Context(), port=9000, open_browser=True)
    fake_command(monkeypatch, "check", lambda _project, **options: seen.append(options))
    tasks.test(Context(), full=True)
    tasks.check(Context(), fix=True, format_="json", base="main", watch=True, all_=True)
    fake_command(monkeypatch, "diff", lambda _project, base, **options: seen.append({"base": base, **options}))
    tasks.diff(Context(), "main", strict=True)
    check = {"fix": True, "format_": "json", "base": "main", "watch": True, "all_": True}
    assert seen == [{"port": 9000, "open_browser": True}, {"full": True}, check, {"base": "main", "strict": True}]


def test_answers_reach_the_commands_that_write_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    for name in ("new", "rename", "source", "start"):
        fake_command(monkeypatch, name, lambda *given, **options: seen.append((*given, *options.values())))
    tasks.new(Context(), title="A title", entry_id="an-id", url=["https://a.example", "https://b.example"])
    tasks.rename(Context(), "old-id", "new-id", unpublished=True)
    tasks.source(Context(), "an-id", "https://a.example", says="So.", archive_of="a")
    tasks.start(Context(), "../next")
    sources = {"url": ["https://a.example", "https://b.example"], "publisher": (), "language": (), "says": ()}
    assert seen == [
        (PROJECT, {"title": "A title", "entry-id": "an-id"}, sources),
        (PROJECT, "old-id", "new-id", True),
        (PROJECT, "an-id", "https://a.example", {"says": "So."}, "a"),
        (PROJECT, Path("../next")),
    ]


@pytest.mark.parametrize("name", ["check", "build", "publish"])
def test_a_task_can_be_run_on_another_timeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    seen: list[object] = []
    fake_command(monkeypatch, name, lambda site, **_options: seen.append(site))
    monkeypatch.setattr(tasks, "SITE", tmp_path)
    getattr(tasks, name)(Context())
    assert seen == [tmp_path]
    command = [sys.executable, "-c", "import tasks; print(tasks.SITE)"]
    environment = {**os.environ, "TIMELINE_SITE": str(tmp_path)}
    ended = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True)
    assert ended.stdout == f"{tmp_path}\n"


def test_ctrl_c_ends_a_task_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_project: Path) -> int:
        raise KeyboardInterrupt

    fake_command(monkeypatch, "build", interrupted)
    with pytest.raises(SystemExit) as ended:
        tasks.build(Context())
    assert ended.value.code == 130


def test_a_task_started_outside_the_environment_goes_there(monkeypatch: pytest.MonkeyPatch) -> None:
    class GoneError(Exception):
        """Stands for the end of a process that has become another program."""

    def become(program: str, arguments: list[str]) -> None:
        raise GoneError(program, arguments)

    monkeypatch.setattr(tasks, "inside", lambda _task: False)
    monkeypatch.setattr("os.execv", become)
    monkeypatch.setattr(sys, "argv", ["invoke", "serve", "--port", "9000"])
    with pytest.raises(GoneError) as gone:
        tasks.serve(Context())
    assert gone.value.args == (sys.executable, [sys.executable, str(PROJECT / "tasks.py"), "serve", "--port", "9000"])
