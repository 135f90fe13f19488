"""The bytes of a record with changes of a list: what is not meant stays, and where the new is from is added."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from service_catalogue.checks import examined
from service_catalogue.editors.authority import relied_on
from service_catalogue.editors.changes import Change, RefusedError
from service_catalogue.editors.comparing import data_of, schema_of, with_unsaid
from service_catalogue.model import services_of
from service_catalogue.records import (
    MISSING,
    Data,
    NotEditableError,
    Pointer,
    Problem,
    Record,
    edited,
    new_text,
    read,
    schemas,
    value_at,
)

Named = Callable[[str], str]
"""How a source is called: the key of a sentence of `apply.source` → the sentence."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A record after some changes, and the services whose confirmation was of what is changed now."""

    content: bytes
    unconfirmed: tuple[str, ...]


def changed(content: bytes, change: Change) -> bytes:
    """The bytes of a record with one change that has been compared."""
    return edited(content, schema_of(change.record), _values(data_of(change.record, content), change))


def finished(content: bytes, made: bytes, changes: Sequence[Change], named: Named) -> Applied:
    """The bytes of a record after all changes of a list, with where they are from; `content` are those before."""
    record = changes[0].record if changes else ""
    if schema_of(record) != "organization":
        return Applied(made, ())
    made = edited(made, "organization", _sources(data_of(record, made), changes, named))
    outlived = tuple(_outlived(data_of(record, content), data_of(record, made), changes))
    made = edited(made, "organization", [(("services", slug, "assurance"), MISSING) for slug in outlived])
    _refuse_new_faults(record, content, made)
    return Applied(made, outlived)


def created(change: Change, named: Named, head: str) -> bytes:
    """The bytes of a new record; `head` is its first line."""
    if not isinstance(change.new, dict) or change.old is not None:
        raise RefusedError("field")
    data = _ordered(change.new, ())
    content = (head + new_text(data)).encode("utf-8")
    sourced = [replace(change, path=("services", slug), new=data) for slug in services_of(data)]
    content = edited(content, "organization", _sources(data, [change, *sourced], named))
    if data_of(change.record, content) is None:
        raise NotEditableError
    _refuse_new_faults(change.record, None, content)
    return content


def _values(data: Data, change: Change) -> list[tuple[Pointer, Any]]:
    """The places of a record that a change is about: hours that are typed take the place of a timetable."""
    new = MISSING if change.new is None else change.new
    there = schemas().typed(schema_of(change.record), data) if schema_of(change.record) == "organization" else data
    new = with_unsaid(new, value_at(there, change.path))
    new = _ordered(new, change.path) if isinstance(new, dict) else new
    others = [(*change.path[:-1], "schedules")] if change.name == "hours" and new is not MISSING else []
    return [*((other, MISSING) for other in others if value_at(data, other) is not None), (change.path, new)]


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
