"""A build that is ended before its time leaves the output folder whole: the old site, or the new one."""

from __future__ import annotations

import random
import resource
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.trees import build_command, copy_project, environment, run, tree

NAMES = ("The first name", "The second name")  # in every page, so that no page of one site is a page of the other
SMALL_FILES = 64 * 1024  # bytes; the front page is larger


class Project:
    """A copy of the project whose output folder holds a site, and the two sites that may stand there."""

    def __init__(self, folder: Path) -> None:
        self.folder = copy_project(folder)
        self.output = folder / "output"
        self.settings = (folder / "pelicanconf.py").read_text("utf-8")
        self.sites = []
        for name in NAMES:
            self.call(name)
            began = time.monotonic()
            run(build_command(folder), folder, **environment(folder))
            self.seconds = time.monotonic() - began
            self.sites.append(tree(self.output))

    def call(self, name: str) -> None:
        """Set the name of the site that the next build makes."""
        settings = f"{self.settings}\nSITENAME = {name!r}\n"
        (self.folder / "pelicanconf.py").write_text(settings, "utf-8")

    def begin(self, prepare: Callable[[], None] | None = None) -> subprocess.Popen[str]:
        """Start a build of the site that does not stand in the output folder. prepare: called in the new process."""
        self.call(NAMES[1 - self.sites.index(tree(self.output))])
        return subprocess.Popen(
            build_command(self.folder),
            cwd=self.folder,
            env=environment(self.folder),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=prepare,  # noqa: PLW1509 (no thread of ours runs)
        )

    def beside(self) -> list[str]:
        """What stands beside the output folder while a build runs."""
        return [path.name for path in self.folder.iterdir() if path.name.startswith(".output.")]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("killed") / "project")


@pytest.mark.parametrize("times", [3, pytest.param(100, marks=pytest.mark.full)])
def test_a_killed_build_leaves_the_old_or_the_new_site_whole(project: Project, times: int) -> None:
    moments = random.Random(times)
    killed = 0
    while killed < times:
        # every second one in the last third, where the folders change places
        share = moments.uniform(0, 1) if killed % 2 else moments.uniform(0.66, 1)
        began = time.monotonic()
        build = project.begin()
        try:
            build.wait(share * project.seconds)
            project.seconds = time.monotonic() - began  # it ended by itself: the machine has become faster
        except subprocess.TimeoutExpired:
            build.kill()
            killed += 1
        build.communicate()
        assert tree(project.output) in project.sites, f"ended after {share:.0%} of a build"
    build = project.begin()
    assert "files written" in build.communicate()[0]
    assert project.beside() == []


def test_an_interrupted_build_leaves_everything_as_it_was(project: Project) -> None:
    before = tree(project.output)
    build = project.begin()
    while not project.beside():
        time.sleep(0.01)
    build.send_signal(signal.SIGINT)
    build.communicate()
    assert build.returncode == -signal.SIGINT
    assert tree(project.output) == before
    assert project.beside() == []


def test_a_build_that_cannot_write_says_so_and_leaves_everything_as_it_was(project: Project) -> None:
    before = tree(project.output)
    build = project.begin(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL_FILES, SMALL_FILES)))
    said = build.communicate()[0]
    assert said == "The site could not be written: File too large. The output folder is as it was.\n"
    assert build.returncode == 1
    assert tree(project.output) == before
    assert project.beside() == []
