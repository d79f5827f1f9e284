"""The generator's tasks for the timeline in this folder: `python3 tasks.py serve`, `check`, `new` and the others."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
GENERATOR = HERE / "@GENERATOR@"  # where the generator stands; change it if one of the two moves

if not (GENERATOR / "tasks.py").is_file():
    sys.exit(f"{__file__}: GENERATOR must be the folder of the generator (found {GENERATOR})")
try:
    command = [sys.executable, str(GENERATOR / "tasks.py"), *sys.argv[1:]]
    sys.exit(subprocess.run(command, env={**os.environ, "TIMELINE_SITE": str(HERE)}, check=False).returncode)
except KeyboardInterrupt:
    sys.exit(130)
