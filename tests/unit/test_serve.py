"""The preview: whom it answers, with what, and how it lives through a broken build."""

from __future__ import annotations

import asyncio
import json
import os
import re
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from tests.preview import Running, preview
from timeline.commands.preview_builds import Builder, Built
from timeline.commands.preview_server import PortsTakenError, bind
from timeline.pages.policy import HEADERS


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with preview(tmp_path) as running:
        yield running


def worker_of(line: str) -> int:
    found = re.search(r"built by (\d+)", line)
    assert found
    return int(found.group(1))


def test_pages_folders_and_files_are_served_with_the_headers_of_production(running: Running) -> None:
    for path, kind in (("/", "text/html"), ("/events/x/", "text/html"), ("/site.css", "text/css")):
        answer, text = running.get(path)
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith(kind)
        assert HEADERS.items() <= dict(answer.headers).items()
        assert ("<h1>one</h1>" in text) == (kind == "text/html")


def test_an_unknown_address_gets_the_page_of_the_site_and_404(running: Running) -> None:
    answer, text = running.get("/not/there/")
    assert (answer.status, "<title>404.html</title>" in text) == (404, True)
    assert HEADERS.items() <= dict(answer.headers).items()


@pytest.mark.parametrize("path", ["/../content/mode", "/..%2f..%2fcontent/mode", "/%2e%2e/%2e%2e/content/mode"])
def test_nothing_outside_the_preview_is_served(running: Running, path: str) -> None:
    answer, text = running.get(path)
    assert answer.status in {403, 404}
    assert "page one" not in text


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]", "LOCALHOST"])
def test_the_names_of_this_machine_are_answered(running: Running, name: str) -> None:
    assert running.get("/", f"{name}:{running.port}")[0].status == 200


