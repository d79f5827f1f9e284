"""The workbench: in the preview, with everything that the content lacks, and in no published site."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from shutil import copytree

import pytest

from timeline.pelican_side.run import build

VALLEY = Path(__file__).parent / "valley"
THEME = Path(__file__).parents[2] / "theme"


class Sections(HTMLParser):
    """The words of each section by the id of its heading."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, list[str]] = {}
        self.open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "section":
            self.open = dict(attrs)["aria-labelledby"] or ""
            self.words[self.open] = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "section":
            self.open = ""

    def handle_data(self, data: str) -> None:
        if self.open and data.strip():
            self.words[self.open].append(" ".join(data.split()))


@pytest.fixture
def valley(tmp_path: Path) -> Path:
    """A copy of the valley that may be changed."""
    copytree(VALLEY / "content", tmp_path / "content")
    settings = (VALLEY / "pelicanconf.py").read_text("utf-8").replace("../../../theme", str(THEME))
    (tmp_path / "pelicanconf.py").write_text(settings, "utf-8")
    return tmp_path


def preview(project: Path) -> dict[str, str]:
    """The HTML files of the preview by path."""
    output = project / ".cache" / "preview"
    assert build(project, output=output, preview=True).ok
    return {path.relative_to(output).as_posix(): path.read_text("utf-8") for path in output.rglob("*.html")}


def sections(page: str) -> dict[str, list[str]]:
    """The words of each section."""
    reader = Sections()
    reader.feed(page)
    return reader.words


def test_the_workbench_lists_what_the_content_lacks(valley: Path) -> None:
    with (valley / "content" / "vocabulary" / "places.yaml").open("a", encoding="utf-8") as places:
        places.write("- id: spare\n  names: {en: Spare}\n  precision: unlocated\n")
    entry = valley / "content" / "events" / "2019" / "2019-02-03-talks-open.md"
    entry.write_text(entry.read_text("utf-8").replace("confidence: reported", "confidence: disputed"), "utf-8")
    found = sections(preview(valley)["workbench/index.html"])
    assert found == {
        "warnings": [
            *("Warnings", "1", "content/vocabulary/places.yaml:20:1"),
            *("spare", ":", "should be used by an entry, or removed (found spare)"),
        ],
        "drafts": ["Drafts", "1", "1 March 2019", "A draft that nobody reads yet"],
        "disputed": [
            *("Disputed, without the rival accounts", "1"),
            *("from possibly 3 February 2019 on", "Talks open"),
        ],
        "alone": [
            *("Claims that go back to one source", "4", "The list"),
            *("from 1 to about 14 June 2018", "The northern army begins its march & says so", "Herald"),
            *("July 2018", "Bread arrives by boat", "Herald"),
            *("from possibly 3 February 2019 on", "Talks open", "The Wire"),
            *("1 March 2019", "A draft that nobody reads yet", "The Wire"),
        ],
        "thin": [
            *("Months with few events", "10", "June 2018", "2 events", "July 2018", "1 event"),
            *("August 2018", "0 events", "September 2018", "0 events", "October 2018", "0 events"),
            *("November 2018", "0 events", "December 2018", "0 events", "January 2019", "0 events"),
            *("February 2019", "1 event", "March 2019", "1 event"),
        ],
        "archive": ["Sources without an archived copy", "6 of 7"],
        "unnamed": [
            *("Names missing in a language", "kinds, Arabic", "1", "Aid", "aid"),
            *("places, Arabic", "3", "Upper Town", "upper-town-south", "Old Ferry", "old-ferry", "Spare", "spare"),
        ],
    }


def test_every_page_of_the_preview_leads_to_the_workbench(valley: Path) -> None:
    pages = preview(valley)
    assert [path for path, text in pages.items() if 'href="/valley/workbench/"' not in text] == []


def test_lists_of_the_preview_mark_drafts(valley: Path) -> None:
    row = preview(valley)["index.html"].partition("/events/a-draft/")[2].partition("</li>")[0]
    assert '<p class="card__draft">' in row


def test_event_pages_of_the_preview_name_the_file_and_where_it_is_edited(valley: Path) -> None:
    page = preview(valley)["events/talks-open/index.html"]
    path = "content/events/2019/2019-02-03-talks-open.md"
    assert f'<code id="file" dir="ltr">{path}</code>' in page
    assert f'href="https://code.example/valley/edit/main/{path}"' in page


def test_a_new_warning_changes_the_workbench_at_the_next_build(valley: Path) -> None:
    assert sections(preview(valley)["workbench/index.html"])["warnings"] == ["Warnings", "0", "None."]
    old = valley / "content" / "events" / "2018" / "2018-07-bread-arrives.md"
    old.rename(old.with_name("2018-08-bread-arrives.md"))
    found = sections(preview(valley)["workbench/index.html"])["warnings"]
    assert found[:3] == ["Warnings", "1", "content/events/2018/2018-08-bread-arrives.md:3:7"]


def test_no_published_site_has_a_workbench_or_names_a_file(valley: Path) -> None:
    output = valley / "output"
    assert build(valley, output=output).ok
    texts = {path.relative_to(output).as_posix(): path.read_text("utf-8") for path in output.rglob("*.html")}
    assert [path for path, text in texts.items() if re.search(r"workbench|id=\"file\"", text)] == []
    assert not (output / "workbench").exists()
