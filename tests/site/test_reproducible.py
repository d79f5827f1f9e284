"""Same input, same bytes: on any machine, in any locale, on any day, in any folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.site.built import PROJECT
from tests.site.trees import build_command, copy_project, differences, environment, run, tree

ELSEWHERE = PROJECT / "tests" / "site" / "elsewhere"
FIVE_YEARS = 5 * 366 * 86400
SITES = {"the real site": ".", "a small site": "tests/sites/valley"}
DAMASCUS = {
    "PYTHONHASHSEED": "1",
    "TZ": "Asia/Damascus",
    "LC_ALL": "ar_SY.UTF-8",
    "PYTHONPATH": str(ELSEWHERE),
    "SHIFT_SECONDS": str(FIVE_YEARS),
    "SHUFFLE_SEED": "1",
}
LOS_ANGELES = {"PYTHONHASHSEED": "random", "TZ": "America/Los_Angeles", "LC_ALL": "C"}
SINGLE = {
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 1": {"PYTHONHASHSEED": "1"},
    "hash seed random": {"PYTHONHASHSEED": "random"},
    "time zone of Damascus": {"TZ": "Asia/Damascus"},
    "time zone of Los Angeles": {"TZ": "America/Los_Angeles"},
    "locale C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "locale ar_SY": {"LC_ALL": "ar_SY.UTF-8"},
    "five years on": {"PYTHONPATH": str(ELSEWHERE), "SHIFT_SECONDS": str(FIVE_YEARS), "SHUFFLE_SEED": "0"},
    "five years ago": {"PYTHONPATH": str(ELSEWHERE), "SHIFT_SECONDS": str(-FIVE_YEARS), "SHUFFLE_SEED": "0"},
    "another order of folders": {"PYTHONPATH": str(ELSEWHERE), "SHIFT_SECONDS": "0", "SHUFFLE_SEED": "2"},
}


@pytest.fixture(scope="session")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with both sites built, as they come out on this machine today."""
    project = copy_project(tmp_path_factory.mktemp("usual") / "project")
    for site in SITES.values():
        run(build_command(project / site), project, **environment(project))
    return project


@pytest.fixture(scope="session")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for LOCPATH with the Arabic locale of Syria, made of the system's sources."""
    folder = tmp_path_factory.mktemp("locales")
    if not Path("/usr/share/i18n/locales/ar_SY").exists():
        install = ("apt-get", "install", "-y", "--no-install-recommends", "locales")
        if os.geteuid() != 0 or not shutil.which("apt-get"):
            pytest.fail(f"The sources of the system's locales are missing. On Debian:\n  sudo {' '.join(install)}")
        for command in (("apt-get", "update"), install):
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    subprocess.run(("localedef", "-i", "ar_SY", "-f", "UTF-8", folder / "ar_SY.UTF-8"), check=True)
    return folder


def build_again(project: Path, site: str, locales: Path, umask: int, **variation: str) -> dict[str, str]:
    """Build a site of the project in an environment of its own; give its tree."""
    old = os.umask(umask)
    try:
        run(build_command(project / site), project, **environment(project, LOCPATH=str(locales), **variation))
    finally:
        os.umask(old)
    return tree(project / site / "output")


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
@pytest.mark.parametrize("variation", [DAMASCUS, LOS_ANGELES], ids=["Damascus", "Los Angeles"])
def test_a_site_is_the_same_on_another_machine(
    usual: Path, locales: Path, tmp_path: Path, site: str, variation: dict[str, str]
) -> None:
    project = copy_project(tmp_path / "another folder – دير الزور")
    made = build_again(project, site, locales, 0o077, **variation)
    assert len(made) > 30
    assert differences(made, tree(usual / site / "output")) == []


@pytest.mark.full
@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
@pytest.mark.parametrize("variation", SINGLE.values(), ids=SINGLE)
def test_a_site_does_not_depend_on(
    usual: Path, locales: Path, tmp_path: Path, site: str, variation: dict[str, str]
) -> None:
    made = build_again(copy_project(tmp_path / "project"), site, locales, 0o022, **variation)
    assert differences(made, tree(usual / site / "output")) == []


def test_the_command_of_pelican_gives_the_same_site(usual: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", str(output)]
    run(command, usual, **environment(usual))
    assert differences(tree(output), tree(usual / "output")) == []


def test_the_other_machine_is_another(locales: Path) -> None:
    """The clock, the time zone, the locale and the order of folders are what a variation says."""
    code = (
        "import datetime, locale, os, time; locale.setlocale(locale.LC_ALL, '');"
        "print(datetime.datetime.now().year, datetime.date.today().year, time.gmtime().tm_year,"
        "time.strftime('%A', (2018, 6, 17, 0, 0, 0, 6, 168, 0)), time.tzname[0], os.listdir('.') == sorted(os.listdir('.')))"
    )
    said = run([sys.executable, "-c", code], PROJECT, **environment(PROJECT, LOCPATH=str(locales), **DAMASCUS)).split()
    year = str(datetime.fromtimestamp(datetime.now(UTC).timestamp() + FIVE_YEARS, UTC).year)
    assert said[:4] == [year, year, year, "الأحد"]
    assert said[4] in {"+03", "EET"}
    assert said[5] == "False"
