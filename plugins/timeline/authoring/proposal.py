"""What can be proposed from what a person pasted: a date, an id, a file name, a publisher, a name for the source."""

from __future__ import annotations

from collections.abc import Collection

from slugify import slugify

from timeline.entries.address import host_of
from timeline.entries.date_advice import advice
from timeline.entries.dates import DateError, EdtfDate, parse
from timeline.entries.vocabulary import Publisher, Vocabulary

LONGEST_PROPOSED = 50  # an id may be longer; what stands in an address is better short
IN_FULL = {"english": "en", "arabic": "ar"}  # as addresses have them
SMALL_WORDS = ("a", "an", "and", "at", "by", "from", "in", "of", "on", "the", "to", "with")


def read_date(text: str) -> EdtfDate:
    """The date that a person wrote, in EDTF or in a form that can be read in one way. Raises DateError."""
    plain = text.strip().strip("'\"").strip()
    try:
        return parse(plain)
    except DateError:
        instead = advice(plain)[2]
        if not instead:
            raise
        return parse(instead)


def propose_id(title: str, taken: Collection[str]) -> str:
    """An id from the title, short and not yet `taken`; '' when the title has no Latin or other letters to make one."""
    words = slugify(title, max_length=LONGEST_PROPOSED, word_boundary=True, stopwords=SMALL_WORDS, save_order=True)
    return free(words.lstrip("0123456789-"), taken)


def free(name: str, taken: Collection[str]) -> str:
    """`name`, or `name-2`, `name-3` … where it is `taken`; '' stays ''."""
    number, made = 1, name
    while made and made in taken:
        number += 1
        made = f"{name}-{number}"
    return made


def entry_path(date: EdtfDate, key: str) -> str:
    """The path of an entry's file from the project's folder."""
    return f"content/events/{date.prefix[:4]}/{date.prefix}-{key}.md"


def publisher_of(address: str, publishers: Vocabulary) -> str:
    """The id of the publisher whose `site` is the address's host or the nearest domain above it; '' for none."""
    host = host_of(address)
    sites = {
        host_of(item.site): item.id for item in publishers.items.values() if isinstance(item, Publisher) and item.site
    }
    above = [site for site in sites if host == site or host.endswith(f".{site}")]
    return sites[max(above, key=len)] if above else ""


def language_of(address: str, publishers: Vocabulary, publisher: str) -> str:
    """The language that the address names (`/en/`, `/english/`), else the publisher's main one; '' for neither."""
    items = [item for item in publishers.items.values() if isinstance(item, Publisher)]
    known = {item.language for item in items if len(item.language) == 2}
    path = address.partition("://")[2].partition("/")[2]
    parts = [IN_FULL.get(part, part) for part in (*path.casefold().split("/")[:2], host_of(address).split(".")[0])]
    own = next((item.language for item in items if item.id == publisher), "")
    return next((part for part in parts if part in known), own)


def source_id(publisher: str, address: str, taken: Collection[str]) -> str:
    """A short name for a source: its publisher's id, or the telling part of its host; not yet `taken`."""
    labels = host_of(address).split(".")[:-1] or ["source"]
    name = publisher or slugify(max(labels, key=len)).lstrip("0123456789-") or "source"
    return free(name, taken)
