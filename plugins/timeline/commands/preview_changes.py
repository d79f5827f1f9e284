"""What was changed by hand while the preview runs."""

from __future__ import annotations

import asyncio
from pathlib import Path

from watchfiles import awatch

FOLDERS = ("content", "theme", "templates", "plugins")
SETTINGS = ("pelicanconf.py", "publishconf.py")


async def watch(project: Path, changed: asyncio.Queue[set[str]]) -> None:
    """Put the changed paths, from the project's folder, into `changed` as they come, until cancelled.

    The settings are watched through the folder that holds them: editors replace a file rather than write into it.
    """
    async with asyncio.TaskGroup() as both:
        both.create_task(watch_folders(project, changed))
        both.create_task(watch_settings(project, changed))


async def watch_folders(project: Path, changed: asyncio.Queue[set[str]]) -> None:
    """Watch content, theme, templates and plugins, those that are there, to their depths."""
    folders = [project / name for name in FOLDERS if (project / name).is_dir()]
    async for changes in awatch(*folders):
        changed.put_nowait({Path(path).relative_to(project).as_posix() for _, path in changes})


async def watch_settings(project: Path, changed: asyncio.Queue[set[str]]) -> None:
    """Watch the files of settings, whether they are there yet or not."""
    settings = {str(project / name) for name in SETTINGS}
    async for changes in awatch(project, watch_filter=lambda _change, path: path in settings, recursive=False):
        changed.put_nowait({Path(path).name for _, path in changes})


async def next_changes(changed: asyncio.Queue[set[str]]) -> set[str]:
    """Wait for a change and return all that have gathered."""
    paths = await changed.get()
    while not changed.empty():
        paths |= changed.get_nowait()
    return paths


def is_code(path: str) -> bool:
    """Whether a change of `path` asks for a new process: it may have been imported by the running one."""
    return path.startswith("plugins/") or path in SETTINGS
