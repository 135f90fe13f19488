"""Dates that exist and follow one another, and hours that can be understood.

Cases: `tests/cases/time`.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from service_catalogue.checks.naming import name_of
from service_catalogue.hours import DAY_END, DAYS, Clock, Slot, first_overlap, parse_hours
from service_catalogue.notation import first_day, last_day
from service_catalogue.records import Data, Pointer, Problem, Record, Sources, parts, schemas

DATES = ("date", "partial_date", "month_day")
ORDERED = (
    ("valid_from", "valid_to", "time.wrong-order"),
    ("opens", "closes", "time.wrong-order"),
    ("from", "to", "time.wrong-order"),
    ("published", "retrieved", "time.read-too-early"),
)
PAST = ("published", "retrieved", "checked", "schedule_as_of", "as_of")


def unreal_dates(sources: Sources, _today: date) -> Iterator[Problem]:
    """A date must exist; a day of every year may be 29 February."""
    for name, record in sources.named():
        for pointer, schema, value in schemas().marked(name, "x-def", record.data, *DATES):
            month, _, day = (f"2000-{value}" if schema["x-def"] == "month_day" else value).rpartition("-")
            if "-" in month and int(day) > last_day(month).day:
                last = last_day(month).day
                yield record.problem(pointer, "time.no-such-day", value=value, last=last, **name_of(name, pointer))


def wrong_order(sources: Sources, _today: date) -> Iterator[Problem]:
    """What ends does not end before it begins, nothing is read before it is said; seasons may run over a new year."""
    for record, pointer, data in sources.mappings:
        for first, last, code in ORDERED:
            if pointer[-1:] != ("season",) and _after(data.get(first), data.get(last)):
                yield record.problem((*pointer, last), code, first=data[first], last=data[last], key=first)


def _after(first: object, last: object) -> bool:
    """Whether a day, month or year is over before another begins."""
    return isinstance(first, str) and isinstance(last, str) and first > last + "~"


def future_dates(sources: Sources, today: date) -> Iterator[Problem]:
    """Nobody has read a source, seen a place or counted beds on a day to come."""
    for name, record in sources.named():
        for pointer, value in _days(name, record):
            if value > today.isoformat()[: len(value)]:
                told = {"value": value, "today": today.isoformat(), **name_of(name, pointer)}
                yield record.problem(pointer, "time.future", **told)


def _days(name: str, record: Record) -> Iterator[tuple[Pointer, str]]:
    """The days on which something was read, seen or counted."""
    for pointer, _, value in schemas().marked(name, "x-def", record.data, *DATES):
        if pointer[-1] in PAST or "address_public" in pointer:
            yield pointer, value


def future_assurance(sources: Sources, today: date) -> Iterator[Problem]:
    """Nobody has confirmed anything on a day to come."""
    for record, pointer, day in _assured(sources.mappings):
        if day > today.isoformat():
            yield record.problem(pointer, "time.future-assurance", value=day, today=today.isoformat())


def _assured(mappings: Iterable[tuple[Record, Pointer, Data]]) -> Iterator[tuple[Record, Pointer, str]]:
    """The days on which something was confirmed."""
    for record, pointer, data in mappings:
        if pointer[-1:] == ("assurance",):
            yield record, (*pointer, "date"), data.get("date", "")


def days_of_the_past(name: str, record: Record) -> Iterator[tuple[Pointer, str]]:
    """Every day of a record that must not be one to come."""
    yield from _days(name, record)
    mappings = ((record, pointer, part) for pointer, part in parts(record.data, ()) if isinstance(part, dict))
    yield from ((pointer, day) for _, pointer, day in _assured(mappings))


def unclear_hours(sources: Sources, _today: date) -> Iterator[Problem]:
    """Typed hours must be understood by the program as people understand them."""
    for record in sources.organizations.values():
        for pointer, _, value in schemas().marked("organization", "x-def", record.data, "hours"):
            if parse_hours(value) is None:
                yield record.problem(pointer, "time.unclear-hours", value=value)


def no_hours(sources: Sources, _today: date) -> Iterator[Problem]:
    """What opens and closes at one time is not open; the whole day is 0:00 to 24:00."""
    for record, pointer, data in sources.mappings:
        opens, closes = data.get("opens_at"), data.get("closes_at")
        if opens and Clock.read(opens) == DAY_END:
            yield record.problem((*pointer, "opens_at"), "time.opens-at-end", value=opens)
        elif opens and closes and Clock.read(opens) == Clock.read(closes):
            yield record.problem((*pointer, "closes_at"), "time.no-hours", value=closes)


def overlapping_hours(sources: Sources, _today: date) -> Iterator[Problem]:
    """Of two hours of one thing that overlap one is wrong, or the longer says all."""
    for record in sources.organizations.values():
        for pointer, _, value in schemas().marked("organization", "x-def", record.data, "hours"):
            if first_overlap(parse_hours(value) or ()) is not None:
                yield record.problem(pointer, "time.overlap", level="warning", value=value)
    for record, pointer, data in sources.mappings:
        later = {after for (_, one), (after, other) in _pairs(data) if _overlap(one, other)}
        for index in sorted(later):
            value = "{opens_at}–{closes_at}".format_map(data["schedules"][index])
            yield record.problem((*pointer, "schedules", index), "time.overlap", level="warning", value=value)


def _pairs(data: Data) -> Iterator[tuple[tuple[int, Data], tuple[int, Data]]]:
    """Every two schedules with days and hours; what happens not every week overlaps nothing for sure."""
    schedules = data.get("schedules", ())
    if isinstance(schedules, list) and len(schedules) > 1:
        yield from combinations([(index, one) for index, one in enumerate(schedules) if _is_weekly(one)], 2)


def _is_weekly(schedule: Data) -> bool:
    return "irregular" not in schedule and {"byday", "opens_at", "closes_at"} <= schedule.keys()


def _overlap(one: Data, other: Data) -> bool:
    """Whether two schedules speak of the same thing, for the same people, at the same time of the same days."""
    if any(one.get(key) != other.get(key) for key in ("what", "for")):
        return False
    if _ends(one) < _begins(other) or _ends(other) < _begins(one):
        return False
    return first_overlap((_slot(one), _slot(other))) is not None


def _begins(schedule: Data) -> date:
    return first_day(schedule["valid_from"]) if "valid_from" in schedule else date.min


def _ends(schedule: Data) -> date:
    return last_day(schedule["valid_to"]) if "valid_to" in schedule else date.max


def _slot(schedule: Data) -> Slot:
    opens, closes = Clock.read(schedule["opens_at"]), Clock.read(schedule["closes_at"])
    return Slot(byday=tuple(day for day in DAYS if day in schedule["byday"]), opens_at=opens, closes_at=closes)
