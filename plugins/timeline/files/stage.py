"""A folder is replaced whole: written beside its place and swapped in. A kill leaves it old or new, never mixed.

Beside `output/` stand, while a build runs, `.output.new-<pid>` (what is being written) and, only where the system has
no atomic exchange of folders, for a moment `.output.old-<pid>`. The next build clears both away.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from timeline.files.exchange import exchange

PATIENCE, MOMENT = 40, 0.05  # how often Windows is asked, and seconds between
MARKER = ".timeline-output"
MARKER_TEXT = "This folder is made by the build and replaced whole by the next one: keep nothing of your own in it.\n"


class OutputRefusedError(Exception):
    """The target is not ours to replace. The message says where, what must be true, what was found, what to do."""


class Stage:
    """A fresh folder beside `target`, from `with` until `swap` puts it in place.

    durable: the files reach the disk before their folder's name does, so that a power cut too leaves the target old or
    new. Off for what is made again in a moment, such as the preview.

    Left without `swap`, by an exception too, the target is as it was and the fresh folder is gone.
    Entering and `swap` raise OutputRefusedError for a target that no build has made: a symbolic link, a file, or a
    folder that holds something but not our marker.
    """

    def __init__(self, target: Path, *, durable: bool = True) -> None:
        self.target = target.absolute()
        self.durable = durable
        self.folder = self.target.with_name(f".{self.target.name}.new-{os.getpid()}")

    def __enter__(self) -> Self:
        refuse_foreign(self.target)
        self.target.parent.mkdir(parents=True, exist_ok=True)
        tidy(self.target)
        self.folder.mkdir()
        (self.folder / MARKER).write_text(MARKER_TEXT, "utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, at: TracebackType | None
    ) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def swap(self) -> None:
        """Put the fresh folder in the target's place; what stood there is removed when the `with` block ends."""
        refuse_foreign(self.target)
        if self.durable and sys.platform != "win32":
            os.sync()
        if not self.target.exists():
            self.folder.rename(self.target)
        elif not exchange(self.folder, self.target):
            self._swap_by_two_renames()
        if self.durable:
            flush(self.target.parent)

    def _swap_by_two_renames(self) -> None:
        """Swap where no exchange is to be had. A kill between the renames is mended by the next `tidy`."""
        old = self.target.with_name(f".{self.target.name}.old-{os.getpid()}")
        renamed(self.target, old)
        try:
            renamed(self.folder, self.target)
        except OSError:
            renamed(old, self.target)
            raise
        renamed(old, self.folder)


def renamed(source: Path, target: Path) -> None:
    """Rename a folder. Windows refuses while any file in it is open, as when a page is being sent: it is asked again.

    Raises OSError where it cannot be.
    """
    for _ in range(PATIENCE if sys.platform == "win32" else 0):
        with suppress(PermissionError):
            source.rename(target)
            return
        time.sleep(MOMENT)
    source.rename(target)


def refuse_foreign(target: Path) -> None:
    """Raise OutputRefusedError unless `target` is missing, an empty folder, or a folder that a build has made."""
    if target.is_symlink():
        found = "a symbolic link"
    elif target.is_dir():
        if (target / MARKER).is_file() or not any(target.iterdir()):
            return
        found = f"a folder that holds files but no {MARKER}"
    elif target.exists():
        found = "a file"
    else:
        return
    raise OutputRefusedError(
        f"{target}: the build replaces this folder whole, so it must be missing, empty or made by an earlier build "
        f"(found {found}). Nothing was changed. Move it away, or set another folder."
    )


def tidy(target: Path) -> None:
    """Clear away what killed builds left beside `target`, and give back the old folder if one was killed mid-swap."""
    for old in left_behind(target, "old"):
        if not target.exists():
            old.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    for new in left_behind(target, "new"):
        shutil.rmtree(new)


def left_behind(target: Path, kind: str) -> Iterator[Path]:
    """The folders of `kind` (`new`, `old`) beside `target` whose process is gone.

    A folder with this process's own number is another's: numbers come again, in containers the same at every start.
    """
    prefix = f".{target.name}.{kind}-"
    for folder in sorted(target.parent.iterdir()):
        number = folder.name.removeprefix(prefix)
        if not folder.name.startswith(prefix) or not number.isdecimal():
            continue
        if int(number) == os.getpid() or not running(int(number)):
            yield folder


def running(process: int) -> bool:
    """Whether a process of that number runs on this machine; Windows cannot be asked so, and nothing is taken away."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def flush(folder: Path) -> None:
    """Wait until the names in `folder` are on the disk, where the system lets a folder be opened."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
