"""`source`: one more source for an entry, or the archived copy of one of its sources."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from timeline.authoring.adding import CannotAddError, add_archive, add_source, source_ids, sources_of
from timeline.commands.asking import Asker, reader
from timeline.commands.new import INTERRUPTED, source_answers
from timeline.entries.check import check
from timeline.entries.entry import NAME
from timeline.entries.gist import current_ids
from timeline.entries.problem import nearest
from timeline.entries.shapes import Refusal, url
from timeline.files.tree import read_tree


def source(project: Path, key: str, address: str, given: Mapping[str, str], archive_of: str = "") -> int:
    """Add the page at `address` to the entry `key`, or, with `archive_of`, as the archived copy of that source.

    given: answers by option; what is left open is asked. Returns 0; 1 with nothing changed and why; 130 after Ctrl-C.
    """
    try:
        path, text, done = _added(project, key, address, dict(given), archive_of)
    except (Refusal, CannotAddError, UnicodeDecodeError) as refusal:
        print(refusal, "Nothing was changed.", sep="\n", file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nNothing was changed.")
        return INTERRUPTED
    (project / path).write_bytes(text.encode())
    print(done)
    return 0


def _added(project: Path, key: str, address: str, given: dict[str, str], archive_of: str) -> tuple[str, str, str]:
    """The entry's path, its new text, and what to tell. Raises Refusal, CannotAddError, UnicodeDecodeError."""
    tree = read_tree(project)
    paths = {name["id"]: path for path in tree.files if (name := NAME.fullmatch(path)) and not name["language"]}
    content = check(tree.files, tree.problems)
    key = current_ids(content.gists).get(key, key)
    if key not in paths:
        raise CannotAddError(f"{key}: must be the id of an entry{nearest(key, paths)}")
    reader(url)(address)
    path = paths[key]
    before = tree.files[path].decode("utf-8")
    if archive_of:
        return path, add_archive(before, archive_of, address), f"{path}: {archive_of} has an archived copy now."
    asker = Asker(given, terminal=sys.stdin.isatty())
    values = source_answers(asker, content, address, source_ids(sources_of(before)))
    if asker.wrong:
        raise CannotAddError("\n".join(asker.wrong))
    mark = f"[^{values['id']}]"
    return path, add_source(before, values), f"{path}: added. Put {mark} after each claim that the page supports."
