"""The preview's web server: this machine only, the headers of production, and a script that reloads the page.

It answers nobody who came by another name (DNS rebinding), so that no site in the same browser can read drafts.
"""

from __future__ import annotations

import re
import socket
from importlib.resources import files
from pathlib import Path
from secrets import token_hex

from livereload.handlers import LiveReloadHandler
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler, StaticFileHandler

from timeline.commands.preview_builds import Built
from timeline.commands.preview_page import STYLE, failure_page, stylesheet, waiting_page
from timeline.pages.policy import HEADERS

HOST = "127.0.0.1"
NAMES = (HOST, "localhost", "[::1]")
PORTS_TRIED = 20
RELOAD = {"command": "reload", "path": "*", "liveCSS": True}


class PortsTakenError(Exception):
    """No port is free where the preview may look for one."""


class Preview:
    """What the pages of the server are answered from.

    built: what came of the last build, None before the first. name: tells this state from any other, of an earlier run
    of the preview too.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self.built: Built | None = None
        self.name = token_hex(8)

    def show(self, built: Built) -> None:
        """Answer from `built` from now on, and let every open page load itself again."""
        self.built = built
        self.name = token_hex(8)
        for page in tuple(LiveReloadHandler.waiters):
            page.send_message(RELOAD)


class Guarded(RequestHandler):
    """Every answer carries the site's headers; a request under a foreign name is refused."""

    def set_default_headers(self) -> None:
        """Set what every answer carries, of an error too."""
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    def prepare(self) -> None:
        """Look at the name before anything else."""
        if self.request.host.lower() not in self.settings["hosts"]:
            raise HTTPError(403)

    def write_error(self, status_code: int, **_details: object) -> None:
        """Say in plain text what is wrong."""
        self.set_header("Content-Type", "text/plain; charset=UTF-8")
        hosts = ", ".join(self.settings["hosts"])
        self.finish(f"This preview answers as {hosts} only.\n" if status_code == 403 else f"{self._reason}.\n")


class Site(Guarded, StaticFileHandler):
    """The files of the last good build; a page that says why where the last build gave no site."""

    async def get(self, path: str, include_body: bool = True) -> None:  # noqa: FBT001, FBT002 (as in the base class)
        """Answer with the file at `path`, or with the page that stands for the site meanwhile."""
        preview: Preview = self.settings["preview"]
        built, state = preview.built, preview.name
        if is_page(path) and (built is None or not built.ok):
            self.set_status(503 if built is None else 500)
            self.finish(waiting_page(state) if built is None else failure_page(built, state))
            return
        await super().get(path, include_body)

    def compute_etag(self) -> None:
        """Give none: the files change with every build, and the base class remembers their first version."""

    def should_return_304(self) -> bool:
        """Give the file itself at every time."""
        return False

    def write_error(self, status_code: int, **details: object) -> None:
        """Show the site's own page for an unknown address."""
        missing = self.settings["preview"].output / "404.html"
        if status_code != 404 or not missing.is_file():
            super().write_error(status_code, **details)
            return
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.finish(missing.read_bytes())


class Style(Guarded):
    """The style of the pages that the server writes itself."""

    def get(self) -> None:
        """Answer with the style."""
        self.set_header("Content-Type", "text/css; charset=UTF-8")
        self.finish(stylesheet())


class ReloadScript(Guarded):
    """livereload's script, as a file. It names the state that its page shows when it asks for news."""

    def get(self) -> None:
        """Answer with the script. A page that does not say what it shows was loaded a moment ago."""
        state = re.sub(r"\W", "", self.get_argument("shows", self.settings["preview"].name))
        self.set_header("Content-Type", "text/javascript; charset=UTF-8")
        script = files("livereload").joinpath("vendors", "livereload.js").read_text("utf-8")
        self.finish(script.replace('"/livereload"', f'"/livereload?shows={state}"'))


class ReloadSocket(Guarded, LiveReloadHandler):
    """Where the script waits for news. Only pages of the preview itself may listen."""

    def check_origin(self, origin: str) -> bool:
        """Whether the page that asks is one of ours."""
        return origin.lower() in {f"http://{host}" for host in self.settings["hosts"]}

    def on_message(self, message: str | bytes) -> None:
        """Greet the page; one that shows an earlier state, since a build ended while it was loading, loads again."""
        super().on_message(message)
        if self in LiveReloadHandler.waiters and self.get_argument("shows", "") != self.settings["preview"].name:
            self.send_message(RELOAD)


def is_page(path: str) -> bool:
    """Whether the address is one that a person opens: a folder, a name without an ending, an HTML file."""
    name = path.rpartition("/")[2]
    return "." not in name or name.endswith(".html")


def bind(port: int) -> socket.socket:
    """Take the first free port from `port` on (0: any) for this machine only, and say which are taken.

    Raises PortsTakenError when twenty in a row are taken.
    """
    for number in range(port, port + PORTS_TRIED):
        try:
            return bind_sockets(number, HOST)[0]
        except OSError as problem:
            print(f"Port {number} cannot be had: {problem.strerror}.", flush=True)
    raise PortsTakenError(f"None of the ports {port} to {number} can be had. Name another one: --port 9000")


def listen(preview: Preview, door: socket.socket) -> HTTPServer:
    """Answer at `door` from now on. A running event loop is needed."""
    port = door.getsockname()[1]
    hosts = tuple(f"{name}:{port}" for name in NAMES) + (NAMES if port == 80 else ())
    application = Application(
        [
            ("/livereload", ReloadSocket),
            ("/livereload.js", ReloadScript),
            (STYLE, Style),
            ("/(.*)", Site, {"path": str(preview.output), "default_filename": "index.html"}),
        ],
        hosts=hosts,
        preview=preview,
        log_function=lambda _handler: None,
    )
    server = HTTPServer(application)
    server.add_socket(door)
    return server
