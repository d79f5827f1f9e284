"""`python -m timeline check [OPTIONS] [PROJECT]`: the check without Pelican and without invoke."""

from __future__ import annotations

import sys

from timeline.commands.check import main

USAGE = "usage: python -m timeline check [OPTIONS] [PROJECT]; --help lists the options"

if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]) if sys.argv[1:2] == ["check"] else USAGE)
