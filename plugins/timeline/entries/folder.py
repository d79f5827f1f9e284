"""What each path under `content/` is for, so that every file is accounted for: used, or a problem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from timeline.entries.devices import device
from timeline.entries.problem import Problem, found, nearest
from timeline.entries.vocabulary import KINDS_OF_VOCABULARY

ACCEPTED = "content/accepted.yaml"
BASEMAP = "content/basemap.yaml"
VOCABULARY = re.compile(r"content/vocabulary/([^/]+)\.yaml")


def role(path: str) -> str:
    """`entry`, `sibling`, `page`, `vocabulary`, `accepted`, `basemap`, or '' for a path that has no use here."""
    if path in {ACCEPTED, BASEMAP}:
        return "accepted" if path == ACCEPTED else "basemap"
    if path.startswith("content/events/") and path.endswith(".md"):
        return "sibling" if re.search(r"\.[A-Za-z]{2}\.md$", path) else "entry"
    if re.fullmatch(r"content/pages/[^/]+\.md", path):
        return "page"
    match = VOCABULARY.fullmatch(path)
    return "vocabulary" if match and match[1] in KINDS_OF_VOCABULARY else ""


def stray(path: str) -> Problem:
    """The problem of a path without a role: what was probably meant."""
    name = PurePosixPath(path)
    ending = name.suffix or name.name
    if name.name.startswith("."):
        must = f"hidden files must not stand here; remove it ({found(name.name)})"
    elif path.startswith("content/vocabulary/"):
        hint = (
            nearest(name.stem, KINDS_OF_VOCABULARY)
            or f"; the files are {', '.join(f'{each}.yaml' for each in KINDS_OF_VOCABULARY)}"
        )
        must = f"must be a vocabulary that is known ({found(name.name)}{hint})"
    elif path.startswith(("content/events/", "content/pages/")):
        must = f"the file name must end in .md, in small letters ({found(ending)})"
    else:
        where = "must be in events/, pages/ or vocabulary/, or be basemap.yaml or accepted.yaml"
        must = f"{where}; move or remove it ({found(path.removeprefix('content/'))})"
    return Problem(path, 1, 1, "file", "stray-file", must)


def collisions(paths: Iterable[str]) -> Iterator[Problem]:
    """Paths that some systems take for one, by case or Unicode form, or cannot make."""
    first: dict[str, str] = {}
    for path in sorted(paths):
        if reason := next(filter(None, map(device, path.split("/"))), ""):
            yield Problem(path, 1, 1, "file", "device-name", reason)
        other = first.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            must = f"file names must differ by more than case or Unicode form; rename one (found also {other})"
            yield Problem(path, 1, 1, "file", "path-collision", must)
