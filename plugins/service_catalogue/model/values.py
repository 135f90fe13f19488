"""Plain data → frozen values, by the annotations of the values.

A new field is one property in the schema and one attribute of a value; what has no attribute stays behind.
"""

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields
from functools import cache
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from service_catalogue.hours import Clock
from service_catalogue.model.publication import Plain
from service_catalogue.model.terms import TaxonomyTerm

T = TypeVar("T")
Lookup = Mapping[tuple[str, str], TaxonomyTerm]
"""Every term by its vocabulary and code."""


def value_of(kind: type[T], data: Plain, lookup: Lookup) -> T:
    """A dataclass from plain data: what it has an attribute for is taken, what it has none for stays behind."""
    made = {}
    for name, key, convert in _parts(cast("Hashable", kind)):
        if key in data:
            made[name] = convert(data[key], lookup)
    return kind(**made)


Convert = Callable[[Any, Lookup], Any]


@cache
def _parts(kind: Any) -> tuple[tuple[str, str, Convert], ...]:
    """For each attribute of a dataclass its name, its key in the data, and how its value is made."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple((part.name, part.name.rstrip("_"), _converter(hints[part.name])) for part in fields(kind))


def _converter(hint: Any) -> Convert:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _converter(next(choice for choice in inner if choice is not type(None)))
    if origin is Annotated:
        vocabulary = hint.__metadata__[0]
        return lambda value, lookup: lookup[vocabulary, value]
    if origin is tuple:
        convert = _converter(inner[0])
        return lambda value, lookup: tuple(convert(item, lookup) for item in value)
    if hint is Clock:
        return lambda value, _: value if isinstance(value, Clock) else Clock.read(value)
    if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
        return lambda value, lookup: value if isinstance(value, hint) else value_of(hint, value, lookup)
    return _as_it_is


def _as_it_is(value: object, _: Lookup) -> object:
    return value
