"""Whether a timetable is open at a moment, and when that changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

from service_catalogue.hours.timetable import HORIZON_DAYS, Opening, Timetable

StateKind = Literal["open", "closed", "unknown", "by_arrangement", "out_of_season", "temporarily_closed"]


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
    if timetable.closed and timetable.closed.holds(day):
        return State(kind="temporarily_closed", until=_midnight_after(timetable.closed.last))
    if timetable.changed and timetable.changed.holds(day):
        return State(kind="unknown")
    near = _near(timetable, day)
    now = [opening for opening in near if opening.start <= at < opening.end]
    sure = sorted((opening for opening in now if opening.sure), key=lambda opening: opening.group != "")
    if sure:
        return State(kind="open", until=_end(sure[0], near, day), group=sure[0].group)
    if now or timetable.unsure_holiday(day):
        return State(kind="unknown")
    return _not_open(timetable, near, at)


@lru_cache(maxsize=64)
def _near(timetable: Timetable, day: date) -> tuple[Opening, ...]:
    """The openings that matter on a day: from the night before to the end of what one looks ahead."""
    return tuple(timetable.openings(day - timedelta(1), HORIZON_DAYS + 2))


def _not_open(timetable: Timetable, near: Iterable[Opening], at: datetime) -> State:
    """The state where nothing takes place for certain and nothing may."""
    day = at.date()
    if timetable.season and not timetable.season.holds(day):
        return State(kind="out_of_season", until=_midnight(timetable.season.begins(day)))
    if not any(span.applies(day) for span in timetable.spans):
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
