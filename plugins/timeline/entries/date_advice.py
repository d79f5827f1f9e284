"""What to write instead of a date that the grammar does not know: the form is named, and rewritten where that is sure.

`advice` never judges whether its rewriting is a date; whoever asks reads it again before it is shown.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.entries.date_reading import ABOUT, ANY_MONTH, HYPHENS, TO, part_of_month, reading

LONGEST = 80
ANY_ORDER = "a date must be written in digits, the year first, as in 2018-06-13, 2018-06 or 2018"
A_SLASH = "the two ends of an interval must be joined by a slash, without spaces, as in 2018-06-13/2018-06-15"
EXAMPLE = "[2018-06-01..2018-06-10]"
A_PART = (
    f"a part of a month must be written as the days that it may lie between, as in '{EXAMPLE}', or as the month alone"
)
A_BOUND = f"a date known from one side alone must be written as the days that it may lie between, as in '{EXAMPLE}'"
ONE_DAY = "one unknown day must be written as the days that it lies between, in brackets and quotes"
HIJRI = (
    "ramadan|sha'?aban|shawwal|muharram|safar|rajab|rabi|jumada|dhu|zu ?al|"
    "رمضان|شعبان|شوال|محرم|صفر|رجب|ربيع ال(?:أول|اول|ثاني|آخر)|جماد[ىي]|ذو ال|ذي ال|[0-9٠-٩] ?هـ"
)
EITHER_WAY = "day and month can be read either way here; write the year first, then month and day, as in 2018-06-13"
PART = "(?:early|mid|middle|late|(?:the )?(?:beginning|start|middle|end) of)"
TO_12 = "(?:[1-9]|1[0-2])"
NO_MARK = "inside [a..b] no mark ~ ? % may stand: the brackets say that it is not known"
FOUR_DIGITS = "the year must have four digits"
ONE_MARK = "at most one mark ~ ? % may stand, at the end of a day, month or year (% means ~ and ? together)"
ANYTHING = (
    "a date must be a day (2018-06-13), a month (2018-06), a year (2018), an interval (2018-06-13/2018-06-15), "
    "an interval that went on (2018-06-13/..) or one unknown day ([2018-06-13..2018-06-15])"
)


class Rule(NamedTuple):
    """`form`: searched in the text; the first rule found speaks. `instead`: template for `Match.expand`, or ''."""

    form: re.Pattern[str]
    says: str
    instead: str = ""


def _rule(form: str, says: str, instead: str = "") -> Rule:
    return Rule(re.compile(form, re.IGNORECASE | re.DOTALL), says, instead)


DATE = "[0-9]{4}(?:-[0-9]{2}){0,2}[~?%]?"
RULES = (
    _rule(r"^\s*$", "a date must be given, such as 2018-06-13"),
    _rule(rf"^.{{{LONGEST}}}.", f"a date must have at most {LONGEST} characters"),
    _rule("[\u200e\u200f\u061c]", "marks of direction, which cannot be seen, must not stand in a date"),
    _rule("[“”„‟«»‘’‚‛]", "quotes around a date must be straight (')"),
    _rule(rf"\b(?:{HIJRI})|\bA\.?H\b", "a date must be of the Gregorian calendar"),
    _rule(r"(?![0-9])\d", "digits must be 0 to 9"),
    _rule(r"(?<=[0-9])(?:T[0-9]|\s+[0-9]{1,2}:)", "a date must have no time of day"),
    _rule(r"^\s*-[0-9]|\bb\.?\s*c\b", "the year must be 0001 or later: years before it are not supported"),
    _rule(r"^([0-9]{4}(?:-[0-9]{2})?)(?:-(?:XX|uu|\?\?)){1,2}$", "unknown digits must be left out", r"\1"),
    _rule(r"(?<=[0-9])[Xu]|XX|uu", "unknown digits (X) are not supported: give the months or days it may lie between"),
    _rule(r"\b(?:spring|summer|autumn|fall|winter)\b",
          "seasons are not supported: write the months, such as 2018-06/2018-08"),
    _rule(rf"^\s*{ABOUT}", "a date that is only about right must end in ~"),
    _rule(rf"^\s*{PART}.*\b{ANY_MONTH}\b", A_PART),
    _rule(r"^\s*between\b.*\band\b", ONE_DAY),
    _rule(r"^\s*(?:since|from|as of)\b", "an interval that went on must end in /.."),
    _rule(r"^\s*(?:before|until|till|by|after|not? later than)\b", A_BOUND),
    _rule(r"^\s*(?:the )?(?:over)?night\b", "a night must be written as its two days, joined by a slash"),
    _rule(rf"^\s*(?:[0-9]{{1,2}}(?:st|nd|rd|th)? )?{ANY_MONTH}\.?(?: [0-9]{{1,2}}(?:st|nd|rd|th)?)?\s*$",
          "a date must have its year, as in 2018-06-13"),
    _rule(rf"^(?=.*\b{ANY_MONTH}\b)", ANY_ORDER),
    _rule(rf"^\s*0?({TO_12})([/.-])0?(?!\1\2){TO_12}\2[0-9]{{4}}\s*$", EITHER_WAY),
    _rule(r"[{},;&]|\band\b", "sets and lists of dates are not supported: "
          "write a/b if it lasted, [a..b] for one unknown day or month from a to b"),
    _rule(r"^\s*[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{1,2}\s*$", FOUR_DIGITS),
    _rule(r"^\s*[0-9]{1,2}[/.-](?:[0-9]{1,2}[/.-])?[0-9]{4}\s*$", ANY_ORDER),
    _rule(rf"^[0-9]{{4}}[/.{HYPHENS}][0-9]{{1,2}}(?:[/.{HYPHENS}-][0-9]{{1,2}})?$",
          "year, month and day must be joined by hyphens (-)"),
    _rule(rf"^({DATE})[-{HYPHENS}]({DATE})$", A_SLASH, r"\1/\2"),
    _rule(rf"\b{TO}\b|\s-\s|[{HYPHENS}]", A_SLASH),
    _rule(rf"^{DATE} or {DATE}$", "one of two days must be written as the days that it may lie between, in brackets "
          "and quotes, as in '[2018-06-13..2018-06-15]'"),
    _rule(r"^\s*(?:[0-9]{1,2}\S* \S+|\S+ [0-9]{1,2}\S*,?) [0-9]{4}\s*$", ANY_ORDER),
    _rule(r"\s", "a date must have no spaces"),
    _rule(r"^(\[[^\]]*\])[~?%]$", NO_MARK, r"\1"),
    _rule(r"^\[[^\]]*$|^[^\[]*\]|\].", "brackets must stand around the whole date, as in [2018-06-13..2018-06-15]"),
    _rule(r"^\[(?:\.\.|/)|(?:\.\.|/)\]$", "inside [a..b] both ends must be given"),
    _rule(r"^\[([^./]*)/([^./]*)\]$", "inside brackets the ends must be joined by two dots", r"[\1..\2]"),
    _rule(r"^\[([^./]*)\]$", "brackets must hold two dates, as in [2018-06-13..2018-06-15]", r"\1"),
    _rule(r"^[^/\[]*\.\.[^/]*$", "two dots must stand in brackets for one unknown day, [2018-06-13..2018-06-15]; "
          "if it lasted, the ends must be joined by a slash, 2018-06-13/2018-06-15"),
    _rule(r"/.*/", "a date must have one slash at most"),
    _rule(r"^(?:\.\.)?/", "the beginning must be given: write the earliest day, month or year it may have begun"),
    _rule(r"^([^/]+)/(?:\.|\.\.\.|…|open|now|present)?$", "an interval that went on must end in two dots", r"\1/.."),
)  # fmt: skip
PART_RULES = (
    _rule(r"^([~?%])([^~?%]*)$", ONE_MARK, r"\2\1"),
    _rule(r"^([^~?%]*)(?:~\?|\?~)$", ONE_MARK, r"\1%"),
    _rule(r"[~?%](?=.)", ONE_MARK),
    _rule(r"-[WQ][0-9]", "weeks and quarters are not supported: write the days or months from and to"),
    _rule(r"^[0-9]{4}-[0-9]{3}$", "days counted through the year are not supported: write month and day"),
    _rule(r"^([0-9]{4})([0-9]{2})([0-9]{2})$", "year, month and day must be joined by hyphens (-)", r"\1-\2-\3"),
    _rule(r"^[0-9]{4}(?:-[0-9]{1,2}){1,2}[~?%]?$", "month and day must have two digits"),
    _rule(r"^(?:y?[0-9]{5}|[0-9]{1,3}(?![0-9]))", FOUR_DIGITS),
)  # fmt: skip


def advice(text: str) -> tuple[int, str, str]:
    """For a text that is no date: where the trouble begins, what must be true, and what to write, '' if not sure.

    The first is a position in characters from 0; the last may still be refused by the grammar.
    """
    for rule in RULES:
        if match := rule.form.search(text):
            says = rule.says.replace(EXAMPLE, part_of_month(text) or EXAMPLE) if rule.says == A_PART else rule.says
            return match.start(), says, match.expand(rule.instead) if rule.instead else reading(text)
    for part in re.finditer(r"[^/\[\].]+", text):
        if re.fullmatch(DATE, part[0]):
            continue
        for rule in PART_RULES:
            if match := rule.form.search(part[0]):
                instead = match.expand(rule.instead) if rule.instead else reading(part[0])
                whole = text[: part.start()] + instead + text[part.end() :] if instead else ""
                return part.start() + match.start(), rule.says, whole
    return 0, ANYTHING, ""
