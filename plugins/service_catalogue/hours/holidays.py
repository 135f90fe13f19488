"""Polish public holidays of any year."""

from datetime import date, timedelta
from functools import cache

_FIXED = ((1, 1), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26))
_AFTER_EASTER = (0, 1, 49, 60)
"""Easter Sunday and Monday, Pentecost, Corpus Christi."""
_EPIPHANY_SINCE, _CHRISTMAS_EVE_SINCE = 2011, 2025
"""The years in which these two days became days off by law."""
_ONCE = frozenset({date(2018, 11, 12)})
"""Days off by a law of their own: the centenary of independence."""


@cache
def public_holidays(year: int) -> frozenset[date]:
    """The days of a year that are days off by law."""
    easter = _easter(year)
    days = {date(year, month, day) for month, day in _FIXED}
    days |= {easter + timedelta(later) for later in _AFTER_EASTER}
    days |= {date(year, 1, 6)} if year >= _EPIPHANY_SINCE else set()
    days |= {date(year, 12, 24)} if year >= _CHRISTMAS_EVE_SINCE else set()
    return frozenset(days | {day for day in _ONCE if day.year == year})


def is_holiday(day: date) -> bool:
    """Whether a day is a public holiday."""
    return day in public_holidays(day.year)


def holidays_within(first: date, days: int) -> tuple[date, ...]:
    """The public holidays among so many days, in their order."""
    return tuple(day for day in (first + timedelta(later) for later in range(days)) if is_holiday(day))


def _easter(year: int) -> date:
    """Easter Sunday: the Sunday after the first full moon of spring, both as the Gregorian calendar reckons them."""
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 28) + timedelta(moon - weekday)
