"""`start`: a timeline of another subject with three made-up events, run by this generator where it stands."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SKELETON = Path(__file__).with_name("skeleton")
ALLOWED = {".git"}  # a repository that was made for the new timeline


def start(generator: Path, target: Path) -> int:
    """Write a new timeline into `target`, which must be missing or empty; say what to do next. Returns 0, or 1.

    generator: the folder of this project, to which the new settings lead.
    """
    if target.exists() and not (target.is_dir() and {each.name for each in target.iterdir()} <= ALLOWED):
        print(f"{target}: must be missing or an empty folder. Nothing was written.", file=sys.stderr)
        return 1
    try:
        write(way_to(generator, target), target)
    except OSError as error:
        print(f"{error.filename}: could not be written: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"Written: a sample timeline in {target}. README.md there says how to make it yours.")
    print(f"Next:\n  cd {target}\n  python3 tasks.py serve")
    return 0


def write(way: str, target: Path) -> None:
    """Write the sample into `target`. way: to the generator. Raises OSError."""
    for source in sorted(path for path in SKELETON.rglob("*") if path.is_file()):
        here = in_python(way) if source.suffix == ".py" else way
        text = source.read_text("utf-8").replace("@GENERATOR@", here).replace("@THEME@", f"{here}/theme")
        file = target / source.relative_to(SKELETON)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")


def way_to(generator: Path, target: Path) -> str:
    """The generator as seen from `target`, with `/` on every system; absolute where none leads there (drives)."""
    try:
        return Path(os.path.relpath(generator.resolve(), target.resolve())).as_posix()
    except ValueError:
        return generator.resolve().as_posix()


def in_python(text: str) -> str:
    """The text as it stands between the quotation marks of a Python string."""
    return text.replace("\\", r"\\").replace('"', r"\"")
