"""What is published is checked first, and `public/current` leads to one whole release or another."""

from __future__ import annotations

import fcntl
import re
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from timeline.commands import publish as command
from timeline.commands.publish import publish
from timeline.publishing.release import fingerprint

SITE = "https://host.example/repo"
GOOD = {
    "index.html": '<a href="/repo/events/a/">',
    "events/index.html": "",
    "events/a/index.html": '<link href="/repo/site.css">',
    "site.css": "",
}


class SettingsError(Exception):
    """Stands for the one of the settings."""


class World(SimpleNamespace):
    """A project whose builds write `files` and count `events`."""

    project: Path
    site: str
    files: dict[str, str]
    events: int
    ok: bool
    asked: list[dict[str, object]]

    def site_address(self, _project: Path, settings: str) -> str:
        assert settings == "publishconf.py"
        return self.site

    def build(self, _project: Path, *, output: Path, **options: object) -> SimpleNamespace:
        self.asked.append(options)
        if output.exists():
            shutil.rmtree(output)
        for path, text in self.files.items():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_text(text, "utf-8")
        return SimpleNamespace(
            ok=self.ok, problems=("a problem",) * (not self.ok), counts="1 entry", events=self.events
        )

    @property
    def current(self) -> Path:
        return self.project / "public" / "current"

    def releases(self) -> list[str]:
        return sorted(each.name for each in (self.project / "public" / "releases").iterdir())


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    world = World(project=tmp_path, site=SITE, files=dict(GOOD), events=1, ok=True, asked=[])
    run = SimpleNamespace(build=world.build, site_address=world.site_address)
    monkeypatch.setitem(sys.modules, "timeline.pelican_side.run", run)
    settings = SimpleNamespace(SettingsError=SettingsError)
    monkeypatch.setitem(sys.modules, "timeline.pelican_side.settings", settings)
    return world


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Set the second of the day at which everything happens from now on."""

    def set_second(second: int) -> None:
        class Stopped(datetime):
            @classmethod
            def now(cls, tz: object = None) -> Stopped:
                assert tz is UTC
                return cls(2026, 11, 25, 12, 0, second, tzinfo=UTC)

        monkeypatch.setattr(command, "datetime", Stopped)

    set_second(0)
    return set_second


def test_a_release_is_built_with_the_settings_of_publishing_and_shown(
    world: World, clock: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    clock(7)
    assert publish(world.project) == 0
    name = f"20261125T120007Z-{fingerprint({path: text.encode() for path, text in GOOD.items()})[:12]}"
    assert world.asked == [{"settings": "publishconf.py", "preview": False}]
    assert world.releases() == [name]
    assert world.current.readlink() == Path("releases") / name
    assert (world.current / "index.html").read_text("utf-8") == GOOD["index.html"]
    said = f"1 entry\nPublished {name}; public/current leads to it.\n"
    assert capsys.readouterr().out == said


def test_without_the_address_nothing_is_done(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.site = ""
    assert publish(world.project) == 1
    assert capsys.readouterr().out == f"{command.NO_ADDRESS}\n"
    assert world.asked == []
    assert [each.name for each in (world.project / "public").iterdir()] == [".lock"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"ok": False}, "a problem\n1 entry\nNothing was published.\n"),
        (
            {"events": 2},
            """\
1 entry
events/: every event must have a page (found 2 events and 1 pages)
Faults in public/.next: 1. Nothing was published.
""",
        ),
        (
            {"files": {**GOOD, "index.html": '<a href="/events/a/"><a href="gone/">'}},
            """\
1 entry
index.html:1: /events/a/: lies outside the site, whose addresses begin with /repo/
index.html:1: gone/: there is no file gone/index.html
Faults in public/.next: 2. Nothing was published.
""",
        ),
    ],
)
def test_a_faulty_site_is_not_published(
    world: World, capsys: pytest.CaptureFixture[str], change: dict[str, object], said: str
) -> None:
    assert publish(world.project) == 0
    before, shown = world.releases(), world.current.readlink()
    capsys.readouterr()
    for name, value in change.items():
        setattr(world, name, value)
    assert publish(world.project) == 1
    assert capsys.readouterr().out == said
    assert (world.releases(), world.current.readlink()) == (before, shown)


def test_the_last_five_releases_are_kept(world: World, clock: Callable[[int], None]) -> None:
    for second in range(7):
        clock(second)
        world.files["site.css"] = str(second)
        assert publish(world.project) == 0
    assert [name[13:15] for name in world.releases()] == ["02", "03", "04", "05", "06"]
    assert world.current.resolve().name == world.releases()[-1]


def test_the_release_shown_is_kept_though_the_clock_went_back(world: World, clock: Callable[[int], None]) -> None:
    for second in (11, 12, 13, 14, 15, 1):
        clock(second)
        assert publish(world.project) == 0
    assert [name[13:15] for name in world.releases()] == ["01", "12", "13", "14", "15"]
    assert world.current.resolve().name == world.releases()[0]


def test_the_same_site_within_a_second_is_one_release(world: World, clock: Callable[[int], None]) -> None:
    clock(1)
    assert [publish(world.project), publish(world.project)] == [0, 0]
    assert len(world.releases()) == 1


def test_what_a_killed_switch_left_is_no_hindrance(world: World) -> None:
    (world.project / "public").mkdir()
    (world.project / "public" / ".current.new").symlink_to("nowhere")
    assert publish(world.project) == 0
    assert not (world.project / "public" / ".current.new").is_symlink()


def test_a_folder_of_somebody_else_is_left_alone(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    world.current.mkdir(parents=True)
    assert publish(world.project) == 1
    assert capsys.readouterr().out == (
        "public/current must be a symbolic link (found a file or folder). Move it away.\n"
    )
    assert world.current.is_dir()


def test_two_runs_do_not_meet(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    (world.project / "public").mkdir()
    with (world.project / "public" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert publish(world.project) == 1
    assert capsys.readouterr().out == "public/ is being written by another publish: wait until it has ended.\n"


def test_the_fingerprint_tells_paths_and_contents_apart() -> None:
    sites = [{"a": b"1", "b": b"2"}, {"a": b"2", "b": b"1"}, {"a": b"1"}, {"c": b"1", "b": b"2"}]
    assert len({fingerprint(site) for site in sites}) == len(sites)
    assert fingerprint({"b": b"2", "a": b"1"}) == fingerprint(sites[0])
    assert re.fullmatch("[0-9a-f]{64}", fingerprint({}))
