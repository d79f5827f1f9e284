"""`check --fix`: what was mended in memory, written to the disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from timeline.entries.fix import ClobberError


def write_mended(project: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """Bring the files below `project` from `before` to `after`, bytes by POSIX path; nothing else is touched.

    Raises ClobberError, before anything is written, where a new name is taken or a file was changed meanwhile.
    """
    changed = {path: data for path, data in after.items() if before.get(path) != data}
    for path in changed:
        if path not in before and os.path.lexists(project / path):
            raise ClobberError(f"{path}: this name must be free for a file to be renamed. Nothing was changed.")
    gone = before.keys() - after.keys()
    for path in sorted((changed.keys() & before.keys()) | gone):
        if (project / path).read_bytes() != before[path]:
            raise ClobberError(f"{path}: the file was changed while it was checked. Nothing was changed; run it again.")
    for path, data in sorted(changed.items()):
        _write(project / path, data)
    for path in sorted(gone):
        (project / path).unlink()


def _write(path: Path, data: bytes) -> None:
    """Replace a file in one step, so that a kill leaves it old or new."""
    path.parent.mkdir(exist_ok=True)
    beside = path.with_name(f".{path.name}.new-{os.getpid()}")
    beside.write_bytes(data)
    if path.exists():
        shutil.copymode(path, beside)
    beside.replace(path)
