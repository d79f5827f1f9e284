"""Dates as people write them (`14 June 2018`, `14/06/2018`, `١٤ حزيران ٢٠١٨`), read where there is no doubt."""

from __future__ import annotations

import re
import unicodedata

from timeline.entries.calendar_words import MONTHS_ELSEWHERE, WEEKDAYS
from timeline.entries.months import MONTHS, days_in

HYPHENS = "‐‑‒–—−"
ENGLISH = rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|sept)"
MONTH = rf"(?P<name>{ENGLISH})\.?"
ANY_MONTH = rf"(?:{ENGLISH}|{'|'.join(MONTHS_ELSEWHERE)})"
TO = "(?:to|until|till|through)"
ABOUT = r"(?:c\.|(?:c|ca|circa|about|around|approx|approximately)\b\.?)"
SEPARATOR, YEAR, DAY = " ?[-/.] ?", "(?P<year>[0-9]{4})", "(?P<day>[0-9]{1,2})"
ORDERS = tuple(
    re.compile(order + "(?P<mark>[~?%]?)", re.IGNORECASE)
    for order in (
        YEAR,
        rf"{YEAR}{SEPARATOR}(?P<month>[0-9]{{1,2}})(?:{SEPARATOR}{DAY})?",
        rf"(?:{DAY}{SEPARATOR})?(?P<month>[0-9]{{1,2}}){SEPARATOR}{YEAR}",
        rf"(?:{DAY}(?:st|nd|rd|th|er|\.)?(?: of| de| من)?[ -])?{MONTH},?(?: de)?[ -]{YEAR}",
        rf"{MONTH} {DAY}(?:st|nd|rd|th)?,? {YEAR}",
    )
)
TIME = re.compile(r"(?<=[0-9])(?:T| )[0-9]{1,2}:?[0-9]{2}[^/\]]*")
WORDS = {
    "months": re.compile(rf"\b(?:{'|'.join(MONTHS_ELSEWHERE)})\b", re.IGNORECASE),
    "weekday": re.compile(rf"^(?:يوم )?(?:{'|'.join(WEEKDAYS)}),? ", re.IGNORECASE),
    "twice": re.compile(rf"\b({ENGLISH}) ?[/(] ?\1\b\)?", re.IGNORECASE),  # a month in two calendars of names
}
UNSEEN = re.compile("[\u200e\u200f\u061c“”„‟«»‘’‚‛\"']")  # marks of direction, and quotes
NIGHT = re.compile(r"(?:the )?(?:over)?night (?:(?:of|from|between) )?", re.IGNORECASE)
ONE_DAY = re.compile(r"between (?P<first>.+) and (?P<last>.+)", re.IGNORECASE)
SINCE = re.compile(r"(?:since|from|as of) ", re.IGNORECASE)
MONTH_FIRST = re.compile(rf"{MONTH} (?P<days>[0-9]{{1,2}} ?- ?[0-9]{{1,2}}),? (?P<year>[0-9]{{4}})", re.IGNORECASE)
TENTHS = {"early": (1, 10), "beginning": (1, 10), "start": (1, 10), "mid": (11, 20), "middle": (11, 20)}
BETWEEN = re.compile(rf" {TO} | - |(?<=^[0-9])-|(?<=^[0-9]{{2}})-(?=[0-9]+ )", re.IGNORECASE)


def reading(text: str) -> str:
    """The text as EDTF, or '' where it can be read in more than one way or in none. The result may be no real day."""
    plain = " ".join(TIME.sub("", _plain(text)).split())
    if re.search(r"\.\.|[0-9]{4}(?:-[0-9]{2}){0,2}[~?%]? ?/ ?[0-9]{4}", plain):
        return plain.replace(" ", "")
    if about := re.match(f"{ABOUT} ?", plain, re.IGNORECASE):
        return f"{_one_date(plain[about.end() :])}~"
    if since := SINCE.match(plain):
        return f"{_one_date(plain[since.end() :])}/.."
    if one := ONE_DAY.fullmatch(plain):
        return f"[{'..'.join(_ends(one['first'], one['last']))}]"
    plain = MONTH_FIRST.sub(r"\g<days> \g<name> \g<year>", NIGHT.sub("", plain))
    first, *rest = BETWEEN.split(plain, maxsplit=1)
    return "/".join(_ends(first, rest[0])) if rest else _one_date(first)


def part_of_month(text: str) -> str:
    """The days between which `early June 2018` may lie, `[2018-06-01..2018-06-10]`; '' where no month is named."""
    words = re.search(rf"\b([a-z]+)[ -](?:of )?({ENGLISH}\.? [0-9]{{4}})", _plain(text), re.IGNORECASE)
    month = _one_date(words[2]) if words else ""
    if not words or not month:
        return ""
    first, last = TENTHS.get(words[1].casefold(), (21, days_in(*map(int, month.split("-")))))
    return f"[{month}-{first:02}..{month}-{last:02}]"


def _ends(first: str, last: str) -> tuple[str, ...]:
    """Both ends as EDTF, none where one cannot be read."""
    ends = _one_date(_completed(first, last)), _one_date(last)
    return ends if all(ends) else ()


def one_date(text: str) -> str:
    """The text as EDTF where it is one day, month or year and nothing more, written without a doubt; '' otherwise."""
    return _one_date(_plain(text))


def _plain(text: str) -> str:
    """The text with the digits 0 to 9, plain hyphens, single spaces, months in English, no weekday and no quotes."""
    digits = "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in UNSEEN.sub("", text))
    plain = " ".join(re.sub(f"[{HYPHENS}]", "-", digits).split())
    english = WORDS["months"].sub(lambda name: MONTHS[MONTHS_ELSEWHERE[name[0].casefold()] - 1], plain)
    return WORDS["twice"].sub(r"\1", WORDS["weekday"].sub("", english))


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
