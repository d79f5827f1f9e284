"""A real preview of a tiny project, whose builds do what the file content/mode says."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

SERVE = """
import sys
from pathlib import Path
from timeline.commands.serve import serve
sys.exit(serve(Path(sys.argv[1]), port=int(sys.argv[2]), worker=(sys.executable, "-c", sys.argv[3])))
"""
WORKER = """
import json, os, sys
from pathlib import Path
for line in sys.stdin:
    request = json.loads(line)
    output, mode = Path(request["output"]), (Path(request["project"]) / "content" / "mode").read_text()
    answer = {"ok": True, "counts": f"1 entry, built by {os.getpid()}", "problems": []}
    if mode.startswith("page "):
        (output / "events" / "x").mkdir(parents=True, exist_ok=True)
        (output / "site.css").write_text("h1 { color: red }")
        for name in ("index.html", "404.html", "events/x/index.html"):
            script = '<script src="/livereload.js" defer></script>'
            (output / name).write_text(f"<!doctype html><title>{name}</title>{script}<h1>{mode[5:]}</h1>")
    elif mode == "crash":
        answer = {"crash": "Traceback (most recent call last):\\nKeyError: '<b>'"}
    elif mode == "die":
        os._exit(3)
    else:
        problem = {"place": "content/a.md:2:1", "field": "title", "message": mode, "warning": False}
        problem["text"] = f"content/a.md:2:1: title: {mode}"
        answer = {"ok": False, "counts": "1 refused", "problems": [problem]}
    print(json.dumps(answer), flush=True)
"""


class Running:
    """A preview in a process of its own, with what its terminal has shown so far."""

    def __init__(self, project: Path, process: subprocess.Popen[str]) -> None:
        self.project = project
        self.process = process
        self.lines: list[str] = []
        self.port = int(self.wait_for("The preview is at").rpartition(":")[2].split("/")[0])

    def wait_for(self, text: str) -> str:
        """Read the terminal until a line holds `text`, and return that line."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            if text in line:
                return line
        raise AssertionError("\n".join(self.lines))

    def set(self, mode: str) -> None:
        """Change the content, and so what the next build does."""
        (self.project / "content" / "mode").write_text(mode, "utf-8")

    def get(self, path: str, host: str | None = None, **headers: str) -> tuple[HTTPResponse, str]:
        """Ask for a path, under the name `host` where given."""
        door = HTTPConnection("127.0.0.1", self.port, timeout=10)
        door.request("GET", path, headers={"Host": host or f"127.0.0.1:{self.port}", **headers})
        answer = door.getresponse()
        text = "" if answer.status == 101 else answer.read().decode()
        door.close()
        return answer, text

    def end(self) -> int:
        """Press Ctrl-C and return the exit code."""
        self.process.send_signal(signal.SIGINT)
        self.lines += self.process.communicate(timeout=20)[0].splitlines()
        return self.process.returncode


@contextmanager
def preview(project: Path, mode: str = "page one", port: int = 0) -> Iterator[Running]:
    """Run a preview until the block ends; its first build has ended when the block begins."""
    for name in ("content", "theme", "plugins"):
        (project / name).mkdir(exist_ok=True)
    (project / "content" / "mode").write_text(mode, "utf-8")
    command = [sys.executable, "-c", SERVE, str(project), str(port), WORKER]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        limit = threading.Timer(60, process.kill)
        limit.start()
        try:
            running = Running(project, process)
            running.wait_for("built by" if mode.startswith("page") else "returns when they are mended")
            time.sleep(0.2)  # the folders are watched from here on
            yield running
        finally:
            limit.cancel()
            process.kill()
