"""Months of the Gregorian calendar: their English names, their lengths, which follows which.

Python's `calendar` would bring in the names of months in every language, which takes a check longer than a file.
"""

from __future__ import annotations

from datetime import date

MONTHS = ("january", "february", "march", "april", "may", "june", "july",
          "august", "september", "october", "november", "december")  # fmt: skip


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def month_after(year: int, month: int) -> tuple[int, int]:
    """Year and month of the month that follows."""
    return (year, month + 1) if month < 12 else (year + 1, 1)
