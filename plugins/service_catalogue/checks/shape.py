"""What a schema refuses, said so that the message alone is enough to mend it.

Cases: `tests/cases/shape`, `tests/cases/place`, `tests/cases/safety`, `tests/cases/vocabularies`, `tests/cases/yaml`.
"""

import re
from collections.abc import Mapping

from service_catalogue.checks.emptiness import emptiness, left_empty
from service_catalogue.checks.naming import name_of, right_id
from service_catalogue.checks.nearest import nearest_of
from service_catalogue.notation import folded, pasted_sign
from service_catalogue.records import (
    MAX_ID,
    OF_MEMBERS,
    Fault,
    Pointer,
    Problem,
    Record,
    Schema,
    Values,
    place_of,
    schemas,
    spoils,
    value_at,
    without,
)

_TYPES = {
    "string": "shape.not-text",
    "array": "shape.not-list",
    "object": "shape.not-mapping",
    "integer": "shape.not-integer",
    "number": "shape.not-number",
    "boolean": "shape.not-boolean",
}
_VALUES = {
    "enum": "shape.enum",
    "pattern": "shape.pattern",
    "maxLength": "shape.too-long",
    "minLength": "shape.too-short",
    "maxItems": "shape.too-many",
    "maxProperties": "shape.too-many",
    "minItems": "shape.too-few",
    "minProperties": "shape.too-few",
    "minimum": "shape.range",
    "maximum": "shape.range",
    "uniqueItems": "shape.duplicate-item",
}
_MEMBERS = dict(zip(OF_MEMBERS, ("shape.missing", "shape.together"), strict=True))
MOST_HOMES = 3
"""A key that stands in more parts than these is too common to say where it belongs."""
_SWAPPED = {"latitude": "longitude", "longitude": "latitude"}


def examined(name: str, record: Record) -> tuple[Record, list[Problem]]:
    """A record without the parts that have a wrong shape, and what is wrong with them."""
    faults = sorted(schemas().faults(name, record.data), key=lambda fault: fault.validator != "type")
    unknown = {place_of(fault) for fault in faults if fault.validator == "additionalProperties"}
    faulty = (
        set(left_empty(name, record)) - unknown - {(*fault.absolute_path,) for fault in faults if not spoils(fault)}
    )
    problems = [emptiness(name, record, place) for place in sorted(faulty, key=str)]
    for fault in faults:
        pointer = place_of(fault)
        if pointer in faulty:
            continue
        problems.append(_problem(name, record, pointer, fault))
        if spoils(fault):
            faulty.add(pointer)
    if not problems:
        return record, []
    return record.without(without(record.data, faulty)), problems


def _problem(name: str, record: Record, pointer: Pointer, fault: Fault) -> Problem:
    keyword = fault.validator
    if keyword in _MEMBERS:
        code = "shape.withheld-without-reason" if fault.message == "withheld_reason" else _MEMBERS[keyword]
        return record.problem(pointer[:-1], code, at_key=True, **name_of(name, pointer))
    if not pointer and keyword == "minProperties":
        return record.problem(pointer, "file.no-terms")
    if keyword in ("additionalProperties", "propertyNames", "forbidden"):
        return _of_key(name, record, pointer, fault)
    values = name_of(name, pointer) | _of_value(fault)
    hard = _hard_space(record, pointer) if fault.validator_value == "object" else ""
    if hard:
        return record.problem(pointer, "yaml.hard-space", char=hard)
    if keyword == "type":
        code = "shape.dash" if _is_dashed(fault) else _TYPES.get(str(fault.validator_value), "shape.other")
    elif _is_swapped(record, pointer):
        code = "place.swapped"
    else:
        code = _VALUES.get(str(keyword), "shape.other")
    return record.problem(pointer, code, **values)


def _of_key(name: str, record: Record, pointer: Pointer, fault: Fault) -> Problem:
    """What is wrong with a key that must not be there, by itself or by its length."""
    if fault.validator == "additionalProperties":
        return _unknown_key(name, record, pointer)
    if fault.validator == "propertyNames":
        return record.problem(pointer, "shape.key-long", at_key=True, limit=MAX_ID, count=len(str(pointer[-1])))
    return record.problem(pointer, _forbidden(pointer, fault), at_key=True, **name_of(name, pointer))


def _hard_space(record: Record, pointer: Pointer) -> str:
    """The sign after a colon that only looks like a space, where it makes a text of what should be fields."""
    typed: object = record.written_at(pointer)
    found = re.match(r"[\w-]{1,40}:(?! )\s", typed) if isinstance(typed, str) else None
    return pasted_sign(found[0]) if found else ""


