"""`serve`: the site on this machine, built again at every change and shown anew in the browser."""

from __future__ import annotations

import asyncio
import socket
import time
import webbrowser
from collections.abc import Sequence
from pathlib import Path

from timeline.commands.preview_builds import WORKER, Builder, Built
from timeline.commands.preview_changes import is_code, next_changes, watch
from timeline.commands.preview_server import PortsTakenError, Preview, bind, listen


def serve(project: Path, *, port: int = 8000, open_browser: bool = False, worker: Sequence[str] = WORKER) -> int:
    """Serve the preview of `project` on 127.0.0.1 until Ctrl-C; return an exit code: 0, or 1 where no port is free.

    port: the first one to try, 0 for any. open_browser: open the page in the browser too.
    worker: the command of the process that builds (see `preview_worker`).
    """
    try:
        door = bind(port)
    except PortsTakenError as problem:
        print(problem, flush=True)
        return 1
    address = f"http://127.0.0.1:{door.getsockname()[1]}/"
    print(f"The preview is at {address} (Ctrl-C ends it).", flush=True)
    if open_browser:
        webbrowser.open(address)
    try:
        asyncio.run(run(project.resolve(), door, worker))
    except KeyboardInterrupt:
        print("\nThe preview has ended.", flush=True)
    return 0


async def run(project: Path, door: socket.socket, worker: Sequence[str]) -> None:
    """Answer at `door` and build now and after every change, until cancelled."""
    output = project / ".cache" / "preview"
    preview, builder = Preview(output), Builder(project, output, command=worker)
    server = listen(preview, door)
    changed: asyncio.Queue[set[str]] = asyncio.Queue()
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(watch(project, changed))
            while True:
                began = time.monotonic()
                built = await builder.build()
                print(report(built, time.monotonic() - began), flush=True)
                preview.show(built)
                if any(map(is_code, await next_changes(changed))):
                    await builder.close()
    finally:
        server.stop()
        await builder.close()


def report(built: Built, seconds: float) -> str:
    """What the terminal says of a build that took so many seconds: its problems, then a line of counts."""
    lines = [problem.text for problem in built.problems]
    if built.crash:
        return f"{built.crash.rstrip()}\nThe preview could not be built; it is tried again at the next change."
    if built.ok:
        return "\n".join((*lines, f"{built.counts} ({seconds:.1f} s)"))
    return "\n".join((*lines, f"{built.counts}\nThe preview shows the problems; it returns when they are mended."))
