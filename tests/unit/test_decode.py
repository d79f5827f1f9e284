from __future__ import annotations

import pytest

from timeline.entries.decode import decode
from timeline.entries.desk import Desk

GOOD = "---\ntitle: Town taken\n---\nText.\n"


def told(data: bytes, limit: int = 1024) -> tuple[str | None, list[str]]:
    """The text given back, and the report."""
    desk = Desk("content/events/2018/x.md")
    text = decode(data, desk, limit)
    return text, [str(problem).removeprefix("content/events/2018/") for problem in desk.problems]


def test_text_in_utf8_with_lf_is_given_back_as_it_is() -> None:
    assert told(GOOD.encode()) == (GOOD, [])


def test_crlf_is_read_as_lf_with_a_warning() -> None:
    warning = "x.md:1:1: file: warning: lines should end in LF; save the file with Unix line ends (found CRLF) [crlf]"
    assert told(GOOD.replace("\n", "\r\n").encode()) == (GOOD, [warning])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x.md:1:1: file: must not be empty; write it or remove the file"),
        (b" \n\n", "x.md:1:1: file: must not be empty; write it or remove the file"),
        (
            b"\xef\xbb\xbf" + GOOD.encode(),
            "x.md:1:1: file: must not begin with a byte order mark; save the file as UTF-8 without BOM",
        ),
        (GOOD.encode("utf-16"), "x.md:1:1: file: must be UTF-8; save the file as UTF-8 (found UTF-16)"),
        (b"---\ntitle: Caf\xe9\n", "x.md:2:11: file: must be UTF-8; save the file as UTF-8 (found byte 0xe9)"),
        ("عنوان".encode("cp1256"), "x.md:1:1: file: must be UTF-8; save the file as UTF-8 (found byte 0xda)"),
        (
            GOOD.replace("\n", "\r").encode(),
            "x.md:1:1: file: lines must end in LF; save the file with Unix line ends (found CR)",
        ),
        (b"x" * 2048, "x.md:1:1: file: must be at most 1 KiB (found 2 KiB)"),
    ],
)
def test_a_file_that_cannot_be_read_as_text_is_refused_with_its_place(data: bytes, message: str) -> None:
    assert told(data) == (None, [message])


def test_a_character_that_cannot_be_seen_is_named_under_its_key_or_text() -> None:
    _, report = told(GOOD.replace("Town", "To\u200bwn").replace("Text", "Te\u202ext").encode())
    assert [line.split(": a char")[0] for line in report] == ["x.md:2:10: title", "x.md:4:3: body"]
