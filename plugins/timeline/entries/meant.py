"""What people write where the format has a word of its own, and that word."""

from __future__ import annotations

UNKNOWN = frozenset({"-", "–", "?", "n/a", "na", "no", "none", "tba", "tbd", "unknown"})
YES = frozenset({"yes", "y", "on", "true", "1"})
KEYS = {
    **dict.fromkeys(("headline", "name", "event"), ("title",)),
    "what": ("title", "note"),
    **dict.fromkeys(("when", "day"), ("date",)),
    **dict.fromkeys(("type", "category"), ("kind",)),
    **dict.fromkeys(("where", "location", "locations", "town"), ("places",)),
    **dict.fromkeys(("who", "whose", "party", "parties", "participants"), ("actors", "by")),
    **dict.fromkeys(("keywords", "topics", "themes"), ("tags",)),
    **dict.fromkeys(("certainty", "reliability"), ("confidence",)),
    **dict.fromkeys(("references", "links", "citations"), ("sources",)),
    **dict.fromkeys(("link", "address", "href"), ("url",)),
    **dict.fromkeys(("outlet", "newspaper", "site"), ("publisher",)),
    **dict.fromkeys(("quote", "summary", "supports", "claim"), ("says",)),
    **dict.fromkeys(("notes", "doubts", "uncertain"), ("caveats",)),
    **dict.fromkeys(("reason", "change"), ("note",)),
}
"""By what people call a key: what it may be, the first that a block has."""

LANGUAGES = {
    "arabic": "ar",
    "chinese": "zh",
    "dutch": "nl",
    "english": "en",
    "french": "fr",
    "german": "de",
    "hebrew": "he",
    "indonesian": "id",
    "italian": "it",
    "japanese": "ja",
    "kurdish": "ku",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "turkish": "tr",
    "ukrainian": "uk",
    "عربي": "ar",
    "عربية": "ar",
    "العربية": "ar",
}
