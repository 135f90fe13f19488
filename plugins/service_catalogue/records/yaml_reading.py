"""YAML text → a record: plain data in which every scalar is text, with the place of every key and value.

libyaml's events are read rather than loaded: a loader would turn `9:30` into 570 and a KRS number
into another number, keep the last of two equal keys, and follow aliases to the end of memory.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from service_catalogue.notation import composed
from service_catalogue.records.marks import Later, Mark, Places, Pointer, Spot, Spots
from service_catalogue.records.problem import Problem, capped
from service_catalogue.records.quick_reading import MAX_DEPTH, MAX_NODES, Parser, mark_of, plain_data, spot
from service_catalogue.records.record import Data, Record
from service_catalogue.records.syntax_faults import hard_space, syntax_problem
from service_catalogue.records.text_reading import FORBIDDEN, MAX_BYTES, decoded

Node = str | list["Node"] | dict[str, "Node"]
"""What YAML holds here: every scalar is text."""


@dataclass(slots=True)
class _Reading:
    """What has been seen of one file so far."""

    path: str
    keys: dict[Pointer, Mark] = field(default_factory=dict)
    values: dict[Pointer, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    nodes: int = 0

    def refuse(self, mark: Mark, code: str, **values: object) -> None:
        self.problems.append(Problem(self.path, mark.line, mark.column, code, values))


class _HopelessError(Exception):
    """Reading cannot go on: the file is too deep, too large or not a mapping."""


def read_file(file: Path, path: str) -> tuple[Record | None, list[Problem]]:
    """A file → its record, or its problems, shown under `path`."""
    if file.stat().st_size > MAX_BYTES:
        return None, [Problem(path, 1, 1, "file.too-large", {"limit": MAX_BYTES // 1000})]
    return read(path, file.read_bytes())


def read(path: str, content: bytes) -> tuple[Record | None, list[Problem]]:
    """The bytes of a file → its record and what was seen on the way; no record where it cannot be read."""
    if len(content) > MAX_BYTES:
        return None, [Problem(path, 1, 1, "file.too-large", {"limit": MAX_BYTES // 1000})]
    text, problems = decoded(path, content)
    if text is None or any(problem.level == "error" for problem in problems):
        return None, problems
    record, more = _parsed(path, text)
    return record, capped(path, problems + more)


def _parsed(path: str, text: str) -> tuple[Record | None, list[Problem]]:
    """The record of a text; where nothing is odd, its marks are looked for once somebody asks."""
    data = plain_data(text)
    return _marked(path, text) if data is None else (Record(path, data, *_later(path, lambda: text, {})), [])


def _later(path: str, text: Callable[[], str], known: Spots) -> tuple[Later, Later]:
    places = Places(lambda place: spot(text(), place), lambda: _spots(path, text()), known)
    return Later(places, "key"), Later(places, "value")


def _spots(path: str, text: str) -> Spots:
    record, _ = _marked(path, text)
    return {place: Spot(record.keys.get(place), mark) for place, mark in record.values.items()} if record else {}


def remembered(path: str, content: bytes, data: Data, known: Spots, *, is_plain: bool) -> Record:
    """The record of a file whose typed data is known, and where some parts stand; what else is asked is read again."""

    @cache
    def again() -> Record:
        record, _ = read(path, content)
        return record or Record(path, {}, {}, {})

    if not is_plain:
        return again().typed(data)
    text = cache(lambda: decoded(path, content)[0] or "")
    return Record(path, data, *_later(path, text, known), lambda: again().data)


def _marked(path: str, text: str) -> tuple[Record | None, list[Problem]]:
    reading = _Reading(path)
    try:
        data = _document(reading, yaml.parse(text, Loader=Parser), text)
    except yaml.YAMLError as fault:
        return None, [*reading.problems, syntax_problem(path, text, fault)]
    except _HopelessError:
        return None, reading.problems
    return Record(path, data, reading.keys, reading.values), reading.problems


def _document(reading: _Reading, events: Iterator[yaml.Event], text: str) -> dict[str, Node]:
    next(events)
    if isinstance(next(events), yaml.StreamEndEvent):
        reading.refuse(Mark(1, 1), "file.empty")
        raise _HopelessError
    first = next(events)
    data = _node(reading, events, first, ())
    if not isinstance(data, dict):
        hard = hard_space(text, text.count("\n") + 1) if isinstance(first, yaml.ScalarEvent) else None
        if hard:
            reading.refuse(hard[0], "yaml.hard-space", char=hard[1])
            raise _HopelessError
        empty = data == "" and isinstance(first, yaml.ScalarEvent)
        reading.refuse(mark_of(first), "file.empty" if empty else "file.not-a-mapping")
        raise _HopelessError
    next(events)
    after = next(events)
    if isinstance(after, yaml.DocumentStartEvent):
        reading.refuse(mark_of(after), "file.several-documents")
    return data


def _node(reading: _Reading, events: Iterator[yaml.Event], event: yaml.Event, pointer: Pointer) -> Node:
    mark = mark_of(event)
    reading.values[pointer] = mark
    _count(reading, mark, pointer)
    if isinstance(event, yaml.AliasEvent):
        reading.refuse(mark, "yaml.alias", name=event.anchor)
        return f"*{event.anchor}"
    if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):
        _plain(reading, event, mark)
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(reading, event, mark)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(reading, events, pointer)
    return _mapping(reading, events, pointer)


def _count(reading: _Reading, mark: Mark, pointer: Pointer) -> None:
    reading.nodes += 1
    if reading.nodes > MAX_NODES:
        reading.refuse(mark, "file.too-many-parts", limit=MAX_NODES)
        raise _HopelessError
    if len(pointer) > MAX_DEPTH:
        reading.refuse(mark, "file.too-deep", limit=MAX_DEPTH)
        raise _HopelessError


def _plain(reading: _Reading, event: yaml.ScalarEvent | yaml.CollectionStartEvent, mark: Mark) -> None:
    """Refuses what makes YAML more than text: names for parts to be repeated, and types."""
    if event.anchor is not None:
        reading.refuse(mark, "yaml.anchor", name=event.anchor)
    if event.tag is not None:
        reading.refuse(mark, "yaml.tag", name=event.tag)


def _scalar(reading: _Reading, event: yaml.ScalarEvent, mark: Mark) -> str:
    hidden = FORBIDDEN.search(event.value)
    if hidden:
        reading.refuse(mark, "file.character", char=f"U+{ord(hidden[0]):04X}")
    return composed(event.value)


def _sequence(reading: _Reading, events: Iterator[yaml.Event], pointer: Pointer) -> list[Node]:
    items: list[Node] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_node(reading, events, event, (*pointer, len(items))))
    return items


def _mapping(reading: _Reading, events: Iterator[yaml.Event], pointer: Pointer) -> dict[str, Node]:
    found: dict[str, Node] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key, mark = _key(reading, events, event, pointer)
        if key in found:
            first = reading.keys[(*pointer, key)]
            reading.refuse(mark, "yaml.duplicate-key", key=key, line=first.line)
            _node(reading, events, next(events), (*pointer, f"{key}\n{mark.line}"))
            continue
        reading.keys[(*pointer, key)] = mark
        found[key] = _node(reading, events, next(events), (*pointer, key))
    return found


def _key(reading: _Reading, events: Iterator[yaml.Event], event: yaml.Event, pointer: Pointer) -> tuple[str, Mark]:
    mark = mark_of(event)
    if not isinstance(event, yaml.ScalarEvent):
        reading.refuse(mark, "yaml.key")
        _node(reading, events, event, (*pointer, f"\n{mark.line}:{mark.column}"))
        return f"\n{mark.line}:{mark.column}", mark
    _plain(reading, event, mark)
    if not event.value.isprintable():
        reading.refuse(mark, "yaml.key")
    return composed(event.value), mark
