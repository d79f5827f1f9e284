"""What to write instead of an address that is none: what people paste around it taken off, where that is sure."""

from __future__ import annotations

import re

from timeline.entries.address import FOLLOWER, is_address
from timeline.entries.problem import found
from timeline.entries.shapes import Refusal

HOST = r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(/\S*)?"
MUST = "must be an address that begins with https:// or http://, without spaces or a user name"
AROUND = "“”‘’«»\"'<>\u200e\u200f\u061c "
ONE = "must be one address alone"
MORE = re.compile(r"[,;،؛]? +(?:[(\[]|(?:and |or )?https?://|accessed|retrieved|archived)", re.IGNORECASE)
REPAIRS = (
    (re.compile("&amp;"), "&"),
    (re.compile(r"^h(?:xx|tt)ps?:/+", re.IGNORECASE), ""),
    (re.compile(r"\[\.\]|\(\.\)"), "."),
)


def refusal(value: str, *, quoted: bool) -> Refusal:
    """Why `value` is no address. quoted: whether it stands in quotes in the file."""
    if more := MORE.search(value):
        first = value[: more.start()]
        hint = f"; write {first}" if is_address(first) else ""
        return Refusal("url", f"{ONE}{hint} ({found(value)})", more.start() + quoted)
    bare = value.strip(AROUND)
    if bare != value and is_address(bare):
        return Refusal("url", f"{ONE}, without signs around it; write {bare} ({found(value)})", instead=bare)
    if (own := FOLLOWER.sub("", bare).rstrip("?&")) != bare and is_address(own):
        must = f"must not tell who followed the link; write {own}"
        return Refusal("url", f"{must} ({found(value)})", instead=own)
    if value.startswith("http") and (gap := value.find(" ")) > 0:
        return Refusal("url", f"must be an address without spaces; write %20 for each ({found(value)})", gap + quoted)
    repaired = _repaired(bare)
    if "&amp;" in value and is_address(repaired):
        return Refusal("url", f"must hold & alone, not &amp;; write {repaired} ({found(value)})", instead=repaired)
    hint = f"; write {repaired}" if is_address(repaired) else ""
    return Refusal("url", f"{MUST} ({found(value)}{hint})")


def _repaired(value: str) -> str:
    """The address with its scheme and signs as they are written; what was no address may still be none."""
    scheme = "http://" if re.match("h(?:xx|tt)p:", value, re.IGNORECASE) else "https://"
    for wrong, right in REPAIRS:
        value = wrong.sub(right, value)
    return f"{scheme}{value}" if re.fullmatch(HOST, value) else ""
