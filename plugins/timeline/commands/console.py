"""What is printed is UTF-8, whatever the console's own code page. `tasks.py`, which stands alone, has the same."""

from __future__ import annotations

import io
from typing import TextIO


def speak_utf8(*streams: TextIO) -> None:
    """Let what is printed be UTF-8, and never fail for a letter that cannot be written."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
