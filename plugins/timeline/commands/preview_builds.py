"""Builds for the preview, asked of a worker process that is replaced when its code is old, dead or hanging."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

WORKER = (sys.executable, "-m", "timeline.commands.preview_worker")
LONGEST_BUILD = 120.0  # seconds
LONGEST_ANSWER = 64 * 1024 * 1024  # bytes
NO_LINE = ("", "", "")


@dataclass(frozen=True, slots=True)
class Listed:
    """A problem as the preview shows it. place: `path:line:column`; text: its whole line for the terminal.

    line: what stands in its line before, in and after the part that is meant, all '' for none; fix: what `--fix` does.
    """

    place: str
    field: str
    message: str
    warning: bool
    text: str
    line: tuple[str, str, str] = NO_LINE
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one build. counts: a line to print; crash: what went wrong with the build itself, '' if nothing."""

    ok: bool
    counts: str = ""
    problems: tuple[Listed, ...] = ()
    crash: str = ""


class Builder:
    """Builds `project` into `output` through one long-lived process started as `command`.

    limit: seconds after which a build counts as hanging and its process is killed.
    """

    def __init__(
        self, project: Path, output: Path, *, command: Sequence[str] = WORKER, limit: float = LONGEST_BUILD
    ) -> None:
        self.request = json.dumps({"project": str(project), "output": str(output)}).encode() + b"\n"
        self.project = project
        self.command = tuple(command)
        self.limit = limit
        self.worker: Process | None = None

    async def build(self) -> Built:
        """What came of a build. Never raises for what the worker does."""
        try:
            answer = await asyncio.wait_for(self._answer(), self.limit)
        except TimeoutError:
            await self.close()
            return Built(ok=False, crash=f"The build was stopped: it took longer than {self.limit:g} seconds.")
        try:
            return built(json.loads(answer))
        except ValueError:
            return Built(ok=False, crash=await self._last_words())

    async def close(self) -> None:
        """End the worker and what it has started; the next build starts another."""
        worker, self.worker = self.worker, None
        if worker is None:
            return
        if worker.returncode is None:
            with suppress(ProcessLookupError):
                end(worker)
        await worker.wait()

    async def _answer(self) -> bytes:
        if self.worker is None or self.worker.returncode is not None:
            self.worker = await asyncio.create_subprocess_exec(
                *self.command, cwd=self.project, stdin=PIPE, stdout=PIPE, limit=LONGEST_ANSWER, **apart()
            )
        requests = cast(asyncio.StreamWriter, self.worker.stdin)
        answers = cast(asyncio.StreamReader, self.worker.stdout)
        requests.write(self.request)
        return await answers.readline()

    async def _last_words(self) -> str:
        worker = self.worker
        await self.close()
        code = worker.returncode if worker else None
        return f"The process that builds ended without an answer (exit code {code})."


def apart() -> dict[str, Any]:
    """How a process is started so that Ctrl-C in the terminal is the preview's alone to answer."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def end(worker: Process) -> None:
    """Kill a worker and, where the system knows groups of processes, all that it started."""
    if sys.platform == "win32":
        worker.kill()
    else:
        os.killpg(worker.pid, signal.SIGKILL)  # it leads a group of its own


def built(answer: dict[str, Any]) -> Built:
    """Read a worker's answer: see `preview_worker.build`."""
    if "crash" in answer:
        return Built(ok=False, crash=str(answer["crash"]))
    problems = tuple(Listed(**{**each, "line": tuple(each.get("line", NO_LINE))}) for each in answer["problems"])
    return Built(ok=answer["ok"], counts=answer["counts"], problems=problems)
