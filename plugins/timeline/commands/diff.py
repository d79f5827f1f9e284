"""`diff`: what changes for readers between a git revision and the working tree, as a page and as a summary."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from timeline.chronicle.changes import compare
from timeline.commands.revision import Revision, RevisionError, read_revision
from timeline.commands.states import SETTINGS, Settings, Side, read_settings, read_side
from timeline.entries.problem import Problem
from timeline.files.tree import read_folder, read_tree
from timeline.pages.changes_page import ChangesPage, page_text
from timeline.pages.changes_report import Compared
from timeline.pages.changes_summary import summary
from timeline.pages.look import SHEET
from timeline.pages.render import Renderer, make_environment
from timeline.pages.site import Site
from timeline.pelican_side.settings import SettingsError, make_site, overrides, with_look

# What a row needs; the report brings the rest.
SHEETS = ("tokens", "base", "list", "card", "key", "phases", "lines", "dates")
REPORT = ".cache/diff"


def diff(project: Path, base: str, *, strict: bool = False) -> int:
    """Write `.cache/diff/index.html` and `summary.md`, say what they hold, return an exit code.

    1 for errors of the working tree, for a base or settings that cannot be read, and with `strict` for addresses that
    would vanish; else 0. Nothing of the base is run: its files come from git, its settings are read as plain values.
    """
    try:
        revision = read_revision(project, base, ("content", *SETTINGS))
        settings = _settings({name: (project / name).read_bytes() for name in SETTINGS if (project / name).is_file()})
        theme = project / str(settings["THEME"])
        statics = with_look(read_folder(theme / "static"), settings)
        site = make_site({**settings, "THEME": theme}, statics)
    except (RevisionError, SettingsError) as error:
        print(error, file=sys.stderr)
        return 1
    head = read_side(read_tree(project), site, settings)
    old, notes = _base(revision, site, settings, theme)
    changes = compare(old.state, head.state)
    folders = [*(project / str(each) for each in overrides(settings)), theme / "templates"]
    renderers = (_renderer(site, folders), _renderer(site, folders))
    maker = ChangesPage(changes, old.state.chronicle, head.state.chronicle, site, renderers)
    warnings = tuple(_new_warnings(old, head))
    report = maker.report(Compared(revision.name, revision.commit, notes, head.errors, warnings, old.errors))
    sheets = (*(f"css/{sheet}.css" for sheet in SHEETS), SHEET)
    styles = "\n".join(statics[sheet].decode() for sheet in sheets if sheet in statics)
    page = page_text(report, renderers[1], styles, statics["symbols.svg"].decode())
    _write(project / REPORT, {"index.html": page, "summary.md": summary(report, site.strings)})
    counts = "; ".join(f"{count.title} {count.number}" for count in report.counts)
    print(*head.errors, counts or site.strings.text("diff.nothing"), sep="\n")
    print(f"{REPORT}/index.html is the report, {REPORT}/summary.md its summary")
    return int(bool(head.errors) or (strict and bool(changes.gone)))


def _settings(files: dict[str, bytes]) -> Settings:
    """The settings that the files state. Raises SettingsError."""
    try:
        return read_settings(files)
    except SyntaxError as error:
        raise SettingsError(f"the settings cannot be read: line {error.lineno}: {error.msg}") from error
    except ValueError as error:
        raise SettingsError(f"the settings cannot be read: {error}") from error


def _base(revision: Revision, site: Site, settings: Settings, theme: Path) -> tuple[Side, tuple[str, ...]]:
    """The base under its own settings, or under those of the working tree with a note why."""
    try:
        own = _settings(dict(revision.tree.files))
        made = make_site({**own, "THEME": theme}, {})
    except SettingsError as error:
        return read_side(revision.tree, site, settings), (site.strings.text("diff.settings-unread", reason=str(error)),)
    return read_side(revision.tree, made, own), ()


def _renderer(site: Site, folders: Sequence[Path]) -> Renderer:
    """A renderer whose symbols are those in the report itself: the address of their file is ''."""
    renderer = Renderer(make_environment(folders), replace(site, preview=False), ())
    renderer.environment.globals["asset"] = lambda _path: ""
    return renderer


def _new_warnings(old: Side, head: Side) -> list[Problem]:
    """The warnings that the base did not have, wherever in their file they stood."""
    known = {replace(problem, line=0, column=0) for problem in old.problems}
    return [each for each in head.problems if each.warning and replace(each, line=0, column=0) not in known]


def _write(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
