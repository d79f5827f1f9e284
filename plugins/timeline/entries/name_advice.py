"""What to name a file instead, where its name is none of an entry or of a translation."""

from __future__ import annotations

import re
import unicodedata

from timeline.entries.entry import NAME
from timeline.entries.meant import LANGUAGES
from timeline.entries.shapes import MAX_ID

FILE = re.compile(r"(?P<stem>.*?)(?P<language>(?:\.[A-Za-z]{2})?)\.md")
TRANSLATION = re.compile(r"(?P<stem>.+)[-_. ](?P<word>[a-z]{2,})\.md", re.IGNORECASE)


def better_name(path: str) -> str:
    """`; write …` for a path from the content folder that only needs other signs or the folder of its year, or ''."""
    folder, _, file = path.rpartition("/")
    parts = FILE.fullmatch(file)
    if not parts or not folder.startswith("events"):
        return ""
    letters = unicodedata.normalize("NFKD", parts["stem"].casefold())
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    stem = re.sub("[^a-z0-9]+", "-", plain).strip("-")
    stem = re.sub(r"^(\d{4})-(\d{1,2})-(\d{1,2})-", lambda day: f"{day[1]}-{day[2]:0>2}-{day[3]:0>2}-", stem)
    name = f"events/{stem[:4]}/{stem}{parts['language'].casefold()}.md"
    known = NAME.fullmatch(f"content/{name}")
    return f"; write {name}" if known and len(known["id"]) <= MAX_ID else ""


def translation_name(path: str) -> str:
    """The path of a translation for one that names its language in another way, as `…-ar.md` does; '' where none is."""
    match = TRANSLATION.fullmatch(path)
    word = match["word"].casefold() if match else ""
    code = LANGUAGES.get(word, word)
    return f"{match['stem']}.{code}.md" if match and code in LANGUAGES.values() else ""
