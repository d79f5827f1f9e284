"""The page for re-users, taken at its word: each line that it tells to write is written, built and looked for."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from shutil import copytree

import pytest

from tests.sites.test_sites import started, texts
from timeline.commands.diff import diff
from timeline.commands.start import SKELETON
from timeline.pages.look import COLOURS, FACES
from timeline.pelican_side.run import build

PAGE = (SKELETON / "README.md").read_text("utf-8")
ARABIC = re.compile("[\u0600-\u06ff]")
TRANSLATION = "---\ntitle: إضاءة المصباح\n---\nأُضيء المصباح أول مرة. [^gazette][^minutes]\n"


def rows(lead: str) -> dict[str, str]:
    """The table of the page under a heading row: what a line is for, and the line itself."""
    table = re.search(rf"^\| {lead} \|.*\n\|-.*\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert table
    return {cells[1].strip(" `"): cells[-2].strip(" `") for cells in (row.split("|") for row in table[1].splitlines())}


WITHOUT = rows("To be without")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `start` writes."""
    return started(tmp_path_factory.mktemp("sample") / "lighthouse")


@pytest.fixture
def mine(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample that may be changed."""
    copytree(sample, tmp_path / "mine")
    settings = tmp_path / "mine" / "pelicanconf.py"
    theme = re.sub(
        r'^THEME = "[^"]+"',
        f"THEME = {str(Path(__file__).parents[2] / 'theme')!r}",
        settings.read_text("utf-8"),
        flags=re.MULTILINE,
    )
    settings.write_text(theme, "utf-8")
    return tmp_path / "mine"


def written(mine: Path, line: str) -> dict[str, str]:
    """The texts of the site once a line of the page stands in the settings in place of the one with its key."""
    settings = mine / "pelicanconf.py"
    key = line.partition(":")[0]
    changed, count = re.subn(rf"^ *{key}: .*\n", f"    {line}\n", settings.read_text("utf-8"), flags=re.MULTILINE)
    assert count == 1, key
    settings.write_text(changed, "utf-8")
    outcome = build(mine)
    assert outcome.problems == ()
    return texts(mine / "output")


def pages(made: dict[str, str]) -> dict[str, str]:
    """The pages among the texts, without the words of the entries and of the site itself."""
    return {path: text for path, text in made.items() if path.endswith(".html")}


def facets(made: dict[str, str]) -> list[str]:
    """The facets that have pages, and no link to any other."""
    known = ("phases", "kinds", "places", "actors", "tags", "sources")
    found = [name for name in known if f"{name}/index.html" in made]
    linked = {name for name in known if any(f'href="/{name}/' in text for text in made.values())}
    assert linked == {*found}
    return found


def test_the_sample_has_everything_that_can_be_switched_off(mine: Path) -> None:
    made = written(mine, '"map": True,')
    assert facets(made) == ["phases", "kinds", "places", "actors", "tags", "sources"]
    assert 'class="atlas"' in made["index.html"]
    assert "Construction" in made["index.html"]
    assert json.loads(made["data/v1/events.json"])["events"][0]["phases"] == ["construction"]


def test_a_facet_that_is_left_out_has_no_page_and_no_link(mine: Path) -> None:
    assert facets(written(mine, WITHOUT["pages of tags"])) == ["phases", "kinds", "places", "actors", "sources"]


def test_two_facets_can_be_all(mine: Path) -> None:
    assert facets(written(mine, WITHOUT["all but kinds and places"])) == ["kinds", "places"]


def test_phases_that_are_left_out_are_named_nowhere(mine: Path) -> None:
    made = written(mine, WITHOUT["phases"])
    assert facets(made) == ["kinds", "places", "actors", "tags", "sources"]
    assert [path for path, text in made.items() if re.search("Construction|In service|lane-|Phase", text)] == []
    assert [event["phases"] for event in json.loads(made["data/v1/events.json"])["events"]] == [[], [], []]
    assert "phase" not in json.loads(made["find/facets.json"])["facets"]


def test_a_vocabulary_that_is_removed_leaves_no_empty_pages(mine: Path) -> None:
    (mine / "content" / "vocabulary" / "phases.yaml").unlink()
    assert facets(written(mine, '"map": True,')) == ["kinds", "places", "actors", "tags", "sources"]


def test_a_map_that_is_left_out_is_drawn_and_spoken_of_nowhere(mine: Path) -> None:
    places = mine / "content" / "vocabulary" / "places.yaml"
    places.write_text(
        re.sub(r"point\n  lat: 0.12\n  lon: 0.16\n  source: .*", "unlocated", places.read_text("utf-8")), "utf-8"
    )
    ground = mine / "content" / "basemap.yaml"
    ground.write_text(ground.read_text("utf-8").replace("towns: [town-quay]\n", ""), "utf-8")
    spoken = re.compile('class="atlas|On the map|known point|#map')
    assert [path for path, text in pages(written(mine, '"map": True,')).items() if spoken.search(text)] != []
    assert [path for path, text in pages(written(mine, WITHOUT["the map"])).items() if spoken.search(text)] == []


def test_a_second_language_that_is_left_out_is_shown_and_found_nowhere(mine: Path) -> None:
    places = mine / "content" / "vocabulary" / "places.yaml"
    places.write_text(
        places.read_text("utf-8").replace("{en: North Point}", "{en: North Point, ar: الرأس الشمالي}"), "utf-8"
    )
    (mine / "content" / "events" / "1902" / "1902-09-14-lamp-lit.ar.md").write_text(TRANSLATION, "utf-8")
    both = written(mine, '"languages": ["en", "ar"],')
    assert ARABIC.search(both["places/north-point/index.html"])
    assert any(ARABIC.search(text) for path, text in both.items() if path.startswith("find/search/"))
    alone = written(mine, WITHOUT["a second language"])
    assert [path for path, text in alone.items() if ARABIC.search(text)] == []


def test_each_of_the_six_properties_is_set_by_its_line(mine: Path) -> None:
    lines = rows("Property")
    assert tuple(lines) == (*COLOURS, *FACES)
    written(mine, f'"look": {{{" ".join(lines.values())}}},')
    look = next((mine / "output" / "assets").glob("*/css/look.css")).read_text("utf-8")
    assert re.findall(r"^    --(\w+): ", look, re.MULTILINE) == list(lines)
    assert "--serif: Georgia, serif;" in look


def test_the_templates_that_the_page_names_are_there() -> None:
    named = re.findall(r"`((?:parts/)?\w+\.html)`", PAGE)
    assert len(named) == 4
    theme = Path(__file__).parents[2] / "theme" / "templates"
    assert [name for name in named if not (theme / name).is_file()] == []


def test_templates_of_its_own_are_used_by_the_preview_and_its_workbench(mine: Path) -> None:
    (mine / "templates" / "workbench.html").write_text("{{ site.title }}: our own bench", "utf-8")
    assert build(mine, output=mine / "preview", preview=True).ok
    bench = (mine / "preview" / "workbench" / "index.html").read_text("utf-8")
    assert bench == "The lighthouse at North Point: our own bench"
    front = (mine / "preview" / "index.html").read_text("utf-8")
    assert '<p class="footer__promise">The lighthouse at North Point. ' in front


def test_the_report_of_changes_is_that_of_the_new_subject(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    git(mine, "init", "--quiet")
    git(mine, "add", "--all")
    git(mine, "commit", "--quiet", "--message", "The sample")
    git(mine, "tag", "sample")
    (mine / "content" / "events" / "1901" / "1901-05-keel-of-stone.md").unlink()
    entry = mine / "content" / "events" / "1902" / "1902-02-03-scaffold-falls.md"
    entry.write_text(re.sub("related.*\n|\nIt had stood.*\n", "", entry.read_text("utf-8")), "utf-8")
    assert diff(mine, "sample") == 0
    report = (mine / ".cache" / "diff" / "index.html").read_text("utf-8")
    assert "The lighthouse at North Point" in report
    assert "<code>/events/keel-of-stone/</code>" in report.replace(' dir="ltr"', "")


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder as somebody."""
    who = ("-c", "user.name=Tests", "-c", "user.email=tests@host.example")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)
