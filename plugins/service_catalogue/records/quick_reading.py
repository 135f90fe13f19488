"""YAML text in which nothing is odd → plain data, without the place of each part: most files are only read.

What is odd in any way (an anchor, a tag, a key twice, too many parts …) is left to `yaml_reading`, which tells of it.
"""

from collections.abc import Callable
from typing import Any

import yaml

from service_catalogue.notation import composed
from service_catalogue.records.marks import Mark, Pointer, Spot
from service_catalogue.records.text_reading import FORBIDDEN

MAX_DEPTH = 24
MAX_NODES = 20_000
Scalar = yaml.ScalarEvent
Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _OddError(Exception):
    """There may be something to tell of."""


def plain_data(text: str) -> dict[str, Any] | None:
    """The data of a file whose every scalar is text, or nothing where it is not all plain."""
    parser = Parser(text)
    try:
        data = _Reading(text, parser.get_event).document()
    except (yaml.YAMLError, _OddError):
        return None
    finally:
        parser.dispose()
    return data if isinstance(data, dict) and data else None


class _Reading:
    """One file, event by event."""

    def __init__(self, text: str, get: Callable[[], Any]) -> None:
        self._get = get
        self._nodes = 0
        self._is_plain = text.isascii()
        self._may_hide = "\\" in text

    def document(self) -> Any:
        """The only document of a file."""
        self._expect(yaml.StreamStartEvent)
        self._expect(yaml.DocumentStartEvent)
        data = self._node(self._get(), 0)
        self._expect(yaml.DocumentEndEvent)
        self._expect(yaml.StreamEndEvent)
        return data

    def _expect(self, kind: type) -> None:
        if self._get().__class__ is not kind:
            raise _OddError

    def _node(self, event: Any, depth: int) -> Any:
        if event.__class__ is Scalar:
            return self._scalar(event)
        if event.__class__ is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            raise _OddError
        if depth >= MAX_DEPTH:
            raise _OddError
        found = self._mapping(depth + 1) if event.__class__ is yaml.MappingStartEvent else self._sequence(depth + 1)
        self._nodes += len(found) + 1
        if self._nodes > MAX_NODES:
            raise _OddError
        return found

    def _sequence(self, depth: int) -> list[Any]:
        items, get = [], self._get
        while (event := get()).__class__ is not yaml.SequenceEndEvent:
            items.append(self._node(event, depth))
        return items

    def _mapping(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        get = self._get
        while (event := get()).__class__ is not yaml.MappingEndEvent:
            if event.__class__ is not Scalar or not event.value.isprintable():
                raise _OddError
            key = self._scalar(event)
            if key in found:
                raise _OddError
            found[key] = self._node(get(), depth)
        return found

    def _scalar(self, event: Any) -> str:
        if event.anchor is not None or event.tag is not None:
            raise _OddError
        value: str = event.value
        if self._may_hide and FORBIDDEN.search(value):
            raise _OddError
        return value if self._is_plain else composed(value)


def spot(text: str, pointer: Pointer) -> Spot:
    """Where a part of a plain text stands; what comes after it is not read."""
    parser = Parser(text)
    try:
        return _spot(parser.get_event, pointer)
    finally:
        parser.dispose()


def _spot(get: Callable[[], Any], pointer: Pointer) -> Spot:
    get(), get()  # the beginnings of the stream and of the document
    key, event = None, get()
    for step in pointer:
        key, event = (
            _member(get, step) if event.__class__ is yaml.MappingStartEvent else (None, _item(get, event, step))
        )
        if event is None:
            return Spot(None, None)
    return Spot(mark_of(key) if key else None, mark_of(event))


def _member(get: Callable[[], Any], name: str | int) -> tuple[Any, Any]:
    """The events of a key and of what stands under it."""
    while (key := get()).__class__ is Scalar:
        value = get()
        if composed(key.value) == name:
            return key, value
        _skip(get, value)
    return None, None


def _item(get: Callable[[], Any], event: Any, number: str | int) -> Any:
    """The event of an item of a list."""
    if event.__class__ is not yaml.SequenceStartEvent or isinstance(number, str):
        return None
    while (item := get()).__class__ is not yaml.SequenceEndEvent:
        if not number:
            return item
        number -= 1
        _skip(get, item)
    return None


def _skip(get: Callable[[], Any], event: Any) -> None:
    """Reads to the end of what has begun."""
    depth = int(isinstance(event, yaml.CollectionStartEvent))
    while depth:
        event = get()
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def mark_of(event: Any) -> Mark:
    """Where an event begins."""
    mark = event.start_mark
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)
