"""`python -m timeline check [PROJECT]`: the check without Pelican."""

from __future__ import annotations

import sys
from pathlib import Path

from timeline.commands.check import check

USAGE = "usage: python -m timeline check [FOLDER]"

if __name__ == "__main__":
    if sys.argv[1:2] != ["check"] or len(sys.argv) > 3:
        sys.exit(USAGE)
    sys.exit(check(Path(sys.argv[2] if len(sys.argv) == 3 else ".")))
