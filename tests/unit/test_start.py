"""`start` makes a timeline of another subject that builds at once; six properties set its look."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from timeline.chronicle.review import review
from timeline.commands.build import build as build_task
from timeline.commands.literals import read_literals
from timeline.commands.preview_worker import build as worker_build
from timeline.commands.start import SKELETON, start, way_to
from timeline.entries.check import check
from timeline.files.tree import read_folder, read_tree
from timeline.pages.look import contrast, faults, sheet
from timeline.pelican_side.run import build, settings_of
from timeline.pelican_side.settings import SettingsError, catalogue, check_settings

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A timeline that was just started, and built."""
    folder = tmp_path_factory.mktemp("next") / "lighthouse"
    assert start(REPOSITORY, folder) == 0
    outcome = build(folder)
    assert outcome.problems == ()
    assert outcome.events == 3
    return folder


def test_a_new_timeline_has_no_problem_and_nothing_left_to_accept(made: Path) -> None:
    tree = read_tree(made)
    content = check(tree.files, tree.problems)
    assert list(map(str, review(content, tree.files))) == []
    assert content.totals() == "3 entries: 3 published, 0 drafts, 0 refused; 2 pages: 2 published, 0 refused"


def test_the_guide_shows_an_entry_of_the_sample_as_it_stands() -> None:
    guide = (SKELETON / "CONTRIBUTING.md").read_text("utf-8")
    entry = SKELETON / "content" / "events" / "1902" / "1902-02-03-scaffold-falls.md"
    assert f"```markdown\n{entry.read_text('utf-8')}```\n" in guide


def test_a_template_of_its_own_is_used_in_place_of_the_themes(made: Path) -> None:
    page = (made / "output" / "index.html").read_text("utf-8")
    assert '<p class="footer__promise">The lighthouse at North Point. ' in page
    assert "footer__address" not in page


def test_the_look_of_the_settings_is_a_sheet_after_the_themes(made: Path) -> None:
    page = (made / "output" / "index.html").read_text("utf-8")
    sheets = re.findall(r'<link rel="stylesheet" href="/assets/\w+/css/([\w-]+)\.css"', page)
    assert sheets.index("site") < sheets.index("look")
    look = next((made / "output" / "assets").glob("*/css/look.css")).read_text("utf-8")
    assert look == "@layer tokens {\n  :root {\n    --river: light-dark(#1d4f8a, #9cc3ff);\n  }\n}\n"
    assert "style=" not in page


def test_its_settings_lead_to_the_generator_and_are_plain_values(made: Path) -> None:
    settings = read_literals((made / "pelicanconf.py").read_text("utf-8"))
    assert (made / str(settings["THEME"])).resolve() == REPOSITORY / "theme"
    assert not [
        path for path in made.rglob("*") if path.is_file() and "output" not in path.parts and b"@" in path.read_bytes()
    ]


def test_its_published_settings_are_its_own_and_not_the_generators(made: Path) -> None:
    for project, title in (
        (REPOSITORY, read_literals((REPOSITORY / "pelicanconf.py").read_text("utf-8"))["SITENAME"]),
        (made, "The lighthouse at North Point"),
    ):
        settings = settings_of(project, "publishconf.py")
        assert settings["SITENAME"] == title
        assert (settings["SITEURL"], str(project) in sys.path[:1]) == ("", False)


def test_its_tasks_are_those_of_the_generator_run_on_it(tmp_path: Path) -> None:
    generator = tmp_path / "generator"
    generator.mkdir()
    (generator / "tasks.py").write_text(
        "import os, sys\nprint(os.environ['TIMELINE_SITE'], *sys.argv[1:])\nsys.exit(3)\n", "utf-8"
    )
    start(generator, tmp_path / "next")
    command = [sys.executable, str(tmp_path / "next" / "tasks.py"), "check", "--fix"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (3, f"{tmp_path / 'next'} check --fix\n")


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert start(REPOSITORY, tmp_path) == 1
    assert list(read_folder(tmp_path)) == ["mine.txt"]
    assert capsys.readouterr().err == f"{tmp_path}: must be missing or an empty folder. Nothing was written.\n"


def test_a_fresh_repository_is_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert start(REPOSITORY, tmp_path) == 0
    assert (tmp_path / "pelicanconf.py").is_file()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert start(REPOSITORY, tmp_path / "file" / "next") == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path / 'file'}")


def test_a_generator_in_a_folder_of_any_name_is_found(tmp_path: Path) -> None:
    generator = tmp_path / 'the "old\\new" one'
    generator.mkdir()
    (generator / "tasks.py").write_text("print('found')", "utf-8")
    assert start(generator, tmp_path / "next") == 0
    command = [sys.executable, str(tmp_path / "next" / "tasks.py"), "check"]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stdout == "found\n"
    settings = read_literals((tmp_path / "next" / "pelicanconf.py").read_text("utf-8"))
    assert (tmp_path / "next" / str(settings["THEME"])).resolve() == generator / "theme"


