"""The bytes of a record with changes of a list: what is not meant stays, and where the new is from is added."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from service_catalogue.checks import examined
from service_catalogue.editors.authority import relied_on
from service_catalogue.editors.changes import Change, RefusedError
from service_catalogue.hours import Clock, Slot, parse_hours, typed_hours
from service_catalogue.model import services_of
from service_catalogue.records import (
    MISSING,
    Data,
    NotEditableError,
    Pointer,
    Problem,
    Record,
    as_written,
    edited,
    new_text,
    read,
    schemas,
    value_at,
)

HEAD = "# yaml-language-server: $schema=../../schemas/organization.schema.json\n"
Named = Callable[[str], str]
"""How a source is called: the key of a sentence of `apply.source` → the sentence."""
_SLOT = {"byday", "opens_at", "closes_at"}


class DifferentError(Exception):
    """A record no longer says the old value of a change; the argument is what it says."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A record after some changes, and the services whose confirmation was of what is changed now."""

    content: bytes
    unconfirmed: tuple[str, ...]


def compared(content: bytes, change: Change) -> Change:
    """A change as it is to be made; refused where its place is gone, or the record says something else there."""
    if not change.path:
        raise RefusedError("exists")
    data = schemas().typed(_schema(change.record), _data(change.record, content))
    owner = value_at(data, change.path[:2]) if change.path[0] in ("services", "locations") else data
    if len(change.path) > 2 and change.path[0] in ("services", "locations") and not isinstance(owner, dict):
        raise RefusedError("gone")
    if len(change.path) == 2 and _schema(change.record) != "organization" and not value_at(data, change.path[:1]):
        raise RefusedError("gone")
    there = value_at(data, change.path)
    if change.name == "editors_note" and change.old is None and isinstance(there, str):
        return replace(change, new=f"{there.rstrip()} {change.new}", old=there)
    if not _has_place(data, change):
        raise RefusedError("gone")
    if as_written(_seen(change, there)) != as_written(change.old) and not _same_hours(data, change):
        raise DifferentError(there)
    return change


def changed(content: bytes, change: Change) -> bytes:
    """The bytes of a record with one change that has been compared."""
    return edited(content, _schema(change.record), _values(_data(change.record, content), change))


def finished(content: bytes, made: bytes, changes: Sequence[Change], named: Named) -> Applied:
    """The bytes of a record after all changes of a list, with where they are from; `content` are those before."""
    record = changes[0].record if changes else ""
    if _schema(record) != "organization":
        return Applied(made, ())
    made = edited(made, "organization", _sources(_data(record, made), changes, named))
    outlived = tuple(_outlived(_data(record, content), _data(record, made), changes))
    made = edited(made, "organization", [(("services", slug, "assurance"), MISSING) for slug in outlived])
    _refuse_new_faults(record, content, made)
    return Applied(made, outlived)


def created(change: Change, named: Named) -> bytes:
    """The bytes of a new record."""
    if not isinstance(change.new, dict) or change.old is not None:
        raise RefusedError("field")
    data = _ordered(change.new, ())
    content = (HEAD + new_text(as_written(data))).encode("utf-8")
    sourced = [replace(change, path=("services", slug), new=data) for slug in services_of(data)]
    content = edited(content, "organization", _sources(data, [change, *sourced], named))
    if _data(change.record, content) is None:
        raise NotEditableError
    _refuse_new_faults(change.record, None, content)
    return content


def _has_place(data: Data, change: Change) -> bool:
    """Whether every list on the way has the item, or is one short of it where something is added."""
    for end, step in enumerate(change.path):
        above = value_at(data, change.path[:end])
        if isinstance(step, int):
            count = len(above) if isinstance(above, list) else 0
            if step > count or (step == count and (change.old is not None or end + 1 < len(change.path))):
                return False
    return True


