"""A list of changes from an afternoon with a telephone: what may be changed, and the bytes of a record after it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from service_catalogue.editors.call_page import NOBODY, ROLES
from service_catalogue.editors.confirming import NotEditableError, with_field, with_value
from service_catalogue.records import Pointer, Record, part_at, read

REFUSALS = ("no_list", "no_record", "who", "day", "field", "gone", "changed", "by_hand", "unread")
"""Why a change is not made: keys of `apply.refused`."""
_RECORD = re.compile(r"organizations/[a-z0-9]+(-[a-z0-9]+)*|vocabularies/help_lines")
_TEXTS = {"number": 30, "schedule_raw": 1000, "editors_note": 4000}
"""The texts that may be changed, with their longest length."""
_NUMBER = re.compile(r"\+?[0-9][0-9 ()-]{1,29}")
_MEMBERS = {"record", "path", "old", "new", "who", "how", "day"}
METHODS = ("organization", "phone", "visit", "document")


class RefusedError(Exception):
    """A change that is not made; the first argument is the key of the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One part of a record with its old and its new value, and who says so: a role, never a name."""

    record: str
    path: Pointer
    old: Any
    new: Any
    who: str
    how: str
    day: date


def read_changes(content: str, today: date) -> list[Change]:
    """The changes of a list; one that may not be made refuses all."""
    try:
        rows = json.loads(content)
    except ValueError:
        raise RefusedError("no_list") from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) and row.keys() == _MEMBERS for row in rows):
        raise RefusedError("no_list")
    return [_change(row, today) for row in rows]


def _change(row: Mapping[str, Any], today: date) -> Change:
    if not isinstance(row["record"], str) or not _RECORD.fullmatch(row["record"]):
        raise RefusedError("no_record")
    if row["who"] not in (*ROLES, NOBODY):
        raise RefusedError("who")
    if row["how"] not in METHODS or not isinstance(row["day"], str):
        raise RefusedError("no_list")
    try:
        day = date.fromisoformat(row["day"])
    except ValueError:
        raise RefusedError("day") from None
    if day > today:
        raise RefusedError("day")
    if not isinstance(row["path"], list) or not all(isinstance(step, str | int) for step in row["path"]):
        raise RefusedError("field")
    change = Change(**{**row, "path": tuple(row["path"]), "day": day})
    if not _is_allowed(change):
        raise RefusedError("field")
    return change


def _is_allowed(change: Change) -> bool:
    """Whether the place is one that the page can change, and the value is of its kind."""
    inside = change.path[2:] if change.record.startswith("organizations/") else change.path[1:]
    if change.record.startswith("organizations/") and change.path[:1] != ("services",):
        return False
    if inside == ("assurance",):
        return (
            change.new == {"date": change.day.isoformat(), "method": change.how, "by": "redakcja"}
            and change.who in ROLES
        )
    name = inside[-1] if inside else None
    if name == "number":
        shape = len(inside) == 1 or (len(inside) == 3 and inside[0] == "phones" and isinstance(inside[1], int))
        return shape and isinstance(change.new, str) and bool(_NUMBER.fullmatch(change.new))
    return len(inside) == 1 and name in _TEXTS and _is_text(change.new, _TEXTS[str(name)])


def _is_text(value: Any, longest: int) -> bool:
    return isinstance(value, str) and 0 < len(value) <= longest and not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", value)


def changed(content: bytes, path: str, change: Change) -> bytes:
    """The bytes of a record with one change; refused where the record no longer says the old value."""
    record, _ = read(path, content)
    if record is None or _at(record, change.path[:-1]) is None:
        raise RefusedError("gone")
    if _at(record, change.path) != change.old:
        raise RefusedError("changed")
    text = _written(change.new)
    if change.path[-1] == "number":
        made = with_value(content, record, change.path, text)
    else:
        made = with_field(content, record, change.path[:-1], str(change.path[-1]), text)
    after, _ = read(path, made)
    if after is None or after.data != _with(record.data, change.path, change.new):
        raise NotEditableError
    return made


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {part}" for key, part in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def _at(record: Record, pointer: Pointer) -> Any:
    part: Any = record.data
    for step in pointer:
        part = part_at(part, step)
    return part


def _with(data: Any, pointer: Pointer, value: Any) -> Any:
    """The data with another value at one place."""
    if not pointer:
        return value
    step, rest = pointer[0], pointer[1:]
    if isinstance(data, list):
        return [_with(part, rest, value) if place == step else part for place, part in enumerate(data)]
    return {**data, step: _with(data.get(step), rest, value)}
