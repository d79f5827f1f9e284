"""The keys of an entry in the order of the format, so that every header reads alike and differences are small."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.entries.blocks import Key
from timeline.entries.desk import Desk
from timeline.entries.fix import Edit
from timeline.entries.header import Block


def check_key_order(desk: Desk, header: Block, body_line: int, keys: Sequence[Key]) -> None:
    """A warning where the keys of a header stand in another order than `keys`. body_line: where the body begins."""
    given = [key.name for key in keys if key.name in header.pairs]
    there = [name for name in header.pairs if name in given]
    if there == given:
        return
    first = next(name for name, other in zip(there, given, strict=True) if name != other)
    must = f"keys should stand in the order of the format: {', '.join(given)}"
    fix = _sorted(desk, header, body_line, given) if len(given) == len(header.pairs) and not desk.garbled else None
    desk.warn(header.pairs[first][0], first, "key-order", must, fix)


def _sorted(desk: Desk, header: Block, body_line: int, order: Sequence[str]) -> Edit | None:
    """The header's lines, sorted; None where a line beside the keys (a comment, a blank) would lose its place."""
    lines = desk.text.split("\n")
    starts = [header.pairs[name][0].line for name in header.pairs]
    ends = [*starts[1:], body_line - 1]
    if any(not line.strip() or line.lstrip().startswith("#") for line in lines[starts[0] - 1 : ends[-1] - 1]):
        return None
    own = {name: lines[start - 1 : end - 1] for name, start, end in zip(header.pairs, starts, ends, strict=True)}
    same = next(at for at, (there, name) in enumerate(zip(header.pairs, order, strict=True)) if there != name)
    was, now = ([line for name in names[same:] for line in own[name]] for names in (list(header.pairs), order))
    return Edit(starts[same], 1, "\n".join(was), "\n".join(now))
