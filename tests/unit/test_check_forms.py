"""The forms of the report of `check`, to the letter."""

from __future__ import annotations

import json as standard_json

import pytest

from timeline.commands import check_forms
from timeline.commands.check_forms import FORMS, Report
from timeline.commands.check_line import columns, pointed
from timeline.entries.fix import Edit, Rename
from timeline.entries.mend import Change
from timeline.entries.problem import Problem

ENTRY = "content/events/2018/2018-06-17-town-taken.md"
FILES = {ENTRY: "---\ntitle: Town, 100% taken\nplaces: [هجين, Hajeen]\n---\n".encode()}
PROBLEMS = (
    Problem(ENTRY, 2, 8, "title", "long", "must be 50% shorter, say: \x1b[2J", warning=True, width=4),
    Problem(ENTRY, 3, 10, "places[0]", "alias", "must be the id", width=4, fix=Edit(3, 10, "هجين", "hajin")),
    Problem(ENTRY, 3, 16, "places[1]", "alias", "must be the id", width=6, fix=Edit(3, 16, "Hajeen", "hajin")),
    Problem("content/x.md", 1, 1, "file", "stray-file", "must go", fix=Rename("content/events/x.md")),
)
CHANGES = (Change(ENTRY, 4, "1 June 2018", "2018-06-01"),)
REPORT = Report(PROBLEMS, FILES, "1 entries", CHANGES, elsewhere=7)
LAST = "3 problems, 1 warning (3 can be mended with --fix); 7 elsewhere, not of this change; 1 entries"


def test_plain_is_one_line_a_change_and_a_problem() -> None:
    assert FORMS["plain"](REPORT).split("\n") == [
        f"{ENTRY}:4: 1 June 2018 -> 2018-06-01",
        f"{ENTRY}:2:8: title: warning: must be 50% shorter, say: \ufffd[2J [long]",
        f"{ENTRY}:3:10: places[0]: must be the id",
        f"{ENTRY}:3:16: places[1]: must be the id",
        "content/x.md:1:1: file: must go",
        LAST,
    ]


def test_text_shows_the_line_carets_under_the_part_and_the_fix() -> None:
    assert FORMS["text"](REPORT).split("\n") == [
        f"{ENTRY}:4: 1 June 2018 -> 2018-06-01",
        "",
        f"{ENTRY}:2:8: title: warning: must be 50% shorter, say: \ufffd[2J [long]",
        "    2 | title: Town, 100% taken",
        "      |        ^^^^",
        "",
        f"{ENTRY}:3:10: places[0]: must be the id",
        "    3 | places: [هجين, Hajeen]",
        "      |          ^^^^",
        "      = --fix: هجين -> hajin",
        "",
        f"{ENTRY}:3:16: places[1]: must be the id",
        "    3 | places: [هجين, Hajeen]",
        "      |                ^^^^^^",
        "      = --fix: Hajeen -> hajin",
        "",
        "content/x.md:1:1: file: must go",
        "      = --fix: rename to content/events/x.md",
        "",
        LAST,
    ]


