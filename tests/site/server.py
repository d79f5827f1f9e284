"""A host for a built site: the loopback of this machine, with the headers of production."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from timeline.pages.policy import HEADERS


class Host(SimpleHTTPRequestHandler):
    """Gives the files of a folder below a base path (`/`, `/repo/`) and `404.html` for everything else."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, base: str, **options: Any) -> None:
        self.base = base
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.startswith(self.base):
            self.path = f"/{path.removeprefix(self.base)}"
            super().do_GET()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing address as hosts of static sites do."""
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code, message or explain)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *_arguments: object) -> None:  # noqa: A002 (the name is given)
        """Say nothing."""


class Door(ThreadingHTTPServer):
    """Lets in all the connections that a browser opens at once."""

    daemon_threads = True
    request_queue_size = 128


@contextmanager
def served(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve `folder` until the block ends; gives the address of its front page."""
    with Door(("127.0.0.1", 0), partial(Host, directory=str(folder), base=base)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()
