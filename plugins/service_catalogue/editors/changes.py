"""A list of changes, from the form or an afternoon with a telephone: what may be changed, by whom, on what grounds."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from service_catalogue.records import Pointer, schemas, texts

REFUSALS = ("no_list", "no_record", "who", "day", "field", "shape", "exists", "gone", "changed", "by_hand", "unread")
"""Why a change is not made: keys of `apply.refused`."""
SPEAKERS = ("reception", "office", "on-duty", "manager", "volunteer", "line")
"""Who answers a telephone: roles, never names."""
ROLES = (*SPEAKERS, "organization", "visitor", "website")
"""Who says what is changed."""
NOBODY = "nobody"
"""Who says so where three times nobody answered."""
METHODS = ("organization", "phone", "visit", "document")
MOST = 500
"""Changes of one list."""
_RECORD = re.compile(r"organizations/[a-z0-9]+(-[a-z0-9]+){0,40}|vocabularies/help_lines")
_LINE_TEXTS = ("assurance", "editors_note", "number")
"""What may be changed of a help line."""
_NUMBER = re.compile(r"\+?[0-9][0-9 ()-]{1,29}")
_NEVER = {
    *("maintainers", "former_ids", "public_contacts", "address_public", "withheld_reason", "replaced_by", "sources"),
    *("conflicts", "stated", "confidence", "field_confidence", "translations", "district_source", "position"),
}
"""What needs more than a change that somebody sent: an editor, another person, or a second look at the address."""
_ONLY_NEW = {"publication": "listed", "confidential": True}
"""What only something new may say, and what it may say."""
_MEMBERS = {"record", "path", "old", "new", "who", "how", "day"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class RefusedError(Exception):
    """A change that is not made; the first argument is the key of the reason, the second says more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One part of a record with its old and its new value, and who says so: a role, never a name.

    An empty path is a whole new record, no new value takes the part away. `url` is the page that says so.
    """

    record: str
    path: Pointer
    old: Any
    new: Any
    who: str
    how: str
    day: date
    url: str = ""

    @property
    def name(self) -> str:
        """The last named step of the path: the field, or the id of something new."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")


def read_changes(content: str, today: date) -> list[Change]:
    """The changes of a list, also of one within a message; one that may not be made refuses all."""
    rows = _rows(content)
    if not isinstance(rows, list) or not rows or len(rows) > MOST:
        raise RefusedError("no_list")
    if not all(isinstance(row, dict) and row.keys() - {"url"} == _MEMBERS for row in rows):
        raise RefusedError("no_list")
    return [_change(row, today) for row in rows]


def _rows(content: str) -> Any:
    """The list by itself, or the first one that stands in an e-mail or in an issue."""
    found = re.search(r"\[\s*\{", content)
    try:
        return json.JSONDecoder().raw_decode(content[found.start() :])[0] if found else json.loads(content)
    except (ValueError, RecursionError):
        raise RefusedError("no_list") from None


def _change(row: Mapping[str, Any], today: date) -> Change:
    if not isinstance(row["record"], str) or not _RECORD.fullmatch(row["record"]):
        raise RefusedError("no_record")
    if row["who"] not in (*ROLES, NOBODY):
        raise RefusedError("who")
    if row["how"] not in METHODS or not isinstance(row["day"], str) or not _is_link(row.get("url", "")):
        raise RefusedError("no_list")
    try:
        day = date.fromisoformat(row["day"])
    except ValueError:
        raise RefusedError("day") from None
    if day > today:
        raise RefusedError("day")
    if not isinstance(row["path"], list) or not all(_is_step(step) for step in row["path"]):
        raise RefusedError("field")
    change = Change(**{**row, "path": tuple(row["path"]), "day": day})
    if not _is_clean(change.new) or not (_is_of_line(change) if _is_line(change) else _is_of_record(change)):
        raise RefusedError("field")
    return change


def _is_link(url: object) -> bool:
    rule = schemas().part("organization", ("website",))
    return url == "" or (
        isinstance(url, str) and len(url) <= rule["maxLength"] and re.fullmatch(rule["pattern"], url) is not None
    )


def _is_step(step: object) -> bool:
    return (isinstance(step, int) and not isinstance(step, bool) and 0 <= step < MOST) or (
        isinstance(step, str) and re.fullmatch(r"[a-z0-9]+([_-][a-z0-9]+)*", step) is not None and len(step) <= 80
    )


def _is_clean(value: Any) -> bool:
    """Whether no text of a value has a sign that does not belong into a text."""
    return not any(_CONTROL.search(text) for _, text in texts(value, ()))


def _is_line(change: Change) -> bool:
    return not change.record.startswith("organizations/")


def _is_of_line(change: Change) -> bool:
    """Whether the place is one of a help line that may be changed, and the value is of its kind."""
    if len(change.path) != 2 or change.name not in _LINE_TEXTS:
        return False
    if change.name == "number":
        return isinstance(change.new, str) and _NUMBER.fullmatch(change.new) is not None
    return _is_confirmation(change) if change.name == "assurance" else _is_note(change)


def _is_of_record(change: Change) -> bool:
    """Whether a place of an organization is one that readers see and others may change."""
    if change.name == "editors_note":
        return (len(change.path) == 1 or change.path[::2] == ("services", "editors_note")) and _is_note(change)
    if change.who == NOBODY:
        return False
    if change.name == "assurance":
        return change.path[0] == "services" and len(change.path) == 3 and _is_confirmation(change)
    new = change.new if change.new is not None else {}
    return all(_may_change(place, change) for place, _ in _named(new, change.path)) and _is_known(change.path)


def _named(value: Any, place: Pointer) -> Iterator[tuple[Pointer, Any]]:
    """A part with all that is within it, each with its place."""
    yield place, value
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in members:
        yield from _named(part, (*place, step))


def _may_change(place: Pointer, change: Change) -> bool:
    name = place[-1] if place else ""
    if _NEVER & {*place} or name == "assurance":
        return False
    if name in _ONLY_NEW:
        value: Any = change.new
        for step in place[len(change.path) :]:
            value = value[step]
        return place != change.path and change.old is None and value == _ONLY_NEW[str(name)]
    return True


def _is_known(path: Pointer) -> bool:
    """Whether the schema has such a part, and readers see it; a service or a place is never taken out as a whole."""
    return not path or all(
        (part := schemas().part("organization", path[: end + 1])) and "x-published" not in part
        for end in range(len(path))
    )


def _is_confirmation(change: Change) -> bool:
    told = {"date": change.day.isoformat(), "method": change.how, "by": "redakcja"}
    return change.new == told and change.who in ROLES


def _is_note(change: Change) -> bool:
    return isinstance(change.new, str) and 0 < len(change.new.strip()) <= 4000
