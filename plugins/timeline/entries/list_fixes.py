"""A list of ids that was written in another way, as the list on one line that it should be; only where that is safe."""

from __future__ import annotations

import re

from timeline.entries.desk import Desk
from timeline.entries.fix import Edit
from timeline.entries.header import Block, Node, Rows, Text
from timeline.entries.yaml_mistakes import quoted

PLAIN = re.compile(r"\w[^\[\]{}(),،:;؛#'\"|]*")
"""A value that stands in a list in brackets as it is, without quotes."""


def one_line(desk: Desk, node: Node) -> Edit | None:
    """The fix that writes the value at `node` as `[a, b]`; None where more than ids could be lost."""
    if isinstance(node, Text):
        return _of_text(desk, node)
    if not isinstance(node, Rows):
        return None
    values = [item.value for item in node.items if isinstance(item, Text) and item.plain]
    if len(values) < len(node.items) or not all(map(PLAIN.fullmatch, values)):
        return None
    now = f"[{', '.join(values)}]"
    return _of_brackets(desk, node, now) if node.flow else _of_dashes(desk, node, values, now)


def below(desk: Desk, node: Node) -> Edit | None:
    """The fix that puts a text behind its key on a line of its own below it, with a dash."""
    was = desk.part(node) if isinstance(node, Text) else ""
    before = desk.text.split("\n")[node.line - 1][: node.column - 1]
    key = before.rstrip()
    if not was or not key.endswith(":"):
        return None
    indent = " " * (len(key) - len(key.lstrip()) + 2)
    return Edit(node.line, len(key) + 1, f"{before[len(key) :]}{was}", f"\n{indent}- {was}")


def in_quotes_at(desk: Desk, node: Block) -> Edit | None:
    """The fix that puts a text in quotes of which a colon made a key and a value; None where it may be a block."""
    words = [(key, value) for key, value in node.pairs.values() if isinstance(value, Text)]
    if len(node.pairs) != 1 or len(words) != 1 or words[0][1].end_line != node.line or not words[0][1].plain:
        return None
    was = desk.text.split("\n")[node.line - 1][node.column - 1 :].rstrip()
    return Edit(node.line, node.column, was, quoted(was))


def _of_text(desk: Desk, node: Text) -> Edit | None:
    """`hajin` or `hajin, gharanij` without its brackets, or in round ones."""
    values = [value.strip() for value in re.split("[,،;؛]", node.value.strip("()"))]
    if not node.plain or not all(map(PLAIN.fullmatch, values)):
        return None
    return desk.writing(node, f"[{', '.join(values)}]")


def _of_brackets(desk: Desk, node: Rows, now: str) -> Edit | None:
    """A list in brackets that goes over several lines."""
    lines = desk.text.split("\n")[node.line - 1 : node.end_line]
    lines[-1] = lines[-1][: node.end_column - 1]
    lines[0] = lines[0][node.column - 1 :]
    was = "\n".join(lines)
    return Edit(node.line, node.column, was, now) if "#" not in was else None


def _of_dashes(desk: Desk, node: Rows, values: list[str], now: str) -> Edit | None:
    """One item a line below the key, each with a dash and nothing else."""
    above, *items = desk.text.split("\n")[node.line - 2 : node.line - 1 + len(values)]
    if not above.rstrip().endswith(":") or [item.strip() for item in items] != [f"- {value}" for value in values]:
        return None
    key = above.rstrip()
    return Edit(node.line - 1, len(key) + 1, "\n".join((above[len(key) :], *items)), f" {now}")
