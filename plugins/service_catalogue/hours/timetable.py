"""When a service is open: spans of the week with what sets them aside (seasons, holidays, pauses)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from service_catalogue.hours.holidays import is_holiday

HORIZON_DAYS = 7
"""How many days ahead the next opening is looked for."""
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

    def applies(self, day: date) -> bool:
        """Whether a day is one of those for which these hours were set, whatever day of the week it is."""
        return not ((self.first and day < self.first) or (self.last and day > self.last))


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A part of every year, first and last day as month and day; it may run over the turn of the year."""

    first: tuple[int, int]
    last: tuple[int, int]

    def holds(self, day: date) -> bool:
        """Whether a day is in the season."""
        now = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= now <= self.last
        return now >= self.first or now <= self.last

    def begins(self, day: date) -> date:
        """The first day of the season that begins next; one that begins on 29 February waits for 1 March."""
        year = day.year + ((day.month, day.day) >= self.first)
        month, number = self.first
        return date(year, month, 1) + timedelta(number - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Days on which the usual does not hold; without a last one, until further notice."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One time of being open, from and to a time of the clock on the wall; unsure where it may not take place."""

    start: datetime
    end: datetime
    group: str
    sure: bool


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

    def openings(self, first: date, days: int) -> Iterator[Opening]:
        """The openings that begin on a day and the days after it, in order of their start."""
        for day in (first + timedelta(later) for later in range(days)):
            found = [self._opening(span, day) for span in self.spans if self._begins(span, day)]
            yield from sorted(found, key=lambda opening: opening.start)

    def _begins(self, span: Span, day: date) -> bool:
        usual = day.weekday() in span.days and span.applies(day) and (not self.season or self.season.holds(day))
        return usual and not (self.on_holidays == "closed" and is_holiday(day)) and not self._paused(day)

    def _paused(self, day: date) -> bool:
        return bool(self.closed and self.closed.holds(day))

    def _opening(self, span: Span, day: date) -> Opening:
        midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001  # the clock on the wall has no zone
        unsure = span.irregular or self.unsure_holiday(day) or bool(self.changed and self.changed.holds(day))
        return Opening(
            start=midnight + timedelta(minutes=span.start),
            end=midnight + timedelta(minutes=span.end),
            group=span.group,
            sure=not unsure,
        )

    def unsure_holiday(self, day: date) -> bool:
        """Whether a day is a holiday and nobody has said what happens then."""
        return self.on_holidays == "unknown" and is_holiday(day)
