"""The calendar of a day: what is still to come, each time it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from service_catalogue.hours import moment, starts_of
from service_catalogue.model.events import Event

AHEAD = 366
"""So many days ahead are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time of an event: when it begins and ends; without a time it lasts whole days."""

    event: Event
    starts: datetime
    ends: datetime | None
    has_time: bool

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.starts.date()

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return (self.ends or self.starts).date()


def coming(events: Iterable[Event], today: date) -> tuple[Occurrence, ...]:
    """Every time of every event that is not over, for a year ahead, the next first."""
    found = [one for event in events for one in _times(event, today)]
    return tuple(sorted(found, key=lambda one: (one.starts, one.event.id)))


def _times(event: Event, today: date) -> list[Occurrence]:
    start = moment(event.starts)
    end = moment(event.ends) if event.ends else None
    lasts = end.at - start.at if end else None
    days = (end.day - start.day) if end else timedelta()
    found = starts_of(start, event.repeats, event.except_, today - days, today + timedelta(AHEAD))
    return [
        Occurrence(event=event, starts=at, ends=at + lasts if lasts is not None else None, has_time=start.has_time)
        for at in found
    ]
