"""`check`: every problem of every file under `content/`, without building and without Pelican."""

from __future__ import annotations

from pathlib import Path

from timeline.entries.check import check as check_content
from timeline.files.tree import read_tree


def check(project: Path) -> int:
    """Print all problems, sorted, then the totals. Returns 1 when any of them stops a build, 0 for warnings alone."""
    tree = read_tree(project)
    content = check_content(tree.files, tree.problems)
    for problem in content.problems:
        print(problem)
    warnings = sum(problem.warning for problem in content.problems)
    print(f"{len(content.problems) - warnings} problems, {warnings} warnings; {content.totals()}")
    return 0 if content.ok else 1
