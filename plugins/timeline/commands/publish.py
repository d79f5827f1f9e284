"""`publish`: a release under `public/`, checked before `public/current` leads to it.

A web server shows `public/current`, a symbolic link into `public/releases/`. It is switched in one step, so that every
answer belongs to one release; the releases before it stay, to go back to. Nothing else writes under `public/`.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from timeline.files.stage import OutputRefusedError, flush
from timeline.publishing.release import findings, fingerprint

SETTINGS = "publishconf.py"
CANDIDATE = ".next"  # stays after a refusal, to be looked at; the next run replaces it
KEPT = 5
NO_ADDRESS = f"""\
{SETTINGS}: SITEURL must be the address at which the site will stand (found nothing). Nothing was changed.
Set it there, for example: SITEURL = "https://example.org/timeline"\
"""


class RefusedError(Exception):
    """Nothing was published; the message says why."""


def publish(project: Path) -> int:
    """Build, check and publish `project`; return 0, or 1 with the reasons printed and `public/current` as it was."""
    from timeline.pelican_side.settings import SettingsError

    try:
        with only_one(project / "public") as public:
            print(f"Published {release(project, public)}; public/current leads to it.", flush=True)
    except (RefusedError, OutputRefusedError, SettingsError) as problem:
        print(problem, flush=True)
        return 1
    return 0


def release(project: Path, public: Path) -> str:
    """Make a release, show it, and return its name. Raises RefusedError with all that hinders it."""
    from timeline.pelican_side.run import site_address

    site = site_address(project, SETTINGS)
    if not site:
        raise RefusedError(NO_ADDRESS)
    events = build_candidate(project, public / CANDIDATE)
    files = read_files(public / CANDIDATE)
    wrong = list(findings(files, events=events, site=site))
    if wrong:
        raise RefusedError("\n".join((*wrong, f"Faults in public/{CANDIDATE}: {len(wrong)}. Nothing was published.")))
    kept = keep(public / CANDIDATE, public / "releases", fingerprint(files))
    switch(public / "current", kept)
    forget_old(public / "releases", kept)
    return kept.name


@contextmanager
def only_one(public: Path) -> Iterator[Path]:
    """Hold `public/` for this run alone. Raises RefusedError where another run holds it, or `current` is not ours."""
    public.mkdir(exist_ok=True)
    with (public / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RefusedError("public/ is being written by another publish: wait until it has ended.") from None
        current = public / "current"
        if current.exists() and not current.is_symlink():
            raise RefusedError("public/current must be a symbolic link (found a file or folder). Move it away.")
        yield public


def build_candidate(project: Path, candidate: Path) -> int:
    """Build into `candidate`, print what came of it, and return the number of events.

    Raises RefusedError when the content has problems.
    """
    from timeline.pelican_side.run import build

    outcome = build(project, settings=SETTINGS, output=candidate, preview=False)
    for problem in outcome.problems:
        print(problem, flush=True)
    print(outcome.counts, flush=True)
    if not outcome.ok:
        raise RefusedError("Nothing was published.")
    return outcome.events


def keep(candidate: Path, releases: Path, whole: str) -> Path:
    """Give the candidate its name among the releases: the time (UTC) and the start of its fingerprint `whole`."""
    releases.mkdir(exist_ok=True)
    kept = releases / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{whole[:12]}"
    if not kept.exists():  # the same site within the same second is the same release
        candidate.rename(kept)
    os.sync()  # the release is on the disk before anything leads to it
    return kept


def switch(current: Path, kept: Path) -> None:
    """Let `current` lead to the release `kept`, in one step; on the disk when this returns."""
    fresh = current.with_name(".current.new")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(kept.relative_to(current.parent))
    fresh.replace(current)
    flush(current.parent)


def forget_old(releases: Path, kept: Path) -> None:
    """Remove all but the last five releases. `kept` stays in any case: a clock may have been wrong before."""
    names = sorted((each for each in releases.iterdir() if each.is_dir() and each != kept), reverse=True)
    for old in names[KEPT - 1 :]:
        shutil.rmtree(old)


def read_files(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` by its path from there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
