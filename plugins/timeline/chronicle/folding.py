"""One rule for what a reader types and what is written: spellings that sound alike become one term.

`theme/static/js/find/fold.js` is the same rule for the browser; `tests/js/folding.json` holds the cases of both.
Latin letters lose case and marks, and follow the usual ways of writing Arabic names in them; Arabic letters lose vowel
signs, hamza and what keyboards mix up. Articles are no terms, and a hyphen parts words as a space does.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters, digits, marks, and what stands inside a word without being a sound of its own.
SILENT = "'’‘`´ʼʿʾʻʹ\u200c\u200d"
WORD = re.compile(rf"(?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed{SILENT}])+")
MARKS = re.compile(rf"[\u0300-\u036f\u0610-\u061a\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06ed{SILENT}]")
ARTICLE = re.compile("[aeu]l|[ae](?:d|n|r|sh?|t|z)|a[dt]h")
LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ð": "d", "þ": "t"}
    | dict(zip("ٱىیکةھہە", "اييكهههه", strict=True))
    | dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True))
)
SOUNDS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"sch|[sc]h", "s"),
        (r"dj", "j"),
        (r"[qc]", "k"),
        (r"([bdfgjklmnprtvwz])h", r"\1"),
        (r"[ae]h$", "a"),
        (r"([iou])h$", r"\1"),
        (r"y", "i"),
        (r"ee", "i"),
        (r"o[ou]", "u"),
        (r"([a-z])\1+", r"\1"),
        (r"[ae]i", "e"),
        (r"^(?:[وفبك]ال(?=...)|لل(?=...)|ال(?=..))", ""),
    )
)


def terms(text: str) -> list[str]:
    """The folded terms of a text in their order, repeated ones too; articles and lone signs are left out."""
    return [term for word in WORD.findall(text) if (term := fold_word(word))]


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """The term of one word, '' for an article or what has no letter or digit."""
    letters = unicodedata.normalize("NFKD", word).lower().replace("c\u0327", "ch")
    bare = MARKS.sub("", letters).translate(LETTERS)
    if ARTICLE.fullmatch(bare):
        return ""
    for pattern, instead in SOUNDS:
        bare = pattern.sub(instead, bare)
    return bare
