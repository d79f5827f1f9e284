"""Dates as people write them (`14 June 2018`, `14/06/2018`, `24 June – 5 July 2018`), read where there is no doubt."""

from __future__ import annotations

import re
import unicodedata

from timeline.entries.months import MONTHS

HYPHENS = "‐‑‒–—−"
MONTH = rf"(?P<name>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|sept)\.?"
TO = "(?:to|until|till|through)"
ABOUT = r"(?:c\.|(?:c|ca|circa|about|around|approx|approximately)\b\.?)"
SEPARATOR, YEAR, DAY = " ?[-/.] ?", "(?P<year>[0-9]{4})", "(?P<day>[0-9]{1,2})"
ORDERS = tuple(
    re.compile(order + "(?P<mark>[~?%]?)", re.IGNORECASE)
    for order in (
        YEAR,
        rf"{YEAR}{SEPARATOR}(?P<month>[0-9]{{1,2}})(?:{SEPARATOR}{DAY})?",
        rf"(?:{DAY}{SEPARATOR})?(?P<month>[0-9]{{1,2}}){SEPARATOR}{YEAR}",
        rf"(?:{DAY}(?:st|nd|rd|th)?(?: of)? )?{MONTH},? {YEAR}",
        rf"{MONTH} {DAY}(?:st|nd|rd|th)?,? {YEAR}",
    )
)
TIME = re.compile(r"(?<=[0-9])(?:T| )[0-9]{1,2}:?[0-9]{2}[^/\]]*")
BETWEEN = re.compile(rf" {TO} | - |(?<=^[0-9])-|(?<=^[0-9]{{2}})-(?=[0-9]+ )", re.IGNORECASE)


def reading(text: str) -> str:
    """The text as EDTF, or '' where it can be read in more than one way or in none. The result may be no real day."""
    plain = " ".join(TIME.sub("", _plain(text)).split())
    if re.search(r"\.\.|[0-9]{4}.*/ ?[0-9]{4}", plain):
        return plain.replace(" ", "")
    if about := re.match(f"{ABOUT} ?", plain, re.IGNORECASE):
        return f"{_one_date(plain[about.end() :])}~"
    first, *rest = BETWEEN.split(plain, maxsplit=1)
    if not rest:
        return _one_date(first)
    ends = _one_date(_completed(first, rest[0])), _one_date(rest[0])
    return "/".join(ends) if all(ends) else ""


def one_date(text: str) -> str:
    """The text as EDTF where it is one day, month or year and nothing more, written without a doubt; '' otherwise."""
    return _one_date(_plain(text))


def _plain(text: str) -> str:
    """The text with the digits 0 to 9, plain hyphens and single spaces."""
    digits = "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in text)
    return " ".join(re.sub(f"[{HYPHENS}]", "-", digits).split())


def _completed(first: str, last: str) -> str:
    """The first end with the month and the year that it leaves to the last: `14` of `14–16 June 2018`."""
    if first.isdecimal() and len(first) <= 2:
        return first + last.lstrip("0123456789")
    return first if re.search("[0-9]{4}", first) else f"{first} {last[-4:]}"


def _one_date(text: str) -> str:
    """One day, month or year written in some order, as EDTF; '' if unknown or if day and month may be swapped."""
    match = next((match for order in ORDERS if (match := order.fullmatch(text))), None)
    if not match:
        return ""
    known = match.groupdict()
    day, month = int(known.get("day") or 0), int(known.get("month") or 0)
    if known.get("name"):
        month = 1 + next(index for index, name in enumerate(MONTHS) if name.startswith(known["name"][:3].lower()))
    elif day and match.start("day") < match.start("year") and day != month:
        if day <= 12 and month <= 12:
            return ""
        day, month = max(day, month), min(day, month)
    return known["year"] + "".join(f"-{number:02}" for number in (month, day) if number) + known["mark"]
