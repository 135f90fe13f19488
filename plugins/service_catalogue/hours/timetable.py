"""When a service is open: spans of the week with what sets them aside (seasons, holidays, pauses)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

DAY = 24 * 60

OnHolidays = Literal["open", "closed", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From a minute to a minute after midnight of the days it begins on (0 is Monday); past 1440 is the next day.

    `group` are those it is only for, `irregular` is what happens not every week, `first` and `last` its days.
    """

    days: frozenset[int]
    start: int
    end: int
    group: str = ""
    irregular: bool = False
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A part of every year, first and last day as month and day; it may run over the turn of the year."""

    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Days on which the usual does not hold; without a last one, until further notice."""

    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """All that decides whether a service is open.

    `closed` is a pause in which nothing happens, `changed` one in which we do not know what holds.
    """

    spans: tuple[Span, ...] = ()
    on_holidays: OnHolidays = "unknown"
    season: Season | None = None
    closed: Pause | None = None
    changed: Pause | None = None
    by_arrangement: bool = False
