"""The preview's builds remember what did not change; what they give is byte for byte what a fresh build gives."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.pages.memory import Memory
from timeline.pelican_side.run import build

VALLEY = Path(__file__).resolve().parents[1] / "sites" / "valley"
MARCH = "content/events/2018/2018-06-01-march-begins.md"
TOWN = "content/events/2018/2018-06-13-town-contested.md"
TALKS = "content/events/2019/2019-02-03-talks-open.md"
PLACES = "content/vocabulary/places.yaml"


def put(path: str, old: str, new: str) -> Callable[[Path], None]:
    """A change of one file: the first `old` becomes `new`."""

    def change(project: Path) -> None:
        text = (project / path).read_text("utf-8")
        assert old in text
        (project / path).write_text(text.replace(old, new, 1), "utf-8")

    return change


def remove(project: Path) -> None:
    """An entry is removed."""
    (project / TALKS).unlink()


def add(project: Path) -> None:
    """An entry is added between others, at a place that has some."""
    text = (project / TALKS).read_text("utf-8").replace("2019-02-03?/..", "2018-06-20")
    (project / "content/events/2018/2018-06-20-ferry-seen.md").write_text(text, "utf-8")


CHANGES = [
    put(MARCH, "its march", "its long march"),
    put(MARCH, "date: 2018-06-01/2018-06-14~", "date: 2018-06-01/2018-06-20"),
    put(MARCH, "places: [upper-town, old-ferry]", "places: [old-ferry]"),
    put(TOWN, "date: '[2018-06-13..2018-06-15]'", "date: 2018-06-13"),
    put(TOWN, "Says that it lost one street.", "Says that it lost two streets."),
    put(TALKS, "confidence: reported", "confidence: reported\ndraft: true"),
    put(TALKS, "date: 2019-02-03?/..", "date: 2019-02-03/2019-12-01"),
    put(PLACES, "en: Old Ferry", "en: The Old Ferry"),
    put("content/pages/about.md", "A small site.", "A very small site."),
    put("pelicanconf.py", '"Valley"', '"The valley"'),
    add,
    remove,
]


def project_in(folder: Path) -> Path:
    """The valley, copied, with the theme where it stands."""
    project = folder / "project"
    shutil.copytree(VALLEY, project, ignore=shutil.ignore_patterns("expected"))
    settings = project / "pelicanconf.py"
    theme = VALLEY.parents[2] / "theme"
    settings.write_text(settings.read_text("utf-8").replace("../../../theme", str(theme)), "utf-8")
    return project


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("change", CHANGES, ids=range(len(CHANGES)))
def test_a_remembering_build_gives_what_a_fresh_one_gives(change: Callable[[Path], None], tmp_path: Path) -> None:
    project = project_in(tmp_path)
    memory = Memory()
    for name in ("first", "remembering"):
        assert build(project, output=tmp_path / name, preview=True, memory=memory).ok
        if name == "first":
            change(project)
    assert build(project, output=tmp_path / "fresh", preview=True).ok
    assert tree(tmp_path / "remembering") == tree(tmp_path / "fresh")


def test_only_pages_that_a_change_touches_are_rendered_again(tmp_path: Path) -> None:
    project, memory = project_in(tmp_path), Memory()
    build(project, output=tmp_path / "out", memory=memory)
    before = {path: id(text) for path, (_, text) in memory._texts.items()}
    put(TALKS, "Talks open", "Talks begin")(project)
    build(project, output=tmp_path / "out", memory=memory)
    again = {path for path, (_, text) in memory._texts.items() if before.get(path) != id(text)}
    assert "events/talks-open/index.html" in again
    assert "kinds/aid/index.html" in again
    assert "events/march-begins/index.html" not in again
    assert "kinds/control/index.html" not in again