def test_a_foreign_name_is_refused_at_every_address(running: Running) -> None:
    port = running.port
    names = ", ".join(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", "127.0.0.1:1", f"localhost.:{port}"):
        for path in ("/", "/site.css", "/livereload.js", "/livereload", "/preview.css", "/not/there/"):
            answer, text = running.get(path, host)
            assert (answer.status, text) == (403, f"This preview answers as {names} only.\n")
            assert answer.headers["Content-Type"] == "text/plain; charset=UTF-8"


def test_only_pages_of_the_preview_hear_of_changes(running: Running) -> None:
    ask = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAA"}
    own = {**ask, "Origin": f"http://127.0.0.1:{running.port}"}
    assert running.get("/livereload", **own)[0].status == 101
    assert running.get("/livereload", **{**ask, "Origin": "http://evil.example"})[0].status == 403


def asks_at(running: Running, script: str) -> str:
    """Return the address at which a page with this script asks for news."""
    found = re.search(r'"(/livereload\?shows=\w+)"', running.get(script)[1])
    assert found
    return found.group(1)


async def heard(running: Running, address: str) -> list[str]:
    """Connect as livereload's script does and return what the server says within a moment."""
    own = f"http://127.0.0.1:{running.port}"
    door = await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{running.port}{address}", headers={"Origin": own}))
    for message in ({"command": "hello", "protocols": []}, {"command": "info", "url": own}):
        await door.write_message(json.dumps(message))
    said: list[str] = []
    with suppress(TimeoutError):
        while True:
            said.append(json.loads(str(await asyncio.wait_for(door.read_message(), 0.5)))["command"])
    door.close()
    return said


def test_a_page_that_was_loading_when_a_build_ended_loads_again(running: Running) -> None:
    address = asks_at(running, "/livereload.js")
    assert asyncio.run(heard(running, address)) == ["hello"]
    running.set("page two")
    running.wait_for("built by")
    assert asyncio.run(heard(running, address)) == ["hello", "reload"]


def test_a_page_of_problems_that_was_loading_when_they_were_mended_loads_again(running: Running) -> None:
    running.set("is wrong")
    running.wait_for("returns when they are mended")
    script = re.search(r'src="([^"]+)"', running.get("/")[1])
    running.set("page two")
    running.wait_for("built by")
    assert script
    assert asyncio.run(heard(running, asks_at(running, script.group(1)))) == ["hello", "reload"]


def test_a_broken_entry_is_shown_in_place_of_every_page_until_it_is_mended(running: Running) -> None:
    running.set("must not be <script>")
    running.wait_for("content/a.md:2:1: title: must not be <script>")
    running.wait_for("returns when they are mended")
    for path in ("/", "/events/x/", "/not/there", "/index.html"):
        answer, text = running.get(path)
        assert answer.status == 500
        assert HEADERS.items() <= dict(answer.headers).items()
        assert "<h1>1 problem to mend</h1>" in text
        assert '<code dir="ltr">content/a.md:2:1</code> <b>title</b>' in text
        assert "must not be &lt;script&gt;" in text
        assert re.search(r'<script src="/livereload.js\?shows=\w+" defer></script>', text)
        assert "style=" not in text
    assert running.get("/site.css")[0].status == running.get("/preview.css")[0].status == 200
    running.set("page two")
    running.wait_for("built by")
    assert (running.get("/")[0].status, "<h1>two</h1>" in running.get("/")[1]) == (200, True)


def test_a_preview_that_starts_with_a_broken_entry_shows_it(tmp_path: Path) -> None:
    with preview(tmp_path, "is broken") as running:
        assert running.get("/")[0].status == 500


def test_a_crash_is_shown_and_outlived(running: Running) -> None:
    running.set("crash")
    running.wait_for("Traceback (most recent call last):")
    running.wait_for("could not be built")
    answer, text = running.get("/")
    assert answer.status == 500
    assert "<h1>The preview could not be built</h1>\n<pre>KeyError: &#x27;&lt;b&gt;&#x27;</pre>" in text
    running.set("die")
    running.wait_for("The process that builds ended without an answer (exit code 3).")
    running.set("page two")
    running.wait_for("built by")
    assert running.get("/")[0].status == 200


def test_content_is_built_by_the_same_process_and_new_code_by_another(running: Running) -> None:
    first = worker_of(running.lines[-1])
    running.set("page two")
    assert worker_of(running.wait_for("built by")) == first
    for path in ("plugins/room.py", "pelicanconf.py", "publishconf.py"):
        (running.project / path).write_text("# changed\n", "utf-8")
        second = worker_of(running.wait_for("built by"))
        assert second != first
        first = second


def test_ctrl_c_ends_preview_and_worker_quietly(running: Running) -> None:
    worker = worker_of(running.lines[-1])
    assert running.end() == 0
    assert running.lines[-1] == "The preview has ended."
    assert not any("Traceback" in line for line in running.lines)
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_a_preview_that_is_killed_takes_its_worker_along(running: Running) -> None:
    worker = worker_of(running.lines[-1])
    running.process.kill()
    until = time.monotonic() + 10
    while Path(f"/proc/{worker}/cmdline").exists() and Path(f"/proc/{worker}/cmdline").read_bytes():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_port_that_is_taken_is_named_and_the_next_one_tried(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with preview(tmp_path, port=port) as running:
            assert running.lines[0] == f"Port {port} cannot be had: Address already in use."
            assert port < running.port < port + 20


def test_twenty_ports_taken_end_the_preview(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def taken(_port: int, _host: str) -> list[socket.socket]:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr("timeline.commands.preview_server.bind_sockets", taken)
    with pytest.raises(PortsTakenError, match="None of the ports 8000 to 8019 can be had"):
        bind(8000)
    assert len(capsys.readouterr().out.splitlines()) == 20


def test_the_door_opens_to_this_machine_only() -> None:
    door = bind(0)
    assert door.getsockname()[0] == "127.0.0.1"
    door.close()


def test_a_build_that_hangs_is_stopped_and_the_next_one_goes_on(tmp_path: Path) -> None:
    hanging = "import sys, time; sys.stdin.readline(); time.sleep(60)"
    answering = 'import sys; sys.stdin.readline(); print(\'{"ok": true, "counts": "1", "problems": []}\')'

    async def both() -> tuple[Built, Built]:
        builder = Builder(tmp_path, tmp_path, command=(sys.executable, "-c", hanging), limit=0.5)
        first = await builder.build()
        builder.command, builder.limit = (sys.executable, "-c", answering), 60
        second = await builder.build()
        await builder.close()
        return first, second

    first, second = asyncio.run(both())
    assert first == Built(ok=False, crash="The build was stopped: it took longer than 0.5 seconds.")
    assert second == Built(ok=True, counts="1")
