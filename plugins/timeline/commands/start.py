"""`start`: an empty timeline of another subject, with three made-up events, run by this generator where it stands."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SKELETON = Path(__file__).with_name("skeleton")


def start(generator: Path, target: Path) -> int:
    """Write a new timeline into `target`, which must be missing or empty; say what to do next. Returns 0, or 1.

    generator: the folder of this project, to which the new settings lead.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        print(f"{target}: must be missing or an empty folder. Nothing was written.", file=sys.stderr)
        return 1
    way = way_to(generator, target)
    for source in sorted(path for path in SKELETON.rglob("*") if path.is_file()):
        text = source.read_text("utf-8").replace("@GENERATOR@", way).replace("@THEME@", f"{way}/theme")
        file = target / source.relative_to(SKELETON)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    print(f"Written: a sample timeline in {target}. README.md there says how to make it yours.")
    print(f"Next:\n  cd {target}\n  python3 tasks.py serve")
    return 0


def way_to(generator: Path, target: Path) -> str:
    """The generator as seen from `target`, with `/` on every system; absolute where none leads there (drives)."""
    try:
        return Path(os.path.relpath(generator.resolve(), target.resolve())).as_posix()
    except ValueError:
        return generator.resolve().as_posix()
