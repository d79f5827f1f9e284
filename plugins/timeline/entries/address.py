"""Addresses of the web: which may stand in an entry, which are one source, and on whose host they stand."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

TRACKING = ("utm_", "fbclid", "gclid", "doing_wp_cron")
PORTS = {"http": 80, "https": 443}
PLAIN = re.compile(r"https?://(?:www\.)?(?P<host>[a-z0-9.-]*)(?P<path>(?:/[!-\"$->@-~]*)?)")
"""Nearly every address: nothing but a host in small letters and a path in ASCII, which need no closer look."""

FOLLOWER = re.compile(
    r"(?<=[?&])(?:fbclid|gclid|dclid|msclkid|ttclid|twclid|yclid|igshid|igsh|mc_eid|mkt_tok)=[^&#]*&?"
)
"""Keys by which a site tells who followed a link: they lead back to whoever copied the address."""
BAD_IN_URL = re.compile(r"[\s<>\"\\^`{|}\u200e\u200f\u061c]|&amp;|[“”‘’«»]$")


def is_address(value: str) -> bool:
    """Whether a text is an absolute http or https address as one should be written."""
    try:
        parts = urlsplit(value)
        good = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return False
    return bool(good) and not BAD_IN_URL.search(value) and not FOLLOWER.search(value)


def host_of(address: str) -> str:
    """The host of an address or a bare host name, in small letters, without `www.`; '' when there is none."""
    if plain := PLAIN.fullmatch(address):
        return plain["host"]
    parts = urlsplit(address if "//" in address else f"//{address}")
    return (parts.hostname or "").removeprefix("www.")


def normal_address(url: str) -> str:
    """The form under which two addresses are one source: no scheme, `www.`, default port, fragment or tracking key."""
    if plain := PLAIN.fullmatch(url):
        return plain["host"] + plain["path"].rstrip("/")
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port and parts.port != PORTS.get(parts.scheme) else ""
    keys = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not key.startswith(TRACKING)
    ]
    query = f"?{urlencode(sorted(keys))}" if keys else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}"
