"""The calendar for other calendars: iCalendar (RFC 5545) of all areas, and of each."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Timezone, vCalAddress, vRecur
from icalendar import Event as Entry

from service_catalogue.hours import ZONE, Moment, moment, until_of
from service_catalogue.model import Event
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.origin import in_one_line
from service_catalogue.words import calendar_path, facts_of_event

_ZONE = f"""BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")
"""The time of Poland as it has changed since 1996, said so that every reader of the file knows it."""


def calendars(edition: Edition) -> dict[str, bytes]:
    """`kalendarz/events.ics`, and a file for each area by its code."""
    coming = edition.catalogue.coming_events
    files = {"events": coming}
    for area in edition.catalogue.terms["areas"]:
        below = edition.catalogue.below(area)
        files[area.code] = tuple(event for event in coming if below & set(event.areas))
    return {f"kalendarz/{name}.ics": _calendar(events, edition) for name, events in files.items()}


def _calendar(events: Iterable[Event], edition: Edition) -> bytes:
    made = Calendar()
    made.add("prodid", f"-//{edition.catalogue.site.name}//service-catalogue//PL")
    made.add("version", "2.0")
    made.add("x-wr-calname", edition.catalogue.site.name)
    made.add_component(Timezone.from_ical(_ZONE))
    for event in events:
        made.add_component(_entry(event, edition))
    content: bytes = made.to_ical()
    return content


def _entry(event: Event, edition: Edition) -> Component:
    """One event with its rule; a reader of the calendar works out when it is."""
    start = moment(event.starts)
    made = Entry()
    made.add("uid", f"{event.id}@{edition.catalogue.site.gmina}.service-catalogue")
    made.add("dtstamp", datetime.combine(date.fromisoformat(event.source.retrieved), time(), UTC))
    made.add("dtstart", _said(start))
    if event.ends:
        made.add("dtend", _end(moment(event.ends)))
    if event.repeats:
        made.add("rrule", vRecur.from_ical(_rule(event.repeats, start)))
    for day in event.except_:
        made.add(
            "exdate",
            _said(Moment(at=datetime.combine(date.fromisoformat(day), start.at.time()), has_time=start.has_time)),
        )
    for name, text in _texts(event, edition).items():
        if text:
            made.add(name, text)
    organizer = vCalAddress(f"mailto:{event.email}") if event.email else None
    if organizer is not None:
        organizer.params["CN"] = event.organizer
        made.add("organizer", organizer)
    return made


def _texts(event: Event, edition: Edition) -> dict[str, object]:
    words, page = edition.words, edition.site_url + calendar_path()
    said = [event.description, event.organizer, *facts_of_event(event, edition.catalogue.today, words)]
    said.append(in_one_line(event.source, edition))
    return {
        "summary": event.name,
        "description": "\n".join(part for part in said if part),
        "location": event.place,
        "url": event.url or f"{page}#{event.id}",
        "categories": [area.name.pl for area in event.areas] or None,
        "status": "CANCELLED" if event.cancelled else "CONFIRMED",
    }


def _said(one: Moment) -> date | datetime:
    """A day, or a time of the city."""
    return one.at.replace(tzinfo=ZoneInfo(ZONE)) if one.has_time else one.day


def _end(one: Moment) -> date | datetime:
    """Where something ends: of whole days the day after, as the standard counts."""
    return _said(one) if one.has_time else one.day + timedelta(1)


def _rule(rule: str, start: Moment) -> str:
    """A rule whose last day is said as the beginning is: the day, or its last second by the time of the world."""
    until = until_of(rule)
    if until is None or not start.has_time:
        return rule
    last = datetime.combine(until, time(23, 59, 59), ZoneInfo(ZONE)).astimezone(UTC)
    return ";".join(f"UNTIL={last:%Y%m%dT%H%M%SZ}" if part.startswith("UNTIL=") else part for part in rule.split(";"))
