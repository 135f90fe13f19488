"""When something is that happens once, or again and again by a rule of RFC 5545; the only module that asks dateutil.

All times are those of the city, without a zone. A rule says how often and until when, never at which time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

MOST = 400
"""So many days of one event at most are told: more than one a day for a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, or a day with a time."""

    at: datetime
    has_time: bool

    @property
    def day(self) -> date:
        """The day alone."""
        return self.at.date()


def moment(text: str) -> Moment:
    """`2026-12-06` or `2026-12-06 17:00`; ValueError where there is no such day."""
    day, _, clock = text.partition(" ")
    hour, _, minute = clock.partition(":")
    at = time(int(hour), int(minute)) if clock else time()
    return Moment(at=datetime.combine(date.fromisoformat(day), at), has_time=bool(clock))


def until_of(rule: str) -> date | None:
    """The last day of a rule that names one."""
    said = next((part.removeprefix("UNTIL=") for part in rule.split(";") if part.startswith("UNTIL=")), None)
    return date.fromisoformat(said) if said else None


def starts_of(
    start: Moment, rule: str | None, left_out: tuple[str, ...], first: date, last: date
) -> Iterator[datetime]:
    """When something begins between two days; once where there is no rule."""
    if rule is None:
        yield from (one for one in (start.at,) if first <= one.date() <= last)
        return
    until = min(until_of(rule) or last, last)
    open_rule = ";".join(part for part in rule.split(";") if not part.startswith("UNTIL="))
    repeated = rrulestr(f"{open_rule}", dtstart=start.at)
    after, before = datetime.combine(first, time()), datetime.combine(until, time()) + timedelta(1)
    for number, one in enumerate(repeated.xafter(after - timedelta(microseconds=1))):
        if one >= before or number >= MOST:
            return
        if one.date().isoformat() not in left_out:
            yield one
