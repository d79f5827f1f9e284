"""Two folders change places in one step of the file system, where the system has such a step."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
NOT_TO_BE_HAD = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def exchange(one: Path, other: Path) -> bool:
    """Let the two folders change places atomically (Linux renameat2 with RENAME_EXCHANGE).

    Both must exist, in one file system. Returns False, with nothing changed, where the system or the file system
    cannot do it. Raises OSError for every other failure.
    """
    if sys.platform == "win32":
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    if call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), ctypes.c_uint(RENAME_EXCHANGE)) == 0:
        return True
    code = ctypes.get_errno()
    if code in NOT_TO_BE_HAD:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))
