"""`python -m timeline check [OPTIONS] [PROJECT]`: the check without Pelican and without invoke."""

from __future__ import annotations

import sys

from timeline.commands.check import main
from timeline.commands.console import speak_utf8

USAGE = "usage: python -m timeline check [OPTIONS] [PROJECT]; --help lists the options"

if __name__ == "__main__":
    speak_utf8(sys.stdout, sys.stderr)
    sys.exit(main(sys.argv[2:]) if sys.argv[1:2] == ["check"] else USAGE)
