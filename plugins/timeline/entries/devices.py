"""Names that Windows keeps for devices: there no file and no folder can be called so, whatever its ending."""

from __future__ import annotations

import re

from timeline.entries.problem import found

DEVICE = re.compile(r"(?:\d{4}(?:-\d\d){0,2}-)?(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def device(name: str) -> str:
    """What is wrong with a name that is an id, or the id of a dated file, when it is a device's; '' when it is none.

    An id becomes a folder of the site, so that the date before it does not help.
    """
    match = DEVICE.fullmatch(name.partition(".")[0])
    return f"must be another name: Windows keeps this one for itself ({found(match[1])})" if match else ""
