"""Sources over all entries: who a claim really goes back to, and which addresses are one."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from timeline.entries.event import Event, Source
from timeline.entries.gist import Cited, Gist

TRACKING = ("utm_", "fbclid", "gclid", "doing_wp_cron")
PORTS = {"http": 80, "https": 443}


def originators(event: Event | Gist) -> tuple[str, ...]:
    """The publishers that an event goes back to, sorted: what a page repeats counts for whoever it repeats."""
    return tuple(sorted({key for source in event.sources for key in originators_of(source)}))


def originators_of(source: Source | Cited) -> tuple[str, ...]:
    """`via` where the page repeats others, else its own publisher."""
    return source.via or (source.publisher,)


def normal_address(url: str) -> str:
    """The form under which two addresses are one source: no scheme, `www.`, default port, fragment or tracking key."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port and parts.port != PORTS.get(parts.scheme) else ""
    keys = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not key.startswith(TRACKING)
    ]
    query = f"?{urlencode(sorted(keys))}" if keys else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}"
