"""`check --watch`: the check again at each change, with its outcome on a screen of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

CLEAR = "\x1b[2J\x1b[3J\x1b[H"
BETWEEN = "\n" + "-" * 72 + "\n"


def watch(project: Path, check: Callable[[], int], *, changes: Iterable[object] | None = None, clear: bool) -> int:
    """Run `check` now and after every change below content/, until Ctrl-C; returns the last exit code.

    changes: yields once for each change; None watches the disk. clear: wipe the terminal before each run.
    """
    if changes is None:
        from watchfiles import watch as watched

        changes = watched(project / "content", raise_interrupt=False)
    code = _run(check, CLEAR if clear else "")
    for _ in changes:
        code = _run(check, CLEAR if clear else BETWEEN)
    return code


def _run(check: Callable[[], int], before: str) -> int:
    print(end=before)
    code = check()
    print("Waiting for a change; Ctrl-C ends it.", flush=True)
    return code