def _is_dashed(fault: Fault) -> bool:
    """Whether somebody wrote a list with dashes that are none to the program, or with no space after them."""
    return fault.validator_value == "array" and re.match(r"[-–—•*]", str(fault.instance)) is not None


def _first(schema: Schema) -> str:
    """How the first part of a mapping would be written."""
    names = [*schema.get("required", ()), *schema.get("properties", ())]
    return names[0] if names else "wlasny-skrot"


def _of_value(fault: Fault) -> Values:
    """What a sentence about a value may need: the value, the limit, its length, the choices."""
    value, limit = fault.instance, fault.validator_value
    schema = fault.schema if isinstance(fault.schema, Mapping) else {}
    values: Values = {"keyword": fault.validator, "limit": limit, "first": _first(schema)}
    if isinstance(value, (dict, list)):
        values |= {"value": "…", "count": len(value)}
    else:
        values |= {"value": value, "count": len(str(value))}
    if fault.validator == "enum":
        values |= {"allowed": ", ".join(schema["enum"]), "nearest": _nearest_choice(schema, str(value))}
    if fault.validator in ("minimum", "maximum"):
        values |= {"minimum": schema.get("minimum", "…"), "maximum": schema.get("maximum", "…")}
    return values


def _nearest_choice(schema: Schema, typed: str) -> str | None:
    """The choice that is like what was typed, by itself or by what the description says it means."""
    return nearest_of(meanings(schema), typed)


def meanings(schema: Schema) -> dict[str, str]:
    """The choices of a part by themselves and by what its description says they mean, folded."""
    said = re.findall(r"(?<![\w-])([\w-]+): ([^,;.]+)", schema.get("description", ""))
    found = {folded(meaning): code for code, meaning in said if code in schema["enum"]}
    return found | {folded(code): code for code in schema["enum"]}


def _forbidden(pointer: Pointer, fault: Fault) -> str:
    path = list(fault.absolute_schema_path)
    if "dependentSchemas" in path and "hours" in path:
        return "shape.hours-twice"
    if "else" in path and pointer[-1] == "withheld_reason":
        return "shape.withheld-reason"
    return "safety.confidential-part" if "then" in path and "locations" in pointer else "shape.forbidden"


def _is_swapped(record: Record, pointer: Pointer) -> bool:
    """Whether a latitude stands where the longitude should, or the other way round."""
    other = _SWAPPED.get(str(pointer[-1])) if pointer else None
    if other is None:
        return False
    value = value_at(record.data, pointer)
    bounds = schemas().part("organization", ("locations", "x", other))
    return isinstance(value, float) and bounds["minimum"] <= value <= bounds["maximum"]


def _unknown_key(name: str, record: Record, pointer: Pointer) -> Problem:
    *above, key = pointer
    schema = schemas().part(name, tuple(above))
    known = schema.get("properties", {})
    if not known:
        return _wrong_id(record, pointer, next(iter(schema.get("patternProperties", ())), ""))
    if " " in str(key).strip():
        return record.problem(pointer, "shape.broken-text", at_key=True, value=key)
    home = _home(name, tuple(above), str(key))
    if home and not any(own.startswith(str(key)) for own in known):
        return record.problem(pointer, "shape.misplaced-key", at_key=True, value=key, home=home)
    said = {folded(str(part.get("title", ""))): code for code, part in known.items() if isinstance(part, dict)}
    nearest = nearest_of(said | {code: code for code in known}, str(key))
    values: Values = {"value": key, "nearest": nearest, "allowed": ", ".join(known)}
    return record.problem(pointer, "shape.unknown-key", at_key=True, **values)


def _wrong_id(record: Record, pointer: Pointer, pattern: str) -> Problem:
    """A key that somebody chose, where the pattern lets it be an id; else it is the name of a field."""
    key, right = str(pointer[-1]), right_id(str(pointer[-1]))
    if not re.fullmatch(pattern, "a-1"):
        return record.problem(pointer, "shape.key-of-field", at_key=True, value=key)
    return record.problem(pointer, "shape.key-name", at_key=True, value=key, nearest=right)


def _home(name: str, above: Pointer, key: str) -> str | None:
    """The title of the part that a key belongs to, where it stands in the wrong one: mostly an indent slipped."""
    for end in range(len(above), -1, -1):
        schema = schemas().part(name, above[:end])
        if key in schema.get("properties", {}):
            return str(schema.get("title", ""))
    homes = [part for part in schemas().by_name[name].get("$defs", {}).values() if key in part.get("properties", {})]
    titles = dict.fromkeys(str(part["title"]) for part in homes)
    return "”, „".join(titles) if 0 < len(titles) <= MOST_HOMES else None
