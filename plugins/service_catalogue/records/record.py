"""A record: one file as plain data that knows where each part of it stands."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from service_catalogue.records.marks import Later, Mark, Marks, Pointer
from service_catalogue.records.problem import Level, Problem

Data = dict[str, Any]
"""Keys and parts of a file: text, numbers, lists and mappings, as the schema of the file has them."""
Values = dict[str, Any]
"""What the sentences of a problem are filled with, by the names of their placeholders."""


@dataclass(frozen=True, slots=True)
class Record:
    """One file as plain data (mappings, lists and text) that knows where each part of it stands."""

    path: str
    data: Data
    keys: Marks = field(repr=False)
    values: Marks = field(repr=False)
    as_text: Data | Callable[[], Data] = field(default_factory=dict, repr=False)
    """The data before a schema said what is a number, or how to find it; empty until then."""

    @property
    def id(self) -> str:
        """The name of the file without its ending."""
        return os.path.splitext(os.path.basename(self.path))[0]  # noqa: PTH119, PTH122  # a path takes far longer

    @property
    def written(self) -> Data:
        """The data as text, as it was typed."""
        return self.as_text() if callable(self.as_text) else self.as_text

    @property
    def is_plain(self) -> bool:
        """Whether nothing in the file is odd: its marks are looked for later."""
        return isinstance(self.keys, Later)

    def value_mark(self, pointer: Pointer) -> Mark:
        """Where a value stands; for one that is not there, its nearest parent."""
        return self._nearest(self.values, pointer)

    def key_mark(self, pointer: Pointer) -> Mark:
        """Where the key of a value stands; for a list item, the item."""
        return self.keys.get(pointer) or self._nearest(self.values, pointer)

    def typed(self, data: Data) -> "Record":
        """The same record with data whose numbers are numbers; the text they were stays at hand."""
        return replace(self, data=data, as_text=self.data)

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
