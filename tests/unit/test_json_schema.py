"""What editors are told of the format agrees with what the check accepts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from timeline.entries.header import Split, split
from timeline.entries.schema import VOCABULARY
from timeline.exports.json_schema import schemas

REPOSITORY = Path(__file__).parents[2]
SITES = (REPOSITORY, REPOSITORY / "tests" / "sites" / "valley")
SETTINGS = json.loads((REPOSITORY / ".vscode" / "settings.json").read_text("utf-8"))


class Loader(yaml.CSafeLoader):
    """YAML as editors type it: numbers and truth, but no dates."""


Loader.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in resolvers if not tag.endswith(":timestamp")]
    for sign, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(schemas()[f"{name}.json"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(name: str, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(value)]


def header(path: Path) -> Any:
    parted = split(path.read_text("utf-8"))
    assert isinstance(parted, Split)
    return yaml.load(parted.header, Loader)  # noqa: S506 - a safe loader, with fewer types


@pytest.mark.parametrize("name", VOCABULARY)
@pytest.mark.parametrize("site", SITES, ids=["content", "valley"])
def test_every_vocabulary_fits_its_schema(site: Path, name: str) -> None:
    file = site / "content" / "vocabulary" / f"{name}.yaml"
    assert faults(name, yaml.load(file.read_text("utf-8"), Loader)) == []  # noqa: S506 - as above


@pytest.mark.parametrize("site", SITES, ids=["content", "valley"])
def test_the_header_of_every_entry_fits_the_schema(site: Path) -> None:
    entries = [path for path in sorted(site.glob("content/events/*/*.md")) if ".ar." not in path.name]
    assert entries
    check = validator("entry")
    assert [path.name for path in entries if list(check.iter_errors(header(path)))] == []


@pytest.mark.parametrize(
    ("key", "value", "path"),
    [
        ("title", "", "$.title"),
        ("titel", "A title", "$"),
        ("date", "14 June 2018", "$.date"),
        ("places", "hajin", "$.places"),
        ("places", ["hajin", "hajin"], "$.places"),
        ("kind", "Ground offensive", "$.kind"),
        ("draft", False, "$.draft"),
        ("sources", [{"id": "a"}], "$.sources[0]"),
    ],
)
def test_a_faulty_header_is_refused_where_it_is_wrong(key: str, value: Any, path: str) -> None:
    entry = header(REPOSITORY / "tests/sites/valley/content/events/2018/2018-06-13-town-contested.md")
    assert faults("entry", entry) == []
    told = faults("entry", {**entry, key: value})
    assert {each.split(":")[0] for each in told} == {path}


def test_the_editor_finds_the_schema_of_each_vocabulary() -> None:
    wanted = {f".vscode/schemas/{name}.json": f"content/vocabulary/{name}.yaml" for name in VOCABULARY}
    assert SETTINGS["yaml.schemas"] == wanted
    assert SETTINGS["files.eol"] == "\n"


def test_each_snippet_becomes_the_lines_of_its_block() -> None:
    made = json.loads((REPOSITORY / ".vscode" / "timeline.code-snippets").read_text("utf-8"))
    assert list(made) == ["Entry", "Source", "Account", "Correction"]
    assert made["Account"]["body"] == [
        "- by: ${1:whose version it is: an id of actors.yaml or publishers.yaml}",
        "  says: ${2:the version, with footnote marks}",
    ]
    assert made["Entry"]["body"][0] == made["Entry"]["body"][-2] == "---"
