"""What the first view costs a reader on a weak line: files as a host sends them, compressed by gzip."""

from __future__ import annotations

import gzip

from playwright.sync_api import Browser

from tests.site.built import Built

KILOBYTE = 1000


def weight(built: Built, *paths: str) -> int:
    """Bytes that files weigh on the line."""
    return sum(len(gzip.compress(built.files[path].read_bytes(), 9, mtime=0)) for path in paths)


def test_the_first_view_weighs_no_more_than_100_kilobytes(real: Built, browser: Browser) -> None:
    page = browser.new_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.partition("#")[0].removeprefix(real.address)))
    page.goto(real.address, wait_until="networkidle")
    page.close()
    paths = [path or "index.html" for path in sorted(asked)]
    weights = {path: weight(real, path) for path in paths}
    print(f"first view: {sum(weights.values())} bytes", weights)
    assert sum(weights.values()) <= 100 * KILOBYTE, weights


def test_all_style_sheets_weigh_no_more_than_20_kilobytes(real: Built) -> None:
    total = weight(real, *(path for path in real.files if path.endswith(".css")))
    print(f"style sheets: {total} bytes")
    assert 0 < total <= 20 * KILOBYTE


def test_all_scripts_weigh_no_more_than_30_kilobytes(real: Built) -> None:
    total = weight(real, *(path for path in real.files if path.endswith(".js")))
    print(f"scripts: {total} bytes")
    assert 0 < total <= 30 * KILOBYTE
