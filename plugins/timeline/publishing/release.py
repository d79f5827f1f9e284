"""A release: a whole site that is checked before anybody sees it, and the name it gets."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from timeline.publishing.links import broken_links

EVENT_PAGE = re.compile(r"events/[^/]+/index\.html")


def findings(files: Mapping[str, bytes], *, events: int, site: str) -> Iterator[str]:
    """What must be mended before `files` may be published, a line each.

    files: the site by path. events: how many were read. site: the address at which the files will stand.
    """
    pages = sum(EVENT_PAGE.fullmatch(path) is not None for path in files)
    if pages != events:
        yield f"events/: every event must have a page (found {events} events and {pages} pages)"
    html = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    yield from map(str, broken_links(html, files.keys(), site))


def fingerprint(files: Mapping[str, bytes]) -> str:
    """The SHA-256 of all paths and contents, in hexadecimal: the same for the same site on every machine."""
    whole = hashlib.sha256()
    for path in sorted(files):
        whole.update(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n".encode())
    return whole.hexdigest()
