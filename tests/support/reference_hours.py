"""Whether a timetable is open at a moment, and when that changes: what `hours.js` has to agree with.

The site tells states in the browser alone; this is the same reckoned a second time, compared with other programs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from service_catalogue.hours import ZONE, Pause, Season, Span, Timetable, is_holiday

HORIZON_DAYS = 7
"""How many days ahead the next opening is looked for, as in `hours.js`."""
_POLAND = ZoneInfo(ZONE)
_KEPT: "dict[date, tuple[Timetable, tuple[Opening, ...]]]" = {}

StateKind = Literal["open", "closed", "unknown", "by_arrangement", "out_of_season", "temporarily_closed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One time of being open, from and to a time of the clock on the wall; unsure where it may not take place."""

    start: datetime
    end: datetime
    group: str
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What holds at a moment, until when as far as is known, and for whom where it is not for all.

    `until` is when an open one closes, when a closed one opens, when a season begins, and the midnight after a pause;
    none where it is further away than one looks, or not known.
    """

    kind: StateKind
    until: datetime | None = None
    group: str = ""


def state(timetable: Timetable, at: datetime) -> State:
    """The state at a time of the clock on the wall. Unknown is never closed."""
    day = at.date()
    if timetable.closed and _lasts(timetable.closed, day):
        return State(kind="temporarily_closed", until=_midnight_after(timetable.closed.last))
    if timetable.changed and _lasts(timetable.changed, day):
        return State(kind="unknown")
    near = _near(timetable, day)
    now = [opening for opening in near if opening.start <= at < opening.end]
    sure = sorted((opening for opening in now if opening.sure), key=lambda opening: opening.group != "")
    if sure:
        return State(kind="open", until=_end(sure[0], near, day), group=sure[0].group)
    if now or _unsure_holiday(timetable, day):
        return State(kind="unknown")
    return _not_open(timetable, near, at)


def _near(timetable: Timetable, day: date) -> tuple[Opening, ...]:
    """The openings that matter on a day: from the night before to the end of what one looks ahead.

    Kept by the day for the timetable that was asked about last: to look for its equal takes longer than the answer.
    """
    known = _KEPT.get(day)
    if known is None or known[0] is not timetable:
        known = _KEPT[day] = (timetable, tuple(_openings(timetable, day - timedelta(1), HORIZON_DAYS + 2)))
    return known[1]


def _not_open(timetable: Timetable, near: Iterable[Opening], at: datetime) -> State:
    """The state where nothing takes place for certain and nothing may."""
    day = at.date()
    if timetable.season and not _in_season(timetable.season, day):
        return State(kind="out_of_season", until=_midnight(_next_season(timetable.season, day)))
    if not any(applies(span, day) for span in timetable.spans):
        return State(kind="by_arrangement" if timetable.by_arrangement else "unknown")
    following = [opening for opening in near if opening.sure and opening.start > at]
    if not following:
        return State(kind="closed")
    first = min(following, key=lambda opening: (opening.start, opening.group != ""))
    return State(kind="closed", until=first.start, group=first.group)


def _end(opening: Opening, near: Iterable[Opening], day: date) -> datetime | None:
    """When an opening and those that follow it without a gap are over; none where that is beyond the horizon."""
    end = opening.end
    for other in near:
        if other.sure and other.group in ("", opening.group) and other.start <= end:
            end = max(end, other.end)
    return end if end < _midnight(day + timedelta(HORIZON_DAYS)) else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _midnight_after(day: date | None) -> datetime | None:
    return _midnight(day + timedelta(1)) if day else None


def wall_time(moment: datetime) -> datetime:
    """A moment as the clock on the wall shows it, without a zone.

    Hours on a door are times of that clock: when it is put back an hour, 2.30 comes twice, and twice it is open.
    """
    return moment.astimezone(_POLAND).replace(tzinfo=None)


def _openings(timetable: Timetable, first: date, days: int) -> Iterator[Opening]:
    """The openings that begin on a day and the days after it, in order of their start."""
    for day in (first + timedelta(later) for later in range(days)):
        found = [_opening(timetable, span, day) for span in timetable.spans if _begins(timetable, span, day)]
        yield from sorted(found, key=lambda opening: opening.start)


def _begins(timetable: Timetable, span: Span, day: date) -> bool:
    if timetable.season and not _in_season(timetable.season, day):
        return False
    if timetable.on_holidays == "closed" and is_holiday(day):
        return False
    paused = timetable.closed is not None and _lasts(timetable.closed, day)
    return day.weekday() in span.days and applies(span, day) and not paused


def _opening(timetable: Timetable, span: Span, day: date) -> Opening:
    changed = timetable.changed is not None and _lasts(timetable.changed, day)
    return Opening(
        start=_midnight(day) + timedelta(minutes=span.start),
        end=_midnight(day) + timedelta(minutes=span.end),
        group=span.group,
        sure=not (span.irregular or changed or _unsure_holiday(timetable, day)),
    )


def applies(span: Span, day: date) -> bool:
    """Whether a day is one of those for which these hours were set, whatever day of the week it is."""
    return not ((span.first and day < span.first) or (span.last and day > span.last))


def _in_season(season: Season, day: date) -> bool:
    now = (day.month, day.day)
    if season.first <= season.last:
        return season.first <= now <= season.last
    return now >= season.first or now <= season.last


def _next_season(season: Season, day: date) -> date:
    """The first day of the season that begins next; one that begins on 29 February waits for 1 March."""
    year = day.year + ((day.month, day.day) >= season.first)
    month, number = season.first
    return date(year, month, 1) + timedelta(number - 1)


def _lasts(pause: Pause, day: date) -> bool:
    """Whether a day is in a pause; without a last day it lasts until further notice."""
    return pause.first <= day and (pause.last is None or day <= pause.last)


def _unsure_holiday(timetable: Timetable, day: date) -> bool:
    """Whether a day is a holiday and nobody has said what happens then."""
    return timetable.on_holidays == "unknown" and is_holiday(day)
