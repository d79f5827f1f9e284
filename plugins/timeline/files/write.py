"""Files of the site written into a folder that nobody reads yet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class WrittenTwiceError(Exception):
    """Two parts of the site want the same file. The message names it."""


def write_files(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> int:
    """Write files by POSIX path below `folder`, text as UTF-8 with LF; gives their number.

    Raises WrittenTwiceError for a path that was written before, compared without case, as some systems do.
    """
    seen: set[str] = set()
    made: set[Path] = set()
    for path, data in files:
        if path.casefold() in seen:
            raise WrittenTwiceError(
                f"{path}: every file of the site must have one origin (found two); rename one page or entry"
            )
        seen.add(path.casefold())
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(data.encode() if isinstance(data, str) else data)
    return len(seen)
