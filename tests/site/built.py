"""The real site as it was built: its files, its pages, and one page of every type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PROJECT = Path(__file__).parents[2]
YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Built:
    """folder: of the output; address: at which a browser finds its front page; site: SITEURL, '' where unset."""

    folder: Path
    address: str
    site: str = ""

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file by its path from the folder."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path for path in found}

    @cached_property
    def pages(self) -> dict[str, str]:
        """The HTML of every page by the path of its file."""
        return {name: path.read_text("utf-8") for name, path in self.files.items() if name.endswith(".html")}

    @cached_property
    def samples(self) -> dict[str, str]:
        """The largest page of every type by the type's name: a large page has every part that its type can have."""
        largest: dict[str, str] = {}
        for path, text in self.pages.items():
            kind = type_of(path, text)
            if kind not in largest or len(text) > len(self.pages[largest[kind]]):
                largest[kind] = path
        return largest

    def at(self, path: str) -> str:
        """The address at which a browser finds the page of a file."""
        return self.address + path.removesuffix("index.html")


def type_of(path: str, text: str) -> str:
    """The type of a page: `timeline`, `year/*`, `places`, `places/*`, `events/* disputed`, `about`."""
    first, *rest = path.removesuffix("index.html").strip("/").split("/")
    name = "/".join(["year" if YEAR.fullmatch(first) else first or "timeline", *("*" for _ in rest)])
    return f"{name} disputed" if name == "events/*" and 'id="accounts"' in text else name
