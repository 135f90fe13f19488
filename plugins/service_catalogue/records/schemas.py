"""The JSON Schemas of records and vocabularies: reading them, and typing text as they declare."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

Schema = Mapping[str, Any]
Pointer = tuple[str | int, ...]
Way = tuple[str, ...]
"""Steps from the root of a schema: a key, `*` for any key, `[]` for any item."""
_OF_TEXT = {"type", "minLength", "maxLength", "enum", "pattern", "title", "description"}
_OF_TEXT |= {"x-def", "x-form", "x-vocabulary", "x-location", "x-service", "x-published"}
SCHEMA_FOLDER = Path(__file__).resolve().parents[3] / "schemas"
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")


def _pattern(_validator: Any, pattern: str, instance: Any, _schema: Schema) -> Iterator[ValidationError]:
    """The whole text must match: in Python `$` alone lets a line break at the end through."""
    if isinstance(instance, str) and not re.fullmatch(pattern, instance):
        yield ValidationError(pattern)


def _required(_validator: Any, names: list[str], instance: Any, _schema: Schema) -> Iterator[ValidationError]:
    """One fault for each member that is not there, its name as the message."""
    for name in names if isinstance(instance, dict) else ():
        if name not in instance:
            yield ValidationError(name)


def _properties(validator: Any, parts: Mapping[str, Any], instance: Any, _schema: Schema) -> Iterator[ValidationError]:
    """As JSON Schema has it, but a member that must not be there is one fault at its own place."""
    for name, part in parts.items() if isinstance(instance, dict) else ():
        if name in instance and part is False:
            yield ValidationError(name, validator="forbidden", path=(name,))
        elif name in instance and not _is_right_text(part, instance[name]):
            yield from validator.descend(instance[name], part, path=name, schema_path=name)


def _items(validator: Any, part: Schema, instance: Any, _schema: Schema) -> Iterator[ValidationError]:
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


def _closed(_validator: Any, allowed: bool, instance: Any, schema: Schema) -> Iterator[ValidationError]:  # noqa: FBT001
    """One fault for each key that has no place here, the key as the message."""
    if isinstance(instance, dict) and not allowed:
        yield from (ValidationError(key) for key in instance if not _has_member(schema, key))


def _together(
    _validator: Any, needs: Mapping[str, list[str]], instance: Any, _schema: Schema
) -> Iterator[ValidationError]:
    """One fault for each missing member that another one needs."""
    if isinstance(instance, dict):
        missing = {name for key, names in needs.items() if key in instance for name in names if name not in instance}
        yield from (ValidationError(name) for name in sorted(missing))


_Validator = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {
        "pattern": _pattern,
        "properties": _properties,
        "items": _items,
        "required": _required,
        "additionalProperties": _closed,
        "dependentRequired": _together,
    },
)


class Schemas:
    """A set of schemas by name: `organization`, `areas`, …; each also whole, with every `$ref` filled in."""

    def __init__(self, by_name: Mapping[str, Schema]) -> None:
        self.by_name = by_name
        self._by_file = {f"{name}.schema.json": schema for name, schema in by_name.items()}
        self._parts: dict[tuple[str, str], Schema] = {}
        self.whole = {name: self._filled(schema, schema) for name, schema in by_name.items()}
        self._marks: dict[tuple[str, str, tuple[str, ...]], list[tuple[Way, Schema]]] = {}
        self._validators = {name: _Validator(schema) for name, schema in self.whole.items()}

    def faults(self, name: str, data: object) -> Iterator[ValidationError]:
        """What the schema of that name refuses in typed data."""
        return iter(self._validators[name].iter_errors(data))

    def typed(self, name: str, data: object) -> Any:
        """Text that the schema declares to be a number or a boolean, turned into one; all else as it is."""
        return _typed(self.whole[name], data)

    def walk(self, name: str, data: object) -> Iterator[tuple[Pointer, Schema, Any]]:
        """Every part of the data with its place and its schema, parents first."""
        return _walk(self.whole[name], data, ())

    def marked(self, name: str, word: str, data: object, *meant: str) -> Iterator[tuple[Pointer, Schema, Any]]:
        """The parts of the data whose schema has a word, such as `x-vocabulary`, or one meaning of it."""
        if (name, word, meant) not in self._marks:
            ways = _marks(self.whole[name], word, ())
            self._marks[name, word, meant] = [mark for mark in ways if not meant or mark[1][word] in meant]
        for way, schema in self._marks[name, word, meant]:
            for pointer, value in _follow(data, way, ()):
                yield pointer, schema, value

    def part(self, name: str, pointer: Pointer) -> Schema:
        """The schema of one part of the data, by its place."""
        schema: Schema = self.whole[name]
        for step in pointer:
            schema = member(schema, step) if isinstance(step, str) else schema.get("items", {})
        return schema

    def _filled(self, schema: Any, root: Schema) -> Any:
        """A schema with every `$ref` replaced by what it means; `x-def` keeps its name, `x-form` its description.

        Words beside the `$ref` (title, description, x-published) win: they say what the thing is here; so does
        a pattern, and the description that goes with it.
        A validator that need not look references up is several times as fast.
        """
        if isinstance(schema, list):
            return [self._filled(item, root) for item in schema]
        if not isinstance(schema, Mapping):
            return schema
        own = {key: self._filled(value, root) for key, value in schema.items() if key not in ("$ref", "$defs", "$id")}
        if "$ref" not in schema:
            return own
        file, _, steps = schema["$ref"].partition("#/")
        named = self._named_part(self._by_file[file] if file else root, steps)
        form = {"x-form": own.get("description", "")} if "pattern" in own else {}
        return {**named, **own, **form}

    def _named_part(self, root: Schema, steps: str) -> Schema:
        if (root["$id"], steps) not in self._parts:
            target: Any = root
            for step in steps.split("/"):
                target = target[step]
            form = {"x-def": steps.rpartition("/")[2], "x-form": target.get("description", "")}
            self._parts[root["$id"], steps] = {**form, **self._filled(target, root)}
        return self._parts[root["$id"], steps]


def member(schema: Schema, key: str) -> Schema:
    """The schema of one member of a mapping; an empty one where the mapping is not to have it."""
    found = schema.get("properties", {}).get(key)
    if found is None:
        patterns = schema.get("patternProperties", {})
        found = next((inner for pattern, inner in patterns.items() if re.fullmatch(pattern, key)), {})
    return found if isinstance(found, dict) else {}


def _has_member(schema: Schema, key: str) -> bool:
    patterns = schema.get("patternProperties", {})
    return key in schema.get("properties", {}) or any(re.fullmatch(pattern, key) for pattern in patterns)


def _typed(schema: Schema, data: object) -> Any:
    if isinstance(data, dict):
        return {key: _typed(member(schema, key), value) for key, value in data.items()}
    if isinstance(data, list):
        items = schema.get("items", {})
        return [_typed(items, value) for value in data]
    return _scalar(schema.get("type"), data)


def _walk(schema: Schema, data: object, pointer: Pointer) -> Iterator[tuple[Pointer, Schema, Any]]:
    yield pointer, schema, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _walk(member(schema, key), value, (*pointer, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _walk(schema.get("items", {}), value, (*pointer, index))


def _marks(schema: Schema, word: str, way: Way) -> Iterator[tuple[Way, Schema]]:
    if word in schema:
        yield way, schema
    inner = list(schema.get("properties", {}).items())
    inner += [("*", part) for part in schema.get("patternProperties", {}).values()]
    inner += [("[]", schema["items"])] if "items" in schema else []
    for step, part in inner:
        yield from _marks(part, word, (*way, step))


def _follow(data: Any, way: Way, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
    for index, step in enumerate(way):
        if step in ("*", "[]"):
            yield from _follow_all(data, way[index:], pointer)
            return
        if not isinstance(data, dict) or step not in data:
            return
        data, pointer = data[step], (*pointer, step)
    yield pointer, data


def _follow_all(data: Any, way: Way, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
    if way[0] == "*" and isinstance(data, dict):
        for key, value in data.items():
            yield from _follow(value, way[1:], (*pointer, key))
    elif way[0] == "[]" and isinstance(data, list):
        for index, value in enumerate(data):
            yield from _follow(value, way[1:], (*pointer, index))


def _scalar(kind: object, data: object) -> object:
    if not isinstance(data, str):
        return data
    if kind == "integer" and _INTEGER.fullmatch(data):
        return int(data)
    if kind == "number" and _NUMBER.fullmatch(data):
        return float(data)
    if kind == "boolean" and data in ("true", "false"):
        return data == "true"
    return data


def read_schemas(folder: Path = SCHEMA_FOLDER) -> Schemas:
    """The schemas of a folder."""
    files = sorted(folder.glob("*.schema.json"))
    return Schemas({file.name.removesuffix(".schema.json"): json.loads(file.read_text("utf-8")) for file in files})


@cache
def schemas() -> Schemas:
    """The schemas of this product, read once."""
    return read_schemas()
