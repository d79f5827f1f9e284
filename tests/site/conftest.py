"""The real content, built once for all tests of the site, and a real browser to read it with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.site.built import PROJECT, Built
from tests.site.server import served
from tests.tools import chromium
from timeline.pelican_side.run import build

BELOW = "https://host.example/repo"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The site as `build` makes it, at the root of its host."""
    output = tmp_path_factory.mktemp("site") / "root"
    assert build(PROJECT, output=output).ok
    with served(output) as address:
        yield Built(output, address)


@pytest.fixture(scope="session")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The site as it is published below a path of its host, with all that needs its address."""
    folder = tmp_path_factory.mktemp("below")
    settings = folder / "settings.py"
    own = {"SITEURL": BELOW, "PATH": str(PROJECT / "content"), "THEME": str(PROJECT / "theme")}
    lines = ["from pelicanconf import *", *(f"{name} = {value!r}" for name, value in own.items())]
    settings.write_text("\n".join(lines), "utf-8")
    output = folder / "repo"
    assert build(PROJECT, settings=str(settings), output=output).ok
    with served(output, "/repo/") as address:
        yield Built(output, address, BELOW)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of a module; another module may then start its own."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()
