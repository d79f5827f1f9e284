"""One bad file per message below `content/`, all of them in one run: the report is `expected.txt`, to the letter.

After a change of wording: `python tests/invalid/test_report.py > tests/invalid/expected.txt`, and read the difference.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from timeline.entries.check import Content, check
from timeline.files.tree import read_tree

HERE = Path(__file__).parent
ENTRIES = HERE.parents[1] / "plugins" / "timeline" / "entries"
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
TELLING = {"refuse", "warn", "report", "Refusal", "Problem", "Mistake", "fault", "Fault", "_at_item", "_refused"}

# Codes of what no file in this folder can show, and the test that shows it.
ELSEWHERE = {
    "byte-order-mark": "test_decode",
    "line-ends": "test_decode",
    "empty-file": "test_decode",
    "too-large": "test_decode, test_tree",
    "not-a-file": "test_tree",
    "no-content": "test_tree",
    "path-collision": "test_folder",
    "device-name": "test_windows",
    "no-plate": "test_basemap",
    "no-point": "test_basemap",
    "unused-item": "test_cross",
    "not-needed": "test_cross",
}


def content() -> Content:
    """The invalid folder, checked."""
    tree = read_tree(HERE)
    return check(tree.files, tree.problems)


def report() -> str:
    """The report as the terminal shows it, with the totals."""
    checked = content()
    return "\n".join([*map(str, checked.problems), checked.totals()]) + "\n"


def test_every_problem_of_every_file_is_told_in_one_run_with_its_exact_text() -> None:
    assert report() == (HERE / "expected.txt").read_text("utf-8")


def test_every_file_is_published_or_named_in_the_report() -> None:
    checked = content()
    named = {problem.path for problem in checked.problems if not problem.warning}
    used = {event.path for event in checked.events} | {page.path for page in checked.pages}
    files = {path.relative_to(HERE).as_posix() for path in (HERE / "content").rglob("*") if path.is_file()}
    entries = {path for path in files if re.fullmatch(r"content/(events|pages)/.*\.md", path)}
    assert {path for path in entries if not re.search(r"\.[a-z]{2}\.md$", path)} <= named | used
    assert not named & used


def codes_of(source: str) -> Iterator[str]:
    """The codes in calls that report a problem and in tuples that are given back to one."""
    for node in ast.walk(ast.parse(source)):
        inside: list[ast.expr] = []
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in TELLING:
            inside = node.args
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            inside = node.value.elts
        for each in inside:
            if isinstance(each, ast.Constant) and isinstance(each.value, str) and CODE.fullmatch(each.value):
                yield each.value


def test_every_message_of_the_readers_has_its_file() -> None:
    codes = {code for path in ENTRIES.glob("*.py") for code in codes_of(path.read_text("utf-8"))}
    people = check(read_tree(HERE / "people").files)
    shown = {problem.code for problem in (*content().problems, *people.problems)} | ELSEWHERE.keys()
    assert len(codes) > 40
    assert codes - shown == set()


if __name__ == "__main__":
    print(report(), end="")
