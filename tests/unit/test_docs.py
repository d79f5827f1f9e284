"""The documentation is held against the code: every key, task and setting is in it, and its example is an entry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tasks import tasks as tasks_of_the_project
from timeline.commands.docs import SAMPLE, SAMPLE_GUIDE, docs, documents
from timeline.entries import schema
from timeline.entries.accepted import LATER
from timeline.entries.check import check
from timeline.entries.dates import parse
from timeline.files.tree import read_tree
from timeline.pelican_side.settings import KEYS

REPOSITORY = Path(__file__).resolve().parents[2]
CONTRIBUTING = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
PAGE = (REPOSITORY / "content" / "pages" / "contribute.md").read_text("utf-8")
README = (REPOSITORY / "README.md").read_text("utf-8")
TABLES = {
    "an entry": schema.ENTRY,
    "a source": schema.SOURCE,
    "an account": schema.ACCOUNT,
    "a correction": schema.CORRECTION,
}


def test_all_that_is_generated_is_current() -> None:
    """After a change of the format or the settings, `python3 tasks.py docs` brings these files up to date."""
    wanted = documents(REPOSITORY)
    assert len(wanted) == 14
    assert [path for path, text in wanted.items() if (REPOSITORY / path).read_bytes() != text.encode()] == []


def test_a_table_is_written_anew_where_it_stands(tmp_path: Path) -> None:
    for path in ("CONTRIBUTING.md", "README.md", "content/pages/contribute.md", SAMPLE, SAMPLE_GUIDE):
        text = (REPOSITORY / path).read_text("utf-8")
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        stale = text.replace("what happened, in one line", "old words").replace(
            "version of the entry format", "old words"
        )
        (tmp_path / path).write_text(stale.replace("title: Army enters town", "title: old words"), "utf-8")
    page = tmp_path / "content/pages/contribute.md"
    assert docs(tmp_path) == 0
    for path in ("CONTRIBUTING.md", "README.md", SAMPLE, SAMPLE_GUIDE):
        kept = (REPOSITORY / path).read_text("utf-8").replace("title: Army enters town", "title: old words")
        assert (tmp_path / path).read_text("utf-8") == kept
    assert "| title | yes | what happened, in one line |" in page.read_text("utf-8")
    assert "    title: old words\n" in page.read_text("utf-8")  # the page shows the example of the guide


@pytest.mark.parametrize("name", TABLES)
def test_every_key_stands_in_both_guides_in_the_words_of_the_schema(name: str) -> None:
    for key in TABLES[name]:
        needed = "yes" if key.required else "no"
        assert f"| `{key.name}` | {needed} | {key.says} |" in CONTRIBUTING
        escaped = key.says.replace("[", r"\[").replace("]", r"\]")
        assert f"| {key.name} | {needed} | {escaped} |" in PAGE


def test_the_guide_names_every_key_of_vocabularies_pages_siblings_and_acceptances() -> None:
    keys = [*schema.ITEM, *schema.PAGE, *schema.SIBLING, *schema.ACCEPTED]
    keys += [key for table in schema.VOCABULARY.values() for key in table]
    assert [key.name for key in keys if f"`{key.name}`" not in CONTRIBUTING] == []
    assert [name for name in schema.VOCABULARY if f"`{name}.yaml`" not in CONTRIBUTING] == []
    assert [name for name in schema.RESERVED if f"`{name}`" not in CONTRIBUTING] == []


@pytest.mark.parametrize("text", [CONTRIBUTING, PAGE], ids=["CONTRIBUTING.md", "contribute page"])
def test_the_example_has_every_key_with_what_it_is_for_and_no_problem(text: str) -> None:
    match = re.search(r"```(?:markdown)?\n(---\n.*?)```", text, re.DOTALL)
    assert match
    example = match[1]
    assert [key.name for key in schema.ENTRY if not re.search(rf"^{key.name}:", example, re.MULTILINE)] == []
    blocks = (*schema.SOURCE, *schema.ACCOUNT, *schema.CORRECTION)
    assert [key.name for key in blocks if not re.search(rf"^  [- ] {key.name}:", example, re.MULTILINE)] == []
    for key in (*schema.ENTRY, *blocks):
        comment = f"# {'' if key.required else 'optional: '}{key.says}"
        assert re.search(rf"^ *{re.escape(comment)}\n *(- )?{key.name}:", example, re.MULTILINE)
    files = dict(read_tree(REPOSITORY / "tests" / "sites" / "valley").files)
    path = "content/events/2018/2018-06-13-upper-town-entered.md"
    checked = check({**files, path: example.encode()})
    assert list(map(str, checked.problems)) == []
    assert path in {event.path for event in checked.events}


def test_the_guide_tells_of_the_warnings_that_are_given_and_of_no_other() -> None:
    expected = (REPOSITORY / "tests" / "invalid" / "expected.txt").read_text("utf-8")
    given = {*re.findall(r": warning: .*\[([\w-]+)\]$", expected, re.MULTILINE), *LATER}
    table = CONTRIBUTING.split("| Code | What is doubtful |")[1].split("\n\n")[0]
    told = {code for row in table.splitlines() for code in re.findall(r"`([\w-]+)`", row.split(" | ")[0])}
    assert given <= told
    source = "".join(path.read_text("utf-8") for path in (REPOSITORY / "plugins" / "timeline").glob("[ce]*/*.py"))
    assert [code for code in sorted(told) if f'"{code}"' not in source] == []


def test_the_dates_in_the_guide_are_read() -> None:
    table = CONTRIBUTING.split("## Dates")[1].split("## The text")[0]
    dates = [
        date for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for date in re.findall(r"`'?([^`']+)'?`", row)
    ]
    assert len(dates) == 9
    assert [parse(date).text for date in dates] == dates


def test_the_readme_names_every_task_and_every_setting() -> None:
    tasks = tasks_of_the_project()
    assert {"build", "check", "publish", "serve", "test"} <= tasks.keys()
    assert [task for task in tasks if f"`python3 tasks.py {task.replace('_', '-')}" not in README] == []
    assert [key for key in KEYS if f"`{key}`" not in README] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"])
def test_every_file_that_a_guide_points_to_is_there(name: str) -> None:
    text = (REPOSITORY / name).read_text("utf-8")
    targets = [
        each for each in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text) if "://" not in each and not each[:4].isdigit()
    ]
    assert [target for target in targets if not (REPOSITORY / target).exists()] == []
