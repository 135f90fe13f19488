"""Validation as records need it: one fault for each missing or unknown member, whole patterns, and quickly."""

import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from service_catalogue.records.schema_walk import Schema, has_member

Fault = ValidationError


class Descending(Protocol):
    """A validator, asked about a part of what it validates."""

    def descend(
        self, instance: object, schema: Schema, path: str | int | None = None, schema_path: str | int | None = None
    ) -> Iterator[Fault]:
        """The faults of the part."""


_OF_TEXT = {"type", "minLength", "maxLength", "enum", "pattern", "title", "description"}
_OF_TEXT |= {"x-def", "x-form", "x-vocabulary", "x-location", "x-service", "x-published", "x-confirmed"}


def _pattern(_validator: object, pattern: str, instance: object, _schema: Schema) -> Iterator[Fault]:
    """The whole text must match: in Python `$` alone lets a line break at the end through."""
    if isinstance(instance, str) and not re.fullmatch(pattern, instance):
        yield Fault(pattern)


def _required(_validator: object, names: list[str], instance: object, _schema: Schema) -> Iterator[Fault]:
    """One fault for each member that is not there, its name as the message."""
    if isinstance(instance, dict):
        yield from (Fault(name) for name in names if name not in instance)


def _properties(validator: Descending, parts: Schema, instance: object, _schema: Schema) -> Iterator[Fault]:
    """As JSON Schema has it, but a member that must not be there is one fault at its own place."""
    if not isinstance(instance, dict):
        return
    for name, part in parts.items():
        if name in instance and part is False:
            yield Fault(name, validator="forbidden", path=(name,))
        elif name in instance and not _is_right_text(part, instance[name]):
            yield from validator.descend(instance[name], part, path=name, schema_path=name)


def _items(validator: Descending, part: Schema, instance: object, _schema: Schema) -> Iterator[Fault]:
    for index, item in enumerate(instance) if isinstance(instance, list) else ():
        if not _is_right_text(part, item):
            yield from validator.descend(item, part, path=index)


def _is_right_text(part: Schema, value: object) -> bool:
    """Whether a value is text that keeps all rules: most parts are, and to ask the validator takes far longer."""
    return (
        isinstance(value, str)
        and part.get("type") == "string"
        and part.keys() <= _OF_TEXT
        and part.get("minLength", 0) <= len(value) <= part.get("maxLength", len(value))
        and ("enum" not in part or value in part["enum"])
        and ("pattern" not in part or re.fullmatch(part["pattern"], value) is not None)
    )


def _closed(_validator: object, allowed: bool, instance: object, schema: Schema) -> Iterator[Fault]:  # noqa: FBT001
    """One fault for each key that has no place here, the key as the message."""
    if isinstance(instance, dict) and not allowed:
        yield from (Fault(key) for key in instance if not has_member(schema, key))


def _names(_validator: object, rule: Mapping[str, int], instance: object, _schema: Schema) -> Iterator[Fault]:
    """One fault for each key that is too long for the name of a file, at its own place."""
    if isinstance(instance, dict):
        yield from (Fault(key, path=(key,)) for key in instance if len(key) > rule["maxLength"])


def _together(_validator: object, needs: Mapping[str, list[str]], instance: object, _schema: Schema) -> Iterator[Fault]:
    """One fault for each missing member that another one needs."""
    if isinstance(instance, dict):
        missing = {name for key, names in needs.items() if key in instance for name in names if name not in instance}
        yield from (Fault(name) for name in sorted(missing))


Validator = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {
        "pattern": _pattern,
        "properties": _properties,
        "items": _items,
        "required": _required,
        "additionalProperties": _closed,
        "dependentRequired": _together,
        "propertyNames": _names,
    },
)
