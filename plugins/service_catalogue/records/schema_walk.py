"""A schema and data side by side: the schema of each part, the parts a schema marks, text as the type it declares."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from service_catalogue.notation import plain_signs, plain_spaces
from service_catalogue.records.marks import Pointer

Schema = Mapping[str, Any]
Found = tuple[Pointer, Schema, Any]
"""A part of data: its place, its schema, and the part itself, of the kind that the schema says."""
Way = tuple[str, ...]
"""Steps from the root of a schema: a key, `*` for any key, `[]` for any item."""
ANY_TEXT = r"^\S(.*\S)?$"
"""The pattern of texts of one line."""
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")


def member(schema: Schema, key: str) -> Schema:
    """The schema of one member of a mapping; an empty one where the mapping is not to have it."""
    found = schema.get("properties", {}).get(key)
    if found is None:
        patterns = schema.get("patternProperties", {})
        found = next((inner for pattern, inner in patterns.items() if re.fullmatch(pattern, key)), {})
    return found if isinstance(found, dict) else {}


def has_member(schema: Schema, key: str) -> bool:
    """Whether a schema names a member of a mapping, by itself or by a pattern."""
    patterns = schema.get("patternProperties", {})
    return key in schema.get("properties", {}) or any(re.fullmatch(pattern, key) for pattern in patterns)


def typed_as(schema: Schema, data: object) -> object:
    """Data whose text is a number or a boolean where the schema declares one."""
    if isinstance(data, dict):
        return {key: typed_as(member(schema, key), value) for key, value in data.items()}
    if isinstance(data, list):
        items = schema.get("items", {})
        return [typed_as(items, value) for value in data]
    return _scalar(schema.get("type"), _plain(schema, data)) if isinstance(data, str) else data


def walk(schema: Schema, data: object, pointer: Pointer) -> Iterator[Found]:
    """Every part of the data with its place and its schema, parents first."""
    yield pointer, schema, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from walk(member(schema, key), value, (*pointer, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from walk(schema.get("items", {}), value, (*pointer, index))


def pruned(schema: Schema, data: object, is_kept: Callable[[Schema], bool]) -> Any:
    """Data with only those members, however deep, whose schema is to be kept."""
    if isinstance(data, dict):
        members = ((key, member(schema, key), value) for key, value in data.items())
        return {key: pruned(part, value, is_kept) for key, part, value in members if is_kept(part)}
    if isinstance(data, list):
        return [pruned(schema.get("items", {}), value, is_kept) for value in data]
    return data


def marks(schema: Schema, word: str, way: Way) -> Iterator[tuple[Way, Schema]]:
    """Every part of a schema that has a word, with the way to it."""
    if word in schema:
        yield way, schema
    inner = list(schema.get("properties", {}).items())
    inner += [("*", part) for part in schema.get("patternProperties", {}).values()]
    inner += [("[]", schema["items"])] if "items" in schema else []
    for step, part in inner:
        yield from marks(part, word, (*way, step))


def is_free(schema: Schema) -> bool:
    """Whether a part holds words of any kind, not a code, a number, a date, a link or hours of set form."""
    fixed = schema.keys() & {"enum", "x-vocabulary", "x-service", "x-location"} or schema.get("x-def") == "hours"
    return not fixed and schema.get("type") == "string" and schema.get("pattern") in (None, ANY_TEXT)


def _plain(schema: Schema, text: str) -> str:
    """A text in the signs of a keyboard where its form is set; with plain spaces everywhere."""
    if text.isascii():
        return text
    is_set = schema.get("type") in ("string", "integer", "number", "boolean") and not is_free(schema)
    return plain_signs(text) if is_set else plain_spaces(text)


def _scalar(kind: object, data: str) -> object:
    if kind == "integer" and _INTEGER.fullmatch(data):
        return int(data)
    if kind == "number" and _NUMBER.fullmatch(data):
        return float(data)
    if kind == "boolean" and data in ("true", "false"):
        return data == "true"
    return data
