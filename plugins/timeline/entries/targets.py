"""Where a link may lead: to an address on the web, or to another file of the content."""

from __future__ import annotations

import re

from timeline.entries.problem import found

TARGET = r"[^()\n]*(?:\([^()\n]*\)[^()\n]*)*"
"""What stands in the parentheses of a link; pairs of parentheses may occur in it, as in some encyclopedia addresses."""

EXTERNAL = re.compile(
    r"(?!\S*&#?[A-Za-z0-9]+;)https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:[/?#][^\s\\<>\"`{}|^\[\]]*)?\Z"
)
"""An address on the web: plain host without user name; what a browser would re-encode is refused."""

ENTRY = re.compile(
    r"(?:(?:\.\.?|[A-Za-z0-9_-]+)/)*(?:\d{4}(?:-\d\d(?:-\d\d)?)?-)?(?P<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.md)?\Z"
)
"""Another file of the content, as GitHub follows it; only the file name matters, and an id alone is mended."""


def target_message(target: str) -> str:
    """What is wrong with a `target` that is neither a web address nor the file of an entry, and what to write."""
    if re.match(r"\S+\s+[\"'(]", target):
        return "a link must have no title; leave only the address in the parentheses"
    if re.match(r"https?://[^/?#]*@", target, re.IGNORECASE):
        return f"an address must hold no user name or password ({found(target)})"
    if re.match(r"https?://[^/?#]*[^\x00-\x7f]", target, re.IGNORECASE):
        return f"the host of an address must be written in its xn-- form ({found(target)})"
    if re.match(r"https?://\S*&#?[A-Za-z0-9]+;", target, re.IGNORECASE):
        return f"an address must hold no HTML entity; write & alone where &amp; stands ({found(target)})"
    if re.match(r"https?://", target, re.IGNORECASE):
        return (
            "an address must be written as http:// or https:// in small letters, a host, and no white space, "
            f"quotation marks, brackets or backslashes after it (write them as %…) ({found(target)})"
        )
    return (
        "a link must lead to http://…, https://… or to the file of another entry, as in "
        f"(2018-06-17-the-capture.md) ({found(target)})"
    )
