"""The options of `check` on the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.commands.check_forms import FORMS

if TYPE_CHECKING:
    from argparse import ArgumentParser

SWITCHES = {"--fix": "fix", "--watch": "watch", "--all": "all_"}
HERE = Path()


def parser() -> ArgumentParser:
    """All options; `tasks.py` offers the same."""
    from argparse import ArgumentParser

    about = "Every problem of every file under content/, without building and without Pelican."
    made = ArgumentParser("python -m timeline check", description=about, allow_abbrev=False)
    made.add_argument("project", nargs="?", default=HERE, type=Path, help="the project's folder; this one if left out")
    made.add_argument("--fix", action="store_true", help="mend what is certain, print each change, report the rest")
    made.add_argument(
        "--format", dest="format_", choices=FORMS, default="text", help="text for people, or one for programs"
    )
    made.add_argument("--base", default="", metavar="REV", help="only what was changed since a git revision")
    made.add_argument("--watch", action="store_true", help="check again at each change")
    made.add_argument("--all", dest="all_", action="store_true", help="count the sources without an archived copy too")
    return made


def options(arguments: Sequence[str]) -> Mapping[str, Any]:
    """The options by the names of `check.check`. Whatever is not plain is the parser's, which may end the program."""
    plain = _plain(arguments)
    return vars(parser().parse_args(arguments)) if plain is None else plain


def _plain(arguments: Sequence[str]) -> dict[str, Any] | None:
    """Options written out, read as `parser` reads them; importing it would take as long as checking a changed entry.

    None for all else: help, mistakes, `--base=REV`.
    """
    given: dict[str, Any] = {}
    words = iter(arguments)
    for word in words:
        if word in SWITCHES:
            given[SWITCHES[word]] = True
        elif word in {"--base", "--format"}:
            value = next(words, "-")
            if value.startswith("-") or (word == "--format" and value not in FORMS):
                return None
            given["base" if word == "--base" else "format_"] = value
        elif word.startswith("-") or "project" in given:
            return None
        else:
            given["project"] = Path(word)
    return {"project": HERE, **given}
