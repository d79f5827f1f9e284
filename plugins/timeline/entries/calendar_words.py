"""The months and weekdays in the languages in which sources are often written, from the Unicode locale data (CLDR)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from babel import Locale

LANGUAGES = ("ar", "ar_SY", "ckb", "de", "es", "fr", "ru", "tr")
"""Arabic twice: the months have other names in the Levant and Iraq than in Egypt."""


def _spellings(name: str) -> Iterator[str]:
    """A name in small letters, and without the signs over its letters, which people leave out."""
    yield name.casefold()
    yield "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))


def _months() -> Iterator[tuple[str, int]]:
    for language in LANGUAGES:
        months = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for number, name in months[context]["wide"].items():
                yield from ((spelling, number) for spelling in _spellings(name))


def _weekdays() -> Iterator[str]:
    for language in ("en", *LANGUAGES):
        for name in Locale.parse(language).days["format"]["wide"].values():
            yield from _spellings(name)


def _longest_first(names: set[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


_NUMBERS = dict(_months())
MONTHS_ELSEWHERE = {name: _NUMBERS[name] for name in _longest_first(set(_NUMBERS))}
"""The number of each month by its name in small letters; longer names first."""

WEEKDAYS = _longest_first({*_weekdays(), "mon", "tue", "wed", "thu", "fri", "sat", "sun"})
"""Names of weekdays in small letters, longer ones first."""
