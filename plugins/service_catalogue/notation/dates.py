"""Dates that may lack a day or a month: `2025`, `2025-03`, `2025-03-31`."""

import calendar
from argparse import ArgumentTypeError
from datetime import date

YEARS = range(2000, 2200)
"""Years of which a day can be asked for: before and after them no calendar of holidays and no age of a fact goes."""


def day_asked_for(text: str) -> date:
    """`2026-11-28` as a day for which something can be made; anything else is a `ValueError`."""
    day = date.fromisoformat(text)
    if day.year not in YEARS:
        raise ValueError(text)
    return day


def day_typed(text: str) -> date | None:
    """The same as it is written on a command line; none where nothing is: a Makefile passes on what it was not told."""
    try:
        return day_asked_for(text) if text else None
    except ValueError:
        raise ArgumentTypeError(f"{text} (RRRR-MM-DD, {YEARS[0]}–{YEARS[-1]})") from None


def first_day(partial: str) -> date:
    """The first day of a year, a month or the day itself."""
    year, month, day = [*(int(part) for part in partial.split("-")), 1, 1][:3]
    return date(year, month, day)


def last_day(partial: str) -> date:
    """The last day of a year (`2025`), a month (`2025-03`) or the day itself (`2025-03-31`)."""
    year, month, day = [*(int(part) for part in partial.split("-")), 0, 0][:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])
