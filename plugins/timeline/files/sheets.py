"""Style sheets joined: a sheet that imports others becomes one file, so that a page asks for one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname, join

IMPORT = re.compile(rb'@import "([\w./-]+\.css)";\n')  # CSS cascade level 5, without layer, media or condition


def join_sheets(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """`files` by path, each `@import` of a sheet replaced by that sheet, in place; what was imported is left out.

    An import of a sheet that is not among the files stays as it is. Imported sheets import nothing themselves.
    """
    whole: dict[str, bytes] = {}
    imported: set[str] = set()
    for path, data in files.items():
        beside = _imported(path, data, files) if path.endswith(".css") else {}
        whole[path] = data
        for line, name in beside.items():
            whole[path] = whole[path].replace(line, files[name])
            imported.add(name)
    return {path: data for path, data in whole.items() if path not in imported}


def _imported(path: str, data: bytes, files: Mapping[str, bytes]) -> dict[bytes, str]:
    """The lines of a sheet that import another of the files, each with that file's path."""
    found = {each[0]: join(dirname(path), each[1].decode()) for each in IMPORT.finditer(data)}
    return {line: name for line, name in found.items() if name in files}
