"""The hours that somebody confirmed: all that says "open now" is made of them, and of nothing else."""

from dataclasses import dataclass
from datetime import date

from service_catalogue.hours import DAY_END, DAYS, Pause, Season, Span, Timetable, holidays_within
from service_catalogue.model.facts import Schedule
from service_catalogue.model.services import Alert, Service
from service_catalogue.model.trust import Trust
from service_catalogue.notation import first_day, last_day

YEAR = 366
"""Days for which holidays are told in advance."""
OPEN = ("service", "handing-out")
"""What happens in hours at which one may come; hours of the telephone or of bookings are only shown."""


def confirmed_hours(service: Service, known: Trust) -> Timetable | None:
    """The timetable of a service of which somebody made sure not long ago; none for any other, or without hours."""
    if known.level != "confirmed" or service.status == "planned":
        return None
    spans = tuple(_span(schedule) for schedule in service.schedules if schedule.what in OPEN)
    closed = service.status == "temporarily_closed"
    arranged = not service.schedule_raw and bool(service.access and "appointment" in service.access.how)
    if not (spans or closed or arranged):
        return None
    pause = _pause(service.alert) if service.alert else None
    return Timetable(
        spans=spans,
        on_holidays=service.on_holidays or "unknown",
        season=_season(service),
        closed=(pause or Pause(first=known.confirmed or first_day("1900"))) if closed else None,
        changed=None if closed else pause,
        by_arrangement=arranged,
    )


def confirmed_schedules(service: Service, known: Trust) -> tuple[Schedule, ...]:
    """The slots that may be told to other programs as facts of every week; none where nobody confirmed them lately.

    What happens every second week is no fact of every week, and what is planned or closed for a time has no hours.
    """
    if known.level != "confirmed" or service.status in ("planned", "temporarily_closed"):
        return ()
    return tuple(schedule for schedule in service.schedules if schedule.irregular is None)


def hours_for_all(service: Service, known: Trust) -> tuple[Schedule, ...]:
    """The slots in which anybody may come in any week of the year, for programs that can be told nothing more.

    None where a season or a change sets them aside: who reads them there would be sent to a closed door.
    """
    if service.season or service.alert:
        return ()
    found = confirmed_schedules(service, known)
    return tuple(schedule for schedule in found if schedule.what in OPEN and not schedule.for_)


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayHours:
    """The slots of a public holiday on which the hours of the week are told anew; none where it is closed."""

    day: date
    slots: tuple[Schedule, ...] = ()


def holiday_hours(service: Service, known: Trust, today: date) -> tuple[HolidayHours, ...]:
    """The public holidays of a year from a day on, as far as somebody confirmed the hours and what holds on them."""
    slots = hours_for_all(service, known)
    if not slots or not service.on_holidays:
        return ()
    last = last_day(service.valid_to) if service.valid_to else date.max
    days = (day for day in holidays_within(today, YEAR) if day <= last)
    if service.on_holidays == "closed":
        return tuple(HolidayHours(day=day) for day in days)
    told = (HolidayHours(day=day, slots=tuple(slot for slot in slots if _holds(slot, day))) for day in days)
    return tuple(one for one in told if one.slots)


def _holds(slot: Schedule, day: date) -> bool:
    """Whether a slot of the week falls on a day."""
    begun = not slot.valid_from or first_day(slot.valid_from) <= day
    return begun and DAYS[day.weekday()] in slot.byday and (not slot.valid_to or day <= last_day(slot.valid_to))


def _span(schedule: Schedule) -> Span:
    start, end = schedule.opens_at.minutes, schedule.closes_at.minutes
    return Span(
        days=frozenset(DAYS.index(day) for day in schedule.byday),
        start=start,
        end=end if end > start else end + DAY_END.minutes,
        group=schedule.for_ or "",
        irregular=schedule.irregular is not None,
        first=first_day(schedule.valid_from) if schedule.valid_from else None,
        last=last_day(schedule.valid_to) if schedule.valid_to else None,
    )


def _season(service: Service) -> Season | None:
    """Months without a day are whole months; the last of February is the 29th, where there is one."""
    if not service.season:
        return None
    first, last = (tuple(map(int, end.split("-"))) for end in (service.season.from_, service.season.to))
    return Season(first=(first[0], first[1] if first[1:] else 1), last=(last[0], last[1] if last[1:] else 31))


def _pause(alert: Alert) -> Pause:
    return Pause(first=first_day(alert.from_), last=last_day(alert.to) if alert.to else None)


def in_season(service: Service, day: date) -> bool:
    """Whether a day lies in the season of a service; one without a season is for the whole year."""
    season = _season(service)
    if season is None:
        return True
    now = (day.month, day.day)
    if season.first <= season.last:
        return season.first <= now <= season.last
    return now >= season.first or now <= season.last
