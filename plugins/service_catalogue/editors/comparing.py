"""What a record says at a place of a change, compared with what was read there when the change was written."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from service_catalogue.editors.changes import Change, RefusedError
from service_catalogue.hours import Clock, Slot, parse_hours, typed_hours
from service_catalogue.model import Location, Organization, Phone, Schedule, Service
from service_catalogue.records import Data, as_written, read, schemas, value_at

_SLOT = {"byday", "opens_at", "closes_at"}
_UNSAID = {
    (part.name.rstrip("_"), part.default)
    for kind in (Organization, Service, Location, Phone, Schedule)
    for part in fields(kind)
    if isinstance(part.default, str | bool)
}
"""Members that say what is so anyway, which published data leave out: `kind: voice`."""


class DifferentError(Exception):
    """A record no longer says the old value of a change; the argument is what it says."""


def compared(content: bytes, change: Change) -> Change:
    """A change as it is to be made; refused where its place is gone, or the record says something else there."""
    if not change.path:
        raise RefusedError("exists")
    data = schemas().typed(schema_of(change.record), data_of(change.record, content))
    owner = value_at(data, change.path[:2]) if change.path[0] in ("services", "locations") else data
    if len(change.path) > 2 and change.path[0] in ("services", "locations") and not isinstance(owner, dict):
        raise RefusedError("gone")
    if len(change.path) == 2 and schema_of(change.record) != "organization" and not value_at(data, change.path[:1]):
        raise RefusedError("gone")
    there = value_at(data, change.path)
    if change.name == "editors_note" and change.old is None and isinstance(there, str):
        return replace(change, new=f"{there.rstrip()} {change.new}", old=there)
    if not _has_place(data, change):
        raise RefusedError("gone")
    if as_written(_seen(change, there)) != as_written(_without_unsaid(change.old)) and not _same_hours(data, change):
        raise DifferentError(there)
    return change


def _has_place(data: Data, change: Change) -> bool:
    """Whether every list on the way has the item, or is one short of it where something is added."""
    for end, step in enumerate(change.path):
        above = value_at(data, change.path[:end])
        if isinstance(step, int):
            count = len(above) if isinstance(above, list) else 0
            if step > count or (step == count and (change.old is not None or end + 1 < len(change.path))):
                return False
    return True


def _seen(change: Change, value: Any) -> Any:
    """A value of a record as readers see it."""
    if value is None or schema_of(change.record) != "organization":
        return value
    return _without_unsaid(schemas().published("organization", change.path, value))


def _without_unsaid(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_unsaid(part) for key, part in value.items() if not _is_unsaid(key, part)}
    return [_without_unsaid(part) for part in value] if isinstance(value, list) else value


def _is_unsaid(key: str, value: Any) -> bool:
    return isinstance(value, str | bool) and (key, value) in _UNSAID


def with_unsaid(value: Any, there: Any) -> Any:
    """A new value with what the record says besides and its old value left out; items are the same by their number."""
    if isinstance(value, dict) and isinstance(there, dict):
        kept = {key: part for key, part in there.items() if key not in value and _is_unsaid(key, part)}
        return {key: with_unsaid(part, there.get(key)) for key, part in value.items()} | kept
    if isinstance(value, list) and isinstance(there, list):
        return [with_unsaid(item, _same_item(item, index, value, there)) for index, item in enumerate(value)]
    return value


def _same_item(item: Any, index: int, items: list[Any], there: list[Any]) -> Any:
    if len(items) == len(there):
        return there[index]
    number = item.get("number") if isinstance(item, dict) else None
    return next((one for one in there if number and isinstance(one, dict) and one.get("number") == number), None)


def _same_hours(data: Data, change: Change) -> bool:
    """Whether the old hours are those of the record, however either is written."""
    old = change.old
    if change.name != "hours" or not isinstance(old, str | None):
        return False
    owner = value_at(data, change.path[:-1])
    slots = _slots(owner if isinstance(owner, dict) else {})
    said = parse_hours(old) if old else ()
    return slots is not None and said is not None and typed_hours(slots) == typed_hours(said)


def _slots(owner: Mapping[str, Any]) -> tuple[Slot, ...] | None:
    """The hours of a service or a place; nothing where a timetable says more than days and hours."""
    if "hours" in owner:
        return parse_hours(owner["hours"])
    rows = owner.get("schedules", ())
    if not all(row.keys() - {"what"} == _SLOT and row.get("what", "service") == "service" for row in rows):
        return None
    clocks = [(tuple(row["byday"]), Clock.read(row["opens_at"]), Clock.read(row["closes_at"])) for row in rows]
    return tuple(Slot(byday=days, opens_at=opens, closes_at=closes) for days, opens, closes in clocks)


def schema_of(record: str) -> str:
    """The schema of a record by its path below the catalogue."""
    return "organization" if record.startswith("organizations/") else record.rpartition("/")[2]


def data_of(record: str, content: bytes) -> Data:
    """The bytes of a record as text data."""
    found = read(f"{record}.yaml", content)[0]
    if found is None:
        raise RefusedError("unread")
    return found.data