def _values(data: Data, change: Change) -> list[tuple[Pointer, Any]]:
    """The places of a record that a change is about: hours that are typed take the place of a timetable."""
    new = MISSING if change.new is None else change.new
    new = _ordered(new, change.path) if isinstance(new, dict) else new
    others = [(*change.path[:-1], "schedules")] if change.name == "hours" and new is not MISSING else []
    return [*((other, MISSING) for other in others if value_at(data, other) is not None), (change.path, new)]


def _seen(change: Change, value: Any) -> Any:
    """A value of a record as readers see it."""
    if value is None or _schema(change.record) != "organization":
        return value
    return schemas().published("organization", change.path, value)


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


def _sources(data: Data, changes: Iterable[Change], named: Named) -> Iterator[tuple[Pointer, Any]]:
    """Where what is new is from: one more source of each service, place or organization for each that says so."""
    fields: dict[tuple[Pointer, str, str, str], dict[str, None]] = {}
    for change in changes:
        if change.name in ("assurance", "editors_note") or change.new is None:
            continue
        owner = change.path[:2] if change.path[:1] == ("services",) else ()
        found = fields.setdefault((owner, _publisher(data, change, named), change.url, change.day.isoformat()), {})
        found |= dict.fromkeys(str(step) for step in change.path[len(owner) :][:1])
    added: dict[Pointer, list[Any]] = {}
    for (owner, publisher, url, day), names in fields.items():
        source = {"url": url} if url else {}
        source |= {"publisher": publisher, "published": day, "retrieved": day}
        added.setdefault(owner, []).append({**source, "fields": [*names]} if names else source)
    for owner, sources in added.items():
        before = value_at(data, (*owner, "sources"))
        yield (*owner, "sources"), [*(before if isinstance(before, list) else ()), *sources]


def _publisher(data: Data, change: Change, named: Named) -> str:
    if change.how == "organization":
        return str(data["name"])
    if change.how == "document":
        return (urlsplit(change.url).hostname or "") or named("document")
    return named(f"{change.how}.{change.who}" if change.how == "phone" else change.how)


def _outlived(before: Data, after: Data, changes: Iterable[Change]) -> Iterator[str]:
    """The services whose confirmation speaks of what has changed, and that this list does not confirm anew."""
    anew = {change.path[1] for change in changes if change.name == "assurance"}
    typed = schemas().typed
    before, after = typed("organization", before), typed("organization", after)
    old = services_of(before)
    for slug, service in services_of(after).items():
        is_sure = "assurance" in service and slug in old and slug not in anew
        if is_sure and relied_on(before, old[slug]) != relied_on(after, service):
            yield slug


def _refuse_new_faults(record: str, before: bytes | None, after: bytes) -> None:
    """Refuses values that have no place in a record, and says what would be right."""
    known = {(problem.code, str(problem.values)) for problem in _faults(record, before)} if before else set()
    for problem in _faults(record, after):
        if problem.level == "error" and (problem.code, str(problem.values)) not in known:
            raise RefusedError("shape", problem)


def _faults(record: str, content: bytes) -> list[Problem]:
    found, problems = read(f"{record}.yaml", content)
    if found is None:
        return problems
    return [*problems, *examined("organization", _typed(found))[1]]


def _typed(record: Record) -> Record:
    return record.typed(schemas().typed("organization", record.data))


def _ordered(value: Any, place: Pointer) -> Any:
    """Members in the order in which the schema has them."""
    if isinstance(value, list):
        return [_ordered(item, (*place, index)) for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    order = [key for key in schemas().part("organization", place).get("properties", ()) if key in value]
    return {key: _ordered(value[key], (*place, key)) for key in (*order, *(key for key in value if key not in order))}


def _schema(record: str) -> str:
    return "organization" if record.startswith("organizations/") else record.rpartition("/")[2]


def _data(record: str, content: bytes) -> Data:
    found = read(f"{record}.yaml", content)[0]
    if found is None:
        raise RefusedError("unread")
    return found.data
