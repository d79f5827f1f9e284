"""The settings that a Python file states as plain values, read without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import suppress


def read_literals(text: str) -> dict[str, object]:
    """Name and value of every assignment on the outermost level whose value is a literal; the last of a name holds.

    What is computed or imported is left out. Raises SyntaxError where the text is no Python.
    """
    return dict(_literals(ast.parse(text)))


def _literals(module: ast.Module) -> Iterator[tuple[str, object]]:
    for statement in module.body:
        if isinstance(statement, ast.Assign):
            targets, value = statement.targets, statement.value
        elif isinstance(statement, ast.AnnAssign) and statement.value:
            targets, value = [statement.target], statement.value
        else:
            continue
        with suppress(ValueError):  # computed: only a run would tell
            stated = ast.literal_eval(value)
            yield from ((target.id, stated) for target in targets if isinstance(target, ast.Name))
