"""A host on the loopback for measurements: every file compressed as hosts compress it, at gzip's highest level."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


class Host(BaseHTTPRequestHandler):
    """Gives the files of a folder."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, folder: Path, **options: Any) -> None:  # noqa: ANN401 - the server's own
        self.folder = folder
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        """Answer a request for a file, or for the page of a folder."""
        path = self.folder / unquote(urlsplit(self.path).path).lstrip("/")
        file = path / "index.html" if path.is_dir() else path
        data = packed(file) if file.is_file() else b""
        self.send_response(HTTPStatus.OK if data else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(data)))
        if data:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name is given
        """Say nothing."""


@lru_cache(maxsize=512)
def packed(file: Path) -> bytes:
    """The content of a file, compressed."""
    return gzip.compress(file.read_bytes(), 9)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve `folder` until the block ends; gives the address of its root."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, folder=folder)) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
