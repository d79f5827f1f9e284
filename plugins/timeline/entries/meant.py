"""What people write where the format has a word of its own, and that word."""

from __future__ import annotations

UNKNOWN = frozenset({"-", "–", "?", "n/a", "na", "no", "none", "tba", "tbd", "unknown"})
YES = frozenset({"yes", "y", "on", "true", "1", "نعم"})
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

ELSEWHERE = {
    **dict.fromkeys(
        ("lat", "lon", "latitude", "longitude", "coordinates", "geo"),
        "the point of a place stands in content/vocabulary/places.yaml",
    ),
    **dict.fromkeys(("id", "slug"), "the id is a part of the file's name; remove it"),
    **dict.fromkeys(("description", "text", "body", "content"), "the text stands below the header"),
    **dict.fromkeys(("image", "images", "photo", "photos", "video"), "entries hold no pictures; remove it"),
    **dict.fromkeys(
        ("casualties", "deaths", "killed", "injured", "victims"),
        "figures stand in the text or among the accounts, with whoever gives them",
    ),
    **dict.fromkeys(("author", "contributor"), "nothing in an entry says who wrote it; remove it"),
}
"""By what people take for a key: where it belongs."""

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
    "ara": "ar",
    "deu": "de",
    "eng": "en",
    "fas": "fa",
    "fra": "fr",
    "rus": "ru",
    "spa": "es",
    "tur": "tr",
    "عربي": "ar",
    "عربية": "ar",
    "العربية": "ar",
}
