"""Organizations looked at by themselves: what a file holds, and what is wrong with it whatever the others hold.

What is found is plain data, which another process may find and another run may know.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from service_catalogue.checks.shape import examined
from service_catalogue.checks.time import days_of_the_past
from service_catalogue.records import Data, File, Mark, Problem, Record, Sources, Spot, Spots, remembered

Check = Callable[[Sources, date], Iterator[Problem]]


@dataclass(slots=True, kw_only=True)
class Found:
    """What is found in one file.

    `sound` are the parts of a right shape, where not all of it is. `reading` is what was wrong when it was read; `own`
    are the problems that it has by itself, none where nobody asked. `latest` is the last day on which it says that
    something was. `spots` are the places of its parts that somebody asked for since.
    """

    data: Data | None
    sound: Data | None
    reading: list[Problem]
    own: list[Problem] | None
    latest: str
    is_plain: bool
    spots: Spots = field(default_factory=dict)

    def record(self, file: File) -> Record | None:
        """The file as a record."""
        if self.data is None:
            return None
        return remembered(file.path, file.content, self.data, self.spots, is_plain=self.is_plain)


class Alone(Sources):
    """Organizations that are looked at by themselves: vocabularies and settings are there to look things up."""

    def named(self) -> Iterator[tuple[str, Record]]:
        """The organizations."""
        yield from (("organization", record) for record in self.organizations.values())


def alone(context: Sources, records: Iterable[Record]) -> Alone:
    """Records with what they are looked up in; `context` are sound sources."""
    held = {record.path: record for record in records}
    return Alone(organizations=held, vocabularies=context.vocabularies, site=context.site, geography=context.geography)


def read_alone(files: Sequence[File]) -> list[Found]:
    """What files hold."""
    return [replace(_found(file)[0], own=None) for file in files]


def held(file: File, schema: str) -> Found:
    """What a file holds that is no organization."""
    record, reading = file.read(schema)
    if record is None:
        return Found(data=None, sound=None, reading=reading, own=[], latest="", is_plain=True)
    sound, shape = examined(schema, record)
    known = sound.data if shape else None
    return Found(data=record.data, sound=known, reading=reading, own=shape, latest="", is_plain=record.is_plain)


def look_at(files: Sequence[File], context: Sources, checks: Iterable[Check]) -> list[Found]:
    """What files hold and what is wrong with each by itself, whatever the day."""
    both = [_found(file) for file in files]
    sources = alone(context, [sound for _, sound in both if sound])
    told: dict[str, list[Problem]] = defaultdict(list)
    for check in checks:
        for problem in check(sources, date.min):
            told[problem.path].append(problem)
    for file, (found, _) in zip(files, both, strict=True):
        found.own = [*(found.own or ()), *told[file.path]]
    return [found for found, _ in both]


def _found(file: File) -> tuple[Found, Record | None]:
    """What one file holds, its shape looked at, and its sound part."""
    record, reading = file.read("organization")
    if record is None:
        return Found(data=None, sound=None, reading=reading, own=[], latest="", is_plain=True), None
    sound, shape = examined("organization", record)
    found = Found(
        data=record.data,
        sound=sound.data if shape else None,
        reading=reading,
        own=shape,
        latest=max((day for _, day in days_of_the_past("organization", sound)), default=""),
        is_plain=record.is_plain,
    )
    return found, sound


def as_line(found: Found) -> str:
    """What was found as one line of JSON."""
    own = None if found.own is None else as_plain(found.own)
    spots = [[pointer, *spot] for pointer, spot in found.spots.items()]
    return json.dumps([as_plain(found.reading), own, found.latest, found.is_plain, spots, found.sound, found.data])


def from_line(line: str, path: str) -> Found:
    """The same again; `path` is how its file is called."""
    reading, own, latest, is_plain, spots, sound, data = json.loads(line)
    return Found(
        data=data,
        sound=sound,
        reading=from_plain(reading, path),
        own=None if own is None else from_plain(own, path),
        latest=latest,
        is_plain=is_plain,
        spots={tuple(pointer): Spot(_mark(key), _mark(value)) for pointer, key, value in spots},
    )


def as_plain(problems: Iterable[Problem]) -> list[list[object]]:
    """Problems of one file as plain data."""
    return [[one.line, one.column, one.code, one.values, one.level] for one in problems]


def from_plain(rows: Iterable[Any], path: str) -> list[Problem]:
    """The same again."""
    return [Problem(path, *row) for row in rows]


def _mark(place: list[int] | None) -> Mark | None:
    return Mark(*place) if place else None
