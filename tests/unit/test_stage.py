"""The output folder is replaced whole or not at all, and never where something of somebody else's stands."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from timeline.files import stage as room
from timeline.files.exchange import exchange
from timeline.files.stage import MARKER, OutputRefusedError, Stage

PLUGINS = Path(__file__).parents[2] / "plugins"
PAGES = 40
# Replaces the folder without end; every file of one generation holds its number.
WRITER = f"""
import itertools, sys
from pathlib import Path
from timeline.files import stage
if sys.argv[2] == "renames":
    stage.exchange = lambda one, other: False
for generation in itertools.count():
    with stage.Stage(Path(sys.argv[1]), durable=False) as fresh:
        for page in range({PAGES}):
            (fresh.folder / f"{{page}}.html").write_text(str(generation))
        fresh.swap()
    print(generation, flush=True)
"""


def tree(folder: Path) -> dict[str, str]:
    return {each.name: each.read_text("utf-8") for each in folder.iterdir() if each.name != MARKER}


def put(target: Path, **pages: str) -> None:
    with Stage(target) as stage:
        for name, text in pages.items():
            (stage.folder / name).write_text(text, "utf-8")
        stage.swap()


@pytest.fixture(params=["exchange", "renames"])
def target(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An output folder on a system with an atomic exchange of folders, and on one without."""
    if request.param == "renames":
        monkeypatch.setattr(room, "exchange", lambda _one, _other: False)
    return tmp_path / "output"


def test_first_and_later_stages_take_the_place_of_the_folder(target: Path) -> None:
    put(target, a="1", gone="1")
    put(target, a="2")
    assert tree(target) == {"a": "2"}
    assert (target / MARKER).is_file()
    assert [each.name for each in target.parent.iterdir()] == ["output"]


def test_without_a_swap_the_folder_stays_as_it_was(target: Path) -> None:
    put(target, a="1")
    with Stage(target) as stage:
        (stage.folder / "a").write_text("2", "utf-8")
    assert tree(target) == {"a": "1"}
    assert [each.name for each in target.parent.iterdir()] == ["output"]


@pytest.mark.parametrize("stop", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failed_or_interrupted_write_leaves_the_folder_as_it_was(target: Path, stop: BaseException) -> None:
    put(target, a="1")
    with pytest.raises(type(stop)), Stage(target) as stage:
        (stage.folder / "a").write_text("2", "utf-8")
        raise stop
    assert tree(target) == {"a": "1"}
    assert [each.name for each in target.parent.iterdir()] == ["output"]


def test_an_empty_folder_and_missing_parents_are_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    put(tmp_path / "empty", a="1")
    put(tmp_path / "not" / "there" / "yet", a="1")
    assert tree(tmp_path / "empty") == tree(tmp_path / "not" / "there" / "yet") == {"a": "1"}


def foreign_folder(target: Path) -> str:
    target.mkdir()
    (target / "thesis.txt").write_text("mine", "utf-8")
    return "a folder that holds files but no .timeline-output"


def foreign_file(target: Path) -> str:
    target.write_text("mine", "utf-8")
    return "a file"


def link_to_our_folder(target: Path) -> str:
    put(target.with_name("elsewhere"), a="1")
    target.symlink_to("elsewhere")
    return "a symbolic link"


def dangling_link(target: Path) -> str:
    target.symlink_to("nowhere")
    return "a symbolic link"


@pytest.mark.parametrize("make", [foreign_folder, foreign_file, link_to_our_folder, dangling_link])
def test_what_no_build_has_made_is_refused_and_stays(tmp_path: Path, make: object) -> None:
    target = tmp_path / "output"
    assert callable(make)
    found = make(target)
    before = sorted(os.walk(tmp_path))
    with pytest.raises(OutputRefusedError) as refused, Stage(target):
        pass
    assert str(refused.value) == (
        f"{target}: the build replaces this folder whole, so it must be missing, empty or made by an earlier build "
        f"(found {found}). Nothing was changed. Move it away, or set another folder."
    )
    assert sorted(os.walk(tmp_path)) == before


def test_a_foreign_folder_that_appears_while_writing_is_refused_at_the_swap(tmp_path: Path) -> None:
    with pytest.raises(OutputRefusedError), Stage(tmp_path / "output") as stage:
        foreign_folder(tmp_path / "output")
        stage.swap()
    assert tree(tmp_path / "output") == {"thesis.txt": "mine"}


def test_what_dead_builds_left_is_removed_and_what_running_ones_write_is_not(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f".output.new-{ended.pid}" / "deep").mkdir(parents=True)
    (tmp_path / f".output.old-{ended.pid}").mkdir()
    kept = [f".output.new-{os.getppid()}", ".output.new-x", f".other.new-{ended.pid}"]
    for name in kept:
        (tmp_path / name).mkdir()
    put(tmp_path / "output", a="1")
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([*kept, "output"])


def test_a_swap_killed_between_its_renames_is_undone(tmp_path: Path) -> None:
    put(tmp_path / "output", a="1")
    (tmp_path / "output").rename(tmp_path / f".output.old-{os.getpid()}")
    with Stage(tmp_path / "output"):
        assert tree(tmp_path / "output") == {"a": "1"}


def test_exchange_changes_two_folders_in_one_step(tmp_path: Path) -> None:
    put(tmp_path / "one", a="1")
    put(tmp_path / "other", a="2")
    if exchange(tmp_path / "one", tmp_path / "other"):
        assert (tree(tmp_path / "one"), tree(tmp_path / "other")) == ({"a": "2"}, {"a": "1"})
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "missing")


def kill_while_writing(target: Path, way: str, chance: random.Random) -> None:
    """Let a process replace `target` again and again and kill it at a moment of chance."""
    command = [sys.executable, "-c", WRITER, str(target), way]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(PLUGINS)}) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(chance.uniform(0, 0.03))
        writer.send_signal(signal.SIGKILL)


def assert_whole_after_kills(folder: Path, way: str, kills: int) -> None:
    chance = random.Random(kills)
    target = folder / "output"
    for _ in range(kills):
        kill_while_writing(target, way, chance)
        if way == "renames":
            room.tidy(target)
        generations = tree(target)
        assert len(generations) == PAGES
        assert len(set(generations.values())) == 1
    with Stage(target):
        pass
    assert [each.name for each in folder.iterdir()] == ["output"]


@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_a_kill_at_any_moment_leaves_the_folder_old_or_new(tmp_path: Path, way: str) -> None:
    assert_whole_after_kills(tmp_path, way, kills=4)


@pytest.mark.full
@pytest.mark.parametrize("way", ["exchange", "renames"])
def test_a_hundred_kills_leave_the_folder_old_or_new(tmp_path: Path, way: str) -> None:
    assert_whole_after_kills(tmp_path, way, kills=100)