def test_colour_adds_nothing_but_colour() -> None:
    coloured = check_forms.text(REPORT, colour=True)
    assert "\x1b[33m       ^^^^\x1b[0m" in coloured
    assert "\x1b[31m               ^^^^^^\x1b[0m" in coloured
    for code in ("0", "1", "2", "31", "32", "33"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == FORMS["text"](REPORT)


def test_github_gets_annotations_escaped_as_its_runner_reads_them() -> None:
    assert FORMS["github"](REPORT).split("\n") == [
        f"{ENTRY}:4: 1 June 2018 -> 2018-06-01",
        f"::warning file={ENTRY},line=2,col=8,endColumn=12,title=title [long]::must be 50%25 shorter, say: \ufffd[2J",
        f"::error file={ENTRY},line=3,col=10,endColumn=14,title=places[0] [alias]::must be the id%0Afix: هجين -> hajin",
        f"::error file={ENTRY},line=3,col=16,endColumn=22,title=places[1] [alias]::must be the id%0Afix: Hajeen -> hajin",
        "::error file=content/x.md,line=1,col=1,endColumn=2,title=file [stray-file]::must go"
        "%0Afix: rename to content/events/x.md",
        LAST,
    ]


def test_a_file_name_cannot_end_an_annotation_early() -> None:
    report = Report((Problem("content/a,line=9:b%\n::c.md", 1, 1, "file", "stray-file", "must go"),), {}, "")
    assert FORMS["github"](report).split("\n")[0] == (
        "::error file=content/a%2Cline=9%3Ab%25%0A%3A%3Ac.md,line=1,col=1,endColumn=2,title=file [stray-file]::must go"
    )


def test_json_has_its_documented_keys() -> None:
    assert standard_json.loads(FORMS["json"](REPORT)) == {
        "version": 1,
        "ok": False,
        "counts": {"problems": 3, "warnings": 1, "mendable": 3, "elsewhere": 7},
        "totals": "1 entries",
        "changes": [{"path": ENTRY, "line": 4, "was": "1 June 2018", "now": "2018-06-01"}],
        "problems": [
            {
                "path": ENTRY,
                "line": 2,
                "column": 8,
                "end_column": 12,
                "field": "title",
                "code": "long",
                "level": "warning",
                "message": "must be 50% shorter, say: \x1b[2J",
                "fix": None,
            },
            {
                "path": ENTRY,
                "line": 3,
                "column": 10,
                "end_column": 14,
                "field": "places[0]",
                "code": "alias",
                "level": "error",
                "message": "must be the id",
                "fix": {"line": 3, "column": 10, "was": "هجين", "now": "hajin"},
            },
            {
                "path": ENTRY,
                "line": 3,
                "column": 16,
                "end_column": 22,
                "field": "places[1]",
                "code": "alias",
                "level": "error",
                "message": "must be the id",
                "fix": {"line": 3, "column": 16, "was": "Hajeen", "now": "hajin"},
            },
            {
                "path": "content/x.md",
                "line": 1,
                "column": 1,
                "end_column": 2,
                "field": "file",
                "code": "stray-file",
                "level": "error",
                "message": "must go",
                "fix": {"rename": "content/events/x.md"},
            },
        ],
    }
    documented = check_forms.__doc__ or ""
    for key in ("version", "ok", "counts", "totals", "changes", "problems", "end_column", "mendable", "elsewhere"):
        assert key in documented


@pytest.mark.parametrize(
    ("line", "column", "width", "shown", "carets"),
    [
        ("title: Town", 8, 4, "title: Town", "       ^^^^"),
        ("\tpublisher: x", 1, 1, "    publisher: x", "^^^^"),
        ("a\tb: x", 3, 1, "a    b: x", "     ^"),
        ("a: 日本 x", 7, 1, "a: 日本 x", "        ^"),
        ("a: دَيرُ x", 10, 1, "a: دَيرُ x", "       ^"),
        ("a: \u202ex y", 4, 3, "a: \ufffdx ", "   ^^^"),
        ("a: \x1b[2J", 4, 1, "a: \ufffd[2J", "   ^"),
        ("title:", 7, 1, "title:", "      ^"),
    ],
)
def test_carets_stand_under_the_part_as_a_terminal_draws_it(
    line: str, column: int, width: int, shown: str, carets: str
) -> None:
    drawn, below = pointed(line, column, width)
    assert drawn.startswith(shown)
    assert below == carets


@pytest.mark.parametrize("column", [1, 50, 2500, 4990, 5000])
def test_a_long_line_is_shown_around_the_trouble(column: int) -> None:
    line = "".join(chr(ord("a") + number % 26) for number in range(5000))
    drawn, below = pointed(line, column, 1)
    assert columns(drawn) <= 100
    assert drawn[len(below) - 1] == line[column - 1]
    assert drawn.startswith("…") == (column > 100)
    assert drawn.endswith("…") == (column < 4900)


def test_a_part_that_is_wider_than_a_terminal_is_cut() -> None:
    drawn, below = pointed("title: " + "x" * 300, 8, 300)
    assert drawn == "title: " + "x" * 50 + "…"
    assert below == " " * 7 + "^" * 51
