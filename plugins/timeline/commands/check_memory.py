"""What `check` remembers of the last run in `.cache/check/`, so that only files that were changed are read again.

It is kept with the bytes that it was made of and compared with the files byte by byte: no clock and no fingerprint can
mislead it. Without it every answer is the same.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, source_hash
from pathlib import Path

import timeline.entries
from timeline.chronicle import doubles
from timeline.entries.plain import from_plain, plain
from timeline.entries.reading import NOTHING, Reading
from timeline.files.kept import keep, kept

LIBRARIES = ("babel", "rapidfuzz", "yaml")
WORTH = 50  # writing what is known of this many files costs about as much as reading one


class Memory:
    """What is known when a run begins. known: of files; alike: how much alike two titles are, asked once a pair."""

    def __init__(self, project: Path) -> None:
        self._path = project / ".cache" / "check" / "known"
        self._stamp = stamp()
        self.known = NOTHING
        self._titles: dict[tuple[str, str], float] = {}
        self._asked: dict[tuple[str, str], float] = {}
        match kept(self._path, self._stamp):
            case [known, dict(titles)]:
                self.known, self._titles = from_plain(known), titles

    def alike(self, one: str, other: str) -> float:
        """As `chronicle.doubles.alike`, whose library is not even imported for titles that were compared before."""
        found = self._titles.get((one, other))
        self._asked[one, other] = found = doubles.alike(one, other) if found is None else found
        return found

    def keep(self, reading: Reading) -> None:
        """Remember a pass for the next run; not where little was new, for that is soon read again."""
        if reading.fresh * WORTH > len(reading.told):
            keep(self._path, self._stamp, (plain(reading.known), self._asked))


def stamp() -> bytes:
    """A fingerprint of all that what is known depends on beside the files: this Python, the code, the libraries."""
    parts = [sys.version.encode()]
    code = [*sorted(Path(timeline.entries.__path__[0]).glob("*.py")), Path(doubles.__file__)]
    for path in code:
        parts += [path.name.encode(), path.read_bytes()]
    for name in LIBRARIES:
        spec = find_spec(name)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            for path in sorted(Path(folder).glob("*.*")):  # not its folder of compiled modules, which comes and goes
                status = path.stat()
                parts.append(f"{path.name} {status.st_size} {status.st_mtime_ns}".encode())
    return source_hash(b"\0".join(parts))
