"""Bytes of a file in, text out: UTF-8, no byte order mark, lines that end in LF, no character that cannot be seen."""

from __future__ import annotations

from timeline.entries.characters import faults
from timeline.entries.desk import START, Desk
from timeline.entries.header import FENCE
from timeline.entries.problem import found
from timeline.entries.yaml_mistakes import field_at

SAVE = "save the file as UTF-8"
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, desk: Desk, limit: int) -> str | None:
    """The text of a file of at most `limit` bytes, or None with a problem on the desk.

    CRLF line ends are read as LF, with a warning: everything else counts lines and columns in the text given back.
    """
    if refusal := _refusal(data, limit):
        desk.report(START, "file", *refusal)
        return None
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _not_utf8(data, error.start, desk)
        return None
    text = _lines(decoded, desk)
    if text is not None:
        _report_characters(text, desk)
    return text


def _refusal(data: bytes, limit: int) -> tuple[str, str] | None:
    """Code and message for a file that is not worth decoding."""
    if len(data) > limit:
        return "too-large", f"must be at most {limit // 1024} KiB (found {len(data) // 1024} KiB)"
    if not data.strip():
        return "empty-file", "must not be empty; write it or remove the file"
    if data.startswith(UTF16):
        return "encoding", f"must be UTF-8; {SAVE} (found UTF-16)"
    if data.startswith(b"\xef\xbb\xbf"):
        return "byte-order-mark", f"must not begin with a byte order mark; {SAVE} without BOM"
    return None


def _not_utf8(data: bytes, start: int, desk: Desk) -> None:
    """Report the first byte that is no UTF-8, at its line and column."""
    before = data[:start].decode("utf-8")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    must = f"must be UTF-8; {SAVE} ({found(f'byte 0x{data[start]:02x}')})"
    desk.report((line, column), "file", "encoding", must)


def _lines(text: str, desk: Desk) -> str | None:
    if "\r" not in text:
        return text
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        desk.report(
            (line, 1), "file", "line-ends", "lines must end in LF; save the file with Unix line ends (found CR)"
        )
        return None
    must = "lines should end in LF; save the file with Unix line ends (found CRLF)"
    desk.report(START, "file", "crlf", must, warning=True)
    return text


def _report_characters(text: str, desk: Desk) -> None:
    """Report characters that must not stand in a file, each under the key or the text it stands in."""
    found_faults = faults(text)
    if not found_faults:
        return
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines, 1) if line.rstrip() == FENCE]
    body = fences[1] if len(fences) > 1 and fences[0] == 1 else len(lines)
    for fault in found_faults:
        name = field_at(lines, fault.line - 1) if fault.line < body else "body"
        desk.report((fault.line, fault.column), name, fault.code, fault.message, warning=fault.warning)
