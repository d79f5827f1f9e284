"""`python -m timeline check [OPTIONS] [PROJECT]`: the check without Pelican and without invoke."""

from __future__ import annotations

import gc
import os
import sys

USAGE = "usage: python -m timeline check [OPTIONS] [PROJECT]; --help lists the options"

if __name__ == "__main__":
    gc.set_threshold(100_000)  # a check keeps nearly all that it makes: looking for waste finds none, time and again
    from timeline.commands.check import main
    from timeline.commands.console import speak_utf8

    speak_utf8(sys.stdout, sys.stderr)
    if sys.argv[1:2] != ["check"]:
        sys.exit(USAGE)
    code = main(sys.argv[2:])
    sys.stdout.flush()
    os._exit(code)  # at once: to take apart all that was made would cost an eighth of the time and serve nobody
