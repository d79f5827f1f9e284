"""Words of another script inside a text: marked, so that they are read in their language and direction."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

# Letters written from right to left (Hebrew to Arabic and its extensions), with what stands between two of them.
_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_RUN = re.compile(f"({_LETTER}+(?:[ ’'.،-]+{_LETTER}+)*)")


def mark_right_to_left(text: str, lang: str) -> Markup:
    """`text`, escaped, with its words from right to left in `bdi` elements of the language `lang` (BCP 47)."""
    return Markup("").join(
        Markup('<bdi lang="{}">{}</bdi>').format(lang, part) if _RUN.fullmatch(part) else escape(part)
        for part in _RUN.split(text)
    )
