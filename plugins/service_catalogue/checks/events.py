"""Events begin before they end, on days that there are, and name organizations of the catalogue.

Cases: `tests/cases/event`.
"""

from collections.abc import Iterator
from datetime import date

from service_catalogue.checks.nearest import nearest_of
from service_catalogue.hours import Moment, moment, starts_of, until_of
from service_catalogue.notation import folded
from service_catalogue.records import Problem, Record, Sources, schemas


def unreal_moments(sources: Sources, _today: date) -> Iterator[Problem]:
    """A day of an event, and the last day of a rule, must exist."""
    for record in _events(sources):
        for key in ("starts", "ends"):
            if key in record.data and _moment(record, key) is None:
                yield record.problem((key,), "time.no-such-moment", value=record.data[key])
        if "repeats" in record.data and not _is_rule(record.data["repeats"]):
            yield record.problem(("repeats",), "time.no-such-moment", value=record.data["repeats"])


def turned_round(sources: Sources, _today: date) -> Iterator[Problem]:
    """What ends does not end before it begins, and both have a time or neither; one registers before the end."""
    for record in _events(sources):
        start, end = _moment(record, "starts"), _moment(record, "ends")
        if start and end and (end.at < start.at or end.has_time != start.has_time):
            yield record.problem(("ends",), "time.event-ends", first=record.data["starts"], last=record.data["ends"])
        if start and "register_by" in record.data and record.data["register_by"] > (end or start).day.isoformat():
            values = {"value": record.data["register_by"], "last": record.data.get("ends", record.data["starts"])}
            yield record.problem(("register_by",), "time.registers-late", **values)


def beside_rules(sources: Sources, _today: date) -> Iterator[Problem]:
    """What repeats begins on a day of its rule: calendars disagree on a beginning beside it."""
    for record in _events(sources):
        start, rule = _moment(record, "starts"), record.data.get("repeats")
        if start and rule and _is_rule(rule) and not any(starts_of(start, rule, (), start.day, start.day)):
            yield record.problem(("starts",), "time.beside-rule", value=record.data["starts"], rule=rule)


def unknown_organizations(sources: Sources, _today: date) -> Iterator[Problem]:
    """An organization that an event names is in the catalogue."""
    known = {**sources.organizations, **dict.fromkeys(sources.unread)}
    for record in _events(sources):
        for pointer, _, id_ in schemas().marked("event", "x-organization", record.data):
            if id_ not in known:
                right = nearest_of({folded(other): other for other in known}, id_)
                yield record.problem(pointer, "reference.unknown-organization", value=id_, nearest=right)


def _events(sources: Sources) -> Iterator[Record]:
    yield from sources.collections.get("events", {}).values()


def _moment(record: Record, key: str) -> Moment | None:
    """A moment that there is; none for one that is not said, or that no calendar has."""
    try:
        return moment(record.data[key]) if key in record.data else None
    except ValueError:
        return None


def _is_rule(rule: str) -> bool:
    try:
        until_of(rule)
    except ValueError:
        return False
    return True
