"""Another machine: Python imports this file by its name when it starts, where its folder is on the path.

SHIFT_SECONDS moves every clock that Python code reads. SHUFFLE_SEED gives folders in another order than the disk does.
"""

from __future__ import annotations

import datetime
import os
import random
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, Self

SHIFT = int(os.environ["SHIFT_SECONDS"])
ORDER = random.Random(os.environ["SHUFFLE_SEED"])
read_clock, read_clock_ns, read_names, read_entries = time.time, time.time_ns, os.listdir, os.scandir


class Date(datetime.date):
    """A date whose today is another."""

    @classmethod
    def today(cls) -> Self:
        return cls.fromtimestamp(time.time())


class DateTime(datetime.datetime):
    """A time whose now is another."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Self:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls) -> Self:
        return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)

    @classmethod
    def today(cls) -> Self:
        return cls.now()


class Entries:
    """What `os.scandir` gives, in another order."""

    def __init__(self, found: list[os.DirEntry[str]]) -> None:
        self.found: Iterator[os.DirEntry[str]] = iter(ORDER.sample(found, len(found)))

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        return self.found

    def __next__(self) -> os.DirEntry[str]:
        return next(self.found)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing is left open."""

    def close(self) -> None:
        """Nothing is left open."""


def shifted(call: Callable[..., Any]) -> Callable[..., Any]:
    """A function of `time` that takes the shifted clock where it is given no time."""
    return lambda seconds=None: call(time.time() if seconds is None else seconds)


def scandir(path: str = ".") -> Entries:
    with read_entries(path) as entries:
        return Entries(list(entries))


def listdir(path: str = ".") -> list[str]:
    names = read_names(path)
    return ORDER.sample(names, len(names))


time.time = lambda: read_clock() + SHIFT
time.time_ns = lambda: read_clock_ns() + SHIFT * 10**9
time.localtime, time.gmtime, time.ctime = map(shifted, (time.localtime, time.gmtime, time.ctime))
datetime.date, datetime.datetime = Date, DateTime  # type: ignore[misc]
os.scandir, os.listdir = scandir, listdir  # type: ignore[assignment]
