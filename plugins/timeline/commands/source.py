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
from timeline.entries.problem import nearest
from timeline.entries.shapes import Refusal, url
from timeline.files.tree import read_tree


def source(project: Path, key: str, address: str, given: Mapping[str, str], archive_of: str = "") -> int:
    """Add the page at `address` to the entry `key`, or, with `archive_of`, as the archived copy of that source.

    given: answers by option; what is left open is asked. Returns 0; 1 with nothing changed and why; 130 after Ctrl-C.
    """
    tree = read_tree(project)
    paths = {name["id"]: path for path in tree.files if (name := NAME.fullmatch(path)) and not name["language"]}
    try:
        if key not in paths:
            raise CannotAddError(f"{key}: must be the id of an entry{nearest(key, paths)}")
        reader(url)(address)
        path = paths[key]
        before = tree.files[path].decode("utf-8")
        if archive_of:
            after, done = add_archive(before, archive_of, address), f"{path}: {archive_of} has an archived copy now."
        else:
            asker = Asker(given, terminal=sys.stdin.isatty())
            taken = source_ids(sources_of(before))
            values = source_answers(asker, check(tree.files, tree.problems), address, taken)
            if asker.wrong:
                raise CannotAddError("\n".join(asker.wrong))
            after = add_source(before, values)
            done = f"{path}: {values['id']} is added. Put [^{values['id']}] after each claim that it supports."
    except (Refusal, CannotAddError, UnicodeDecodeError) as refusal:
        print(refusal, "Nothing was changed.", sep="\n", file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nNothing was changed.")
        return INTERRUPTED
    (project / path).write_bytes(after.encode())
    print(done)
    return 0
