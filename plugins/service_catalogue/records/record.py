"""A record: one file as plain data that knows where each part of it stands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from service_catalogue.records.problem import Level, Problem

Pointer = tuple[str | int, ...]
Data = dict[str, Any]
"""Keys and parts of a file: text, numbers, lists and mappings, as the schema of the file has them."""
Values = dict[str, Any]
"""What the sentences of a problem are filled with, by the names of their placeholders."""


class Mark(NamedTuple):
    """A place in a file, counted from 1."""

    line: int
    column: int


Marks = Mapping[Pointer, Mark]


class Later(Marks):
    """Marks that are found once somebody asks for one: most files have no problem."""

    def __init__(self, find: Callable[[], Marks]) -> None:
        self._find = find

    def __getitem__(self, pointer: Pointer) -> Mark:
        return self._find()[pointer]

    def __iter__(self) -> Iterator[Pointer]:
        return iter(self._find())

    def __len__(self) -> int:
        return len(self._find())


@dataclass(frozen=True, slots=True)
class Record:
    """One file as plain data (mappings, lists and text) that knows where each part of it stands."""

    path: str
    data: Data
    keys: Marks = field(repr=False)
    values: Marks = field(repr=False)
    written: Data = field(default_factory=dict, repr=False)
    """The data as text, before a schema said what is a number; empty until then."""

    @property
    def id(self) -> str:
        """The name of the file without its ending."""
        return Path(self.path).stem

    def value_mark(self, pointer: Pointer) -> Mark:
        """Where a value stands; for one that is not there, its nearest parent."""
        return self._nearest(self.values, pointer)

    def key_mark(self, pointer: Pointer) -> Mark:
        """Where the key of a value stands; for a list item, the item."""
        return self.keys.get(pointer) or self._nearest(self.values, pointer)

    def typed(self, data: Data) -> "Record":
        """The same record with data whose numbers are numbers; the text they were stays at hand."""
        return replace(self, data=data, written=self.data)

    def written_at(self, pointer: Pointer) -> object:
        """The text of a part as it was typed, or nothing where there is none."""
        return value_at(self.written, pointer)

    def without(self, data: Data) -> "Record":
        """The same record with only these parts of its data."""
        return replace(self, data=data)

    def problem(
        self, pointer: Pointer, code: str, *, at_key: bool = False, level: Level = "error", **values: object
    ) -> Problem:
        """A problem of this record at the place of one of its parts."""
        mark = self.key_mark(pointer) if at_key else self.value_mark(pointer)
        return Problem(self.path, mark.line, mark.column, code, values, level)

    def _nearest(self, marks: Marks, pointer: Pointer) -> Mark:
        while pointer and pointer not in marks:
            pointer = pointer[:-1]
        return marks.get(pointer, Mark(1, 1))


def part_at(data: object, step: str | int) -> object:
    """One step into data: a member of a mapping or an item of a list, or nothing where there is none."""
    if isinstance(data, dict):
        return data.get(step)
    return data[step] if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data) else None


def value_at(data: object, pointer: Pointer) -> object:
    """A part of data by its place, or nothing where there is none."""
    for step in pointer:
        data = part_at(data, step)
    return data