def test_where_no_relative_way_leads_to_the_generator_it_is_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other_drive(_path: Path, _start: Path) -> str:
        raise ValueError

    assert way_to(tmp_path / "a" / "generator", tmp_path / "b" / "next") == "../../a/generator"
    monkeypatch.setattr("os.path.relpath", other_drive)
    assert way_to(tmp_path / "generator", tmp_path / "next") == (tmp_path / "generator").as_posix()


def test_the_sample_names_no_real_host() -> None:
    texts = b"\n".join(read_folder(SKELETON).values()).decode()
    hosts = set(re.findall(r"https?://([\w.-]+)", texts))
    assert {host for host in hosts if not host.endswith((".example", "example.org", "127.0.0.1"))} == set()


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ({"paper": ["#ffffff", "#000000"], "ink": ["#000000", "#ffffff"]}, ""),
        ({"serif": 'Georgia, "Noto Serif", serif'}, ""),
        (
            {"papper": ["#ffffff", "#000000"]},
            "must be of paper, wash, ink, river, serif, sans (found papper; did you mean paper?",
        ),
        ({"wash": "#ffffff"}, "wash: must be two colours, light and dark"),
        ({"ink": ["black", "#ffffff"]}, "ink: must be two colours, light and dark"),
        ({"sans": "x; } body { display: none"}, "sans: must be typefaces"),
        (
            {"river": ["#ffff00", "#74c7db"]},
            "river: must stand out from paper by 4.5:1 (found #ffff00 on #fbfbf8, 1.0:1)",
        ),
        ({"ink": ["#777777", "#e9ebe6"]}, "ink: must stand out from paper by 10:1"),
        ("dark", "must be properties with values"),
    ],
)
def test_a_look_that_could_not_be_read_is_refused_by_name(look: Any, told: str) -> None:
    settings = {"TIMELINE": {"format": 1, "authority": "a.example,2026", "look": look}}
    if not told:
        assert check_settings(settings)["look"] == look
        return
    with pytest.raises(SettingsError) as refused:
        check_settings(settings)
    assert str(refused.value).startswith("TIMELINE['look']: ")
    assert told.partition("; ")[0] in str(refused.value)


def test_paler_text_is_mixed_so_that_it_can_be_read_on_any_paper() -> None:
    made = sheet({"ink": ["#404040", "#cccccc"], "paper": ["#ffffff", "#000000"]})
    assert made.count("color-mix(in srgb, var(--ink) 80%, var(--paper))") == 2
    assert list(faults({"ink": ["#404040", "#cccccc"], "paper": ["#ffffff", "#000000"]})) == []
    assert contrast("#666666", "#ffffff") > 4.5  # four parts of #404040 to one of #ffffff
    assert contrast("#a3a3a3", "#000000") > 4.5
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"map": True,', '"map": True,,', "pelicanconf.py:15: a comma, a quotation mark or a bracket is wrong here"),
        ('"map": True,', '"map": true,', "pelicanconf.py: name 'true' is not defined"),
        ('"map": True,', '"map": "no",', "TIMELINE['map']: must be True or False (found no)"),
        ('"map": True,', '"mapp": True,', "TIMELINE['mapp']: must be a known setting (found mapp; did you mean map?)"),
        (
            '"languages": ["en"],',
            '"languages": "en",',
            "TIMELINE['languages']: must be a list, as in ['en'] (found en)",
        ),
        (
            '"languages": ["en"],',
            '"languages": ["ar"],',
            "TIMELINE['languages']: must name en too, the DEFAULT_LANG (found ar)",
        ),
        (
            '"languages": ["en"],',
            '"languages": ["English"],',
            "TIMELINE['languages']: must be codes of two small letters, as in ['en', 'ar'] (found English)",
        ),
        ('DEFAULT_LANG = "en"', 'DEFAULT_LANG = "fr"', "TIMELINE['languages']: must name fr too"),
        ("/theme", "/nowhere", "pelicanconf.py: Could not find the theme "),
    ],
)
def test_a_slip_in_the_settings_is_told_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, told: str
) -> None:
    start(REPOSITORY, tmp_path / "mine")
    settings = tmp_path / "mine" / "pelicanconf.py"
    whole = settings.read_text("utf-8")
    assert old in whole
    settings.write_text(whole.replace(old, new, 1), "utf-8")
    assert build_task(tmp_path / "mine") == 1
    assert capsys.readouterr().err.startswith(told)
    request = {"project": str(tmp_path / "mine"), "output": str(tmp_path / "preview")}
    assert str(worker_build(request, {})["crash"]).startswith(told)


def test_a_language_that_the_theme_does_not_speak_is_named() -> None:
    strings = REPOSITORY / "theme" / "strings"
    with pytest.raises(
        SettingsError, match=r"^DEFAULT_LANG: must be of ar, en, the languages of the theme \(found fr\)$"
    ):
        catalogue(strings, "fr")
    with pytest.raises(SettingsError, match=r"^THEME: must lead to a theme of this generator"):
        catalogue(strings.parent / "nowhere", "en")
