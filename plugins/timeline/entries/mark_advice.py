"""How people cite where a footnote mark belongs: `[herald]`, `[[herald]]`, `^herald`, `(Herald)`, marks with commas."""

from __future__ import annotations

import re
from collections.abc import Sequence

FORMS = (
    r"(?<!\])\\?[\[［]{{1,2}}[@^ ]*{key}\\?[\]］]{{1,2}}(?!\()",
    r"(?<![\[\w])\^{key}\b",
    r"\({key}\)",
)


def other_form(lines: Sequence[str], key: str) -> tuple[int, int, str] | None:
    """Line and column (from 1) and text of a citation of the source `key` that is no footnote mark, or None."""
    words = re.escape(key).replace(r"\-", "[ -]")
    for number, line in enumerate(lines, 1):
        for form in FORMS:
            if match := re.search(form.format(key=words), line, re.IGNORECASE):
                return number, match.start() + 1, match[0]
    return None


def marks_for(inside: str) -> str:
    """The marks that `[^inside]` was meant to be, as `[^herald][^radio]`; '' where no ids can be made of it."""
    parts = [re.sub(r"[^\w-]+", " ", part).split() for part in re.split("[,;،؛]| and ", inside.casefold())]
    ids = ["-".join(words).replace("_", "-") for words in parts]
    good = all(re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", key) for key in ids)
    return "".join(f"[^{key}]" for key in ids) if good else ""
