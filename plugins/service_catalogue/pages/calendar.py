"""The calendar: what organizations can take people to, known well in advance."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from service_catalogue.hours import Clock
from service_catalogue.model import Event, Occurrence
from service_catalogue.notation import joined
from service_catalogue.pages.listing import TermLink, View
from service_catalogue.pages.page import Page, Supply, page_type
from service_catalogue.words import (
    Translation,
    calendar_path,
    date_in_words,
    facts_of_event,
    organization_path,
    time_in_words,
)

WEEKS = 8
"""So many weeks stand on top."""
IN_MENUS = 5
"""With fewer coming events the calendar stands in no menu: an empty one would teach people not to look."""

OF_ORGANIZATIONS = ("training", "supervision", "competition", "network")
"""The kinds of events that are for organizations themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """One time of an event in words."""

    id: str
    event: Event
    when: str
    iso: str
    kind: str
    facts: str
    organizer_path: str
    areas: tuple[TermLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The times of events in a month."""

    code: str
    name: str
    lines: tuple[EventLine, ...]


@page_type("calendar", Supply.EVENTS)
def calendar(view: View) -> Iterator[Page]:
    """The next eight weeks, then what is later; months and areas with pages of their own."""
    coming = view.catalogue.calendar
    soon = view.catalogue.today + timedelta(weeks=WEEKS)
    first: set[str] = set()
    context = {
        "soon": _lines((one for one in coming if one.day < soon), view, first),
        "later": _lines((one for one in coming if one.day >= soon and one.event.id not in first), view, first),
        "months": _months(view),
        "by_area": tuple(view.link(area) for area in view.catalogue.terms["areas"] if _of(area.code, coming)),
        "ics": "/kalendarz/events.ics",
    }
    yield Page(path=calendar_path(), title=view.words.text("calendar.title"), context=context)


@page_type("calendar_part")
def months(view: View) -> Iterator[Page]:
    """What is on in each month."""
    for month in _months(view):
        title = view.words.text("calendar.in_month", month=month.name)
        yield Page(path=calendar_path(month.code), title=title, context={"lines": month.lines, "ics": ""})


@page_type("calendar_part")
def areas(view: View) -> Iterator[Page]:
    """What is on in each area that has something."""
    for area in view.catalogue.terms["areas"]:
        coming = _of(area.code, view.catalogue.calendar)
        if coming:
            title = view.words.text("calendar.of_area", area=area.name.said(view.words.language))
            context = {"lines": _lines(coming, view, set()), "ics": f"/kalendarz/{area.code}.ics"}
            yield Page(path=calendar_path(area.code), title=title, about=area, context=context)


def is_in_menus(view_of: Iterable[Event]) -> bool:
    """Whether there is enough to send readers to it."""
    return sum(not event.cancelled for event in view_of) >= IN_MENUS


def event_lines(times: Iterable[Occurrence], view: View) -> tuple[EventLine, ...]:
    """The first time of each event in words."""
    first = {one.event.id: one for one in reversed(tuple(times))}
    return _lines(sorted(first.values(), key=lambda one: one.starts), view, set())


def _of(area: str, coming: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(one for one in coming if any(area in (term.code, term.broader) for term in one.event.areas))


def _months(view: View) -> tuple[Month, ...]:
    found = groupby(view.catalogue.calendar, key=lambda one: f"{one.day:%Y-%m}")
    return tuple(
        Month(code=code, name=date_in_words(code, view.words), lines=_lines(times, view, set()))
        for code, times in found
    )


def _lines(times: Iterable[Occurrence], view: View, seen: set[str]) -> tuple[EventLine, ...]:
    """Times in words; the first time of an event on a page has the event's id."""
    return tuple(_line(one, view, seen) for one in times)


def _line(one: Occurrence, view: View, seen: set[str]) -> EventLine:
    event, words = one.event, view.words
    first = event.id not in seen
    seen.add(event.id)
    known = {organization.id: organization for organization in view.catalogue.organizations}
    organization = known.get(event.organization or "")
    return EventLine(
        id=event.id if first else "",
        event=event,
        when=_when(one, words),
        iso=one.starts.isoformat(timespec="minutes") if one.has_time else one.day.isoformat(),
        kind=words.text(f"calendar.kind.{event.kind}"),
        facts=joined(" · ", facts_of_event(event, view.catalogue.today, words)),
        organizer_path=organization_path(organization) if organization else "",
        areas=tuple(map(view.link, event.areas)),
    )


def _when(one: Occurrence, words: Translation) -> str:
    """`5 grudnia 2026, 11.00–13.30`, `9 stycznia 2027–10 stycznia 2027`."""
    day = date_in_words(one.day.isoformat(), words)
    last = date_in_words(one.last_day.isoformat(), words)
    if not one.has_time:
        return day if one.day == one.last_day else f"{day} – {last}"
    start = _clock(one.starts, words)
    if one.ends is None:
        return f"{day}, {start}"
    return f"{day}, {start}–{_clock(one.ends, words)}" if one.day == one.last_day else f"{day}, {start} – {last}"


def _clock(at: datetime, words: Translation) -> str:
    return time_in_words(Clock.read(f"{at.hour}:{at:%M}"), words)
