"""Two whole sites, built by the real Pelican and compared file by file with `expected/`.

The valley shows every kind of date, grade and text. The lighthouse is the next subject: `tasks.py start` makes it anew
for every run, as a newcomer does. `python tests/sites/test_sites.py` writes `expected/` anew after a wanted change; the
difference is then read and reviewed.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from timeline.commands.start import start
from timeline.pelican_side.run import build

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
SITES = ("valley", "lighthouse")
ASSETS = re.compile(r"assets/[0-9a-f]{12}")


def started(folder: Path) -> Path:
    """A timeline of another subject in `folder`, made by the command."""
    assert start(PROJECT, folder) == 0
    return folder


def site(name: str, folder: Path) -> Path:
    """The folder of a site's settings and content."""
    return HERE / name if (HERE / name / "pelicanconf.py").is_file() else started(folder / f"{name}-started")


def texts(output: Path) -> dict[str, str]:
    """The texts of a built site by path, without the theme's own files, whose folder is called `assets/THEME`."""
    paths = {path.relative_to(output).as_posix(): path for path in sorted(output.rglob("*")) if path.is_file()}
    return {
        name: ASSETS.sub("assets/THEME", path.read_text("utf-8"))
        for name, path in paths.items()
        if not name.startswith(("assets/", ".timeline-output"))
    }


def built(name: str, folder: Path) -> dict[str, str]:
    """The texts of a site by path."""
    output = folder / name
    outcome = build(site(name, folder), output=output)
    assert outcome.problems == (), list(map(str, outcome.problems))
    return texts(output)


def expected(name: str) -> dict[str, str]:
    """The texts that the site must have."""
    folder = HERE / name / "expected"
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("name", SITES)
def test_a_small_site_is_built_as_it_stands_in_expected(name: str, tmp_path: Path) -> None:
    made, wanted = built(name, tmp_path), expected(name)
    assert sorted(made) == sorted(wanted)
    for path, text in made.items():
        assert text == wanted[path], f"{name}/{path}"


def test_a_draft_and_its_words_are_in_no_file_of_the_site(tmp_path: Path) -> None:
    made = built("valley", tmp_path)
    assert [path for path, text in made.items() if "a-draft" in path or "nobody reads yet" in text] == []


def test_a_draft_is_in_the_preview(tmp_path: Path) -> None:
    build(HERE / "valley", output=tmp_path / "preview", preview=True)
    assert (tmp_path / "preview" / "events" / "a-draft" / "index.html").is_file()


def test_every_address_stands_below_the_path_of_the_site(tmp_path: Path) -> None:
    for path, text in built("valley", tmp_path).items():
        addresses = re.findall(r'(?:href|src|action)="(/[^"]*)"', text)
        assert [each for each in addresses if not each.startswith("/valley/")] == [], path


def test_a_former_address_leads_on_at_once_and_stands_in_no_list_and_no_feed(tmp_path: Path) -> None:
    made = built("valley", tmp_path)
    page = made["events/both-hold-town/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=/valley/events/town-contested/">' in page
    assert '<link rel="canonical" href="https://host.example/valley/events/town-contested/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert made["events/both-hold-town/cite.bib"] == made["events/town-contested/cite.bib"]
    naming = {path for path, text in made.items() if "both-hold-town" in text}
    assert naming == {"data/v1/events.json"}
    assert "<id>tag:host.example,2026:events/two-armies-in-town</id>" in made["feeds/atom.xml"]


def test_what_needs_the_address_of_the_site_is_left_out_without_it(tmp_path: Path) -> None:
    made = built("lighthouse", tmp_path)
    assert "feeds/atom.xml" not in made
    assert [path for path, text in made.items() if 'rel="canonical"' in text] == []


def test_the_data_give_every_published_event_with_its_dates_and_sources(tmp_path: Path) -> None:
    data = json.loads(built("valley", tmp_path)["data/v1/events.json"])
    assert data["total"] == len(data["events"]) == 4
    first = data["events"][0]
    assert first["uri"] == "tag:host.example,2026:events/march-begins"
    assert first["url"] == "https://host.example/valley/events/march-begins/"
    assert first["date"] == {"edtf": "2018-06-01/2018-06-14~", "earliest": "2018-06-01", "latest": "2018-06-14"}
    assert first["updated"] == "2026-11-20"
    assert data["events"][3]["date"] == {"edtf": "2019-02-03?/..", "earliest": "2019-02-03", "latest": None}
    assert first["phases"] == ["first-phase"]


def rewrite() -> None:
    """Write `expected/` of every small site anew."""
    for name in SITES:
        folder = HERE / name / "expected"
        shutil.rmtree(folder, ignore_errors=True)
        with tempfile.TemporaryDirectory() as made:
            for path, text in built(name, Path(made)).items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(rewrite())
