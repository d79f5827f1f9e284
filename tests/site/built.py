"""The real site as it was built: its files, its pages, and one page of every type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PROJECT = Path(__file__).parents[2]
SAMPLE = 32 * 1024  # characters
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
        """A page of every type by the type's name: the largest of those below 32 KiB, which has nearly every part."""
        return self._largest(SAMPLE)

    @cached_property
    def largest(self) -> dict[str, str]:
        """The largest page of every type by the type's name."""
        return self._largest()

    def _largest(self, limit: int = 0) -> dict[str, str]:
        """The largest page of every type that stays below `limit`; where none does, the smallest."""
        sizes: dict[str, dict[str, int]] = {}
        for path, text in self.pages.items():
            sizes.setdefault(type_of(path, text), {})[path] = len(text)
        return {
            name: max(pages, key=lambda path: -pages[path] if limit and pages[path] > limit else limit + pages[path])
            for name, pages in sizes.items()
        }

    def at(self, path: str) -> str:
        """The address at which a browser finds the page of a file."""
        return self.address + path.removesuffix("index.html")


def type_of(path: str, text: str) -> str:
    """The type of a page: `timeline`, `year/*`, `places`, `places/*`, `events/* disputed`, `about`."""
    first, *rest = path.removesuffix("index.html").strip("/").split("/")
    name = "/".join(["year" if YEAR.fullmatch(first) else first or "timeline", *("*" for _ in rest)])
    return f"{name} disputed" if name == "events/*" and 'id="accounts"' in text else name
