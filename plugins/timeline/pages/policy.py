"""What browsers are told to refuse: one policy for the site, the preview and the header files of hosts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Content-Security-Policy level 3, as it may stand in a `meta` element. Nothing but files of the site itself is loaded,
# no script stands in a page, and no text ever becomes script: Trusted Types with no policy at all.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
)

# Response headers, by name. `frame-ancestors` counts in a header only.
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": f"{CSP}; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
)
