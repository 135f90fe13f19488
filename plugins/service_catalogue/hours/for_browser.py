"""Confirmed hours as data for the browser, which knows what time it is."""

from collections.abc import Iterator
from datetime import date, timedelta

from service_catalogue.hours.holidays import is_holiday
from service_catalogue.hours.timetable import Pause, Season, Span, Timetable
from service_catalogue.notation import compact_json

DAYS_AHEAD = 15
"""For so many days the browser is told the holidays: the days it may say anything of, and those it looks ahead."""
_EPOCH = date(1970, 1, 1)
_EVENING, _DAY = 18 * 60, 24 * 60


def live_hours(timetable: Timetable) -> str:
    """A timetable as JSON for `hours.js`: days are counted from 1970, times are minutes."""
    data = {
        "spans": [_row(span) for span in timetable.spans],
        "holidays": timetable.on_holidays,
        "season": _season(timetable.season),
        "closed": _pause(timetable.closed),
        "changed": _pause(timetable.changed),
        "arranged": timetable.by_arrangement,
    }
    return compact_json({key: value for key, value in data.items() if value})


def holidays_near(today: date) -> str:
    """The public holidays from the day before a day on, as numbers of days with spaces between."""
    days = (today + timedelta(later) for later in range(-1, DAYS_AHEAD))
    return " ".join(str(_number(day)) for day in days if is_holiday(day))


def open_at(timetable: Timetable) -> Iterator[str]:
    """Whether it is open on evenings of working days, on Saturdays or Sundays, day and night, as lists are narrowed."""
    spans = [span for span in timetable.spans if not span.irregular]
    if any(span.days & set(range(5)) and span.end > _EVENING for span in spans):
        yield "wieczorem"
    if any(span.days & {5, 6} or (4 in span.days and span.end > _DAY) for span in spans):
        yield "w-weekend"
    if any(span.days >= set(range(7)) and span.end - span.start >= _DAY for span in spans):
        yield "cala-dobe"


def _row(span: Span) -> list[object]:
    mask = sum(1 << day for day in span.days)
    ends = [_number(day) if day else 0 for day in (span.first, span.last)]
    return [mask, span.start, span.end, *ends, span.group, int(span.irregular)]


def _season(season: Season | None) -> list[list[int]] | None:
    return [list(season.first), list(season.last)] if season else None


def _pause(pause: Pause | None) -> list[int] | None:
    return [_number(pause.first), _number(pause.last) if pause.last else 0] if pause else None


def _number(day: date) -> int:
    return (day - _EPOCH).days
