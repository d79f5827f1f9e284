"""Lanes for what lies side by side along a line: each thing in the first lane that is free where it begins."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

Place = TypeVar("Place", date, int, float)


def take_lane(ends: list[Place], start: Place, end: Place) -> int:
    """The number of the first lane that is taken up to `start` at most, from 0; from now on it is taken up to `end`.

    ends: up to where each lane is taken, empty at first.
    """
    lane = next((at for at, taken in enumerate(ends) if taken <= start), len(ends))
    ends[lane : lane + 1] = [end]
    return lane
