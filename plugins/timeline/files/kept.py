"""A value kept from one run to the next, in a file that may be missing, damaged or not to be written: nothing fails.

The value is written with `marshal`, in which Python keeps its own compiled modules: what is read back is texts, numbers
and collections, and nothing of a planted file is run, as it would be with `pickle`. JSON would be as safe, and ten
times slower. A `marshal` file is only good for the Python that wrote it, and must be whole: so it begins with a stamp,
which says for whom it is good, and with a checksum.
"""

from __future__ import annotations

import marshal
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

CHECKSUM = 4  # bytes


def kept(path: Path, stamp: bytes) -> Any | None:  # noqa: ANN401 - whatever was kept
    """The value that was kept at `path` under the same stamp; None where there is none."""
    try:
        data = path.read_bytes()
        begin = len(stamp) + CHECKSUM
        if data[:begin] == stamp + _checksum(memoryview(data)[begin:]):
            return marshal.loads(memoryview(data)[begin:])  # noqa: S302 - see above
    except (OSError, EOFError, TypeError, ValueError):
        pass
    return None


def keep(path: Path, stamp: bytes, value: Any) -> None:  # noqa: ANN401 - as above
    """Keep a value of texts, numbers, bytes and collections of these. Whoever reads meanwhile has the old or the new.

    Two runs that write at once spoil each other's file at worst, which the checksum tells; nothing piles up beside it.
    """
    data = marshal.dumps(value)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.new")
        beside.write_bytes(b"".join((stamp, _checksum(data), data)))
        beside.replace(path)


def _checksum(data: bytes | memoryview) -> bytes:
    return crc32(data).to_bytes(CHECKSUM, "big")
