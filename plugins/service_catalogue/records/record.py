"""A record: one file as plain data that knows where each part of it stands."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from service_catalogue.records.problem import Level, Problem

Pointer = tuple[str | int, ...]


class Mark(NamedTuple):
    """A place in a file, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Record:
    """One file as plain data (mappings, lists and text) that knows where each part of it stands."""

    path: str
    data: dict[str, Any]
    keys: dict[Pointer, Mark] = field(repr=False)
    values: dict[Pointer, Mark] = field(repr=False)
    written: dict[str, Any] = field(default_factory=dict, repr=False)
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

    def typed(self, data: dict[str, Any]) -> "Record":
        """The same record with data whose numbers are numbers; the text they were stays at hand."""
        return replace(self, data=data, written=self.data)

    def written_at(self, pointer: Pointer) -> Any:
        """The text of a part as it was typed, or nothing where there is none."""
        part: Any = self.written
        for step in pointer:
            part = part.get(step) if isinstance(part, dict) else part[step] if isinstance(step, int) else None
        return part

    def without(self, data: dict[str, Any]) -> "Record":
        """The same record with only these parts of its data."""
        return replace(self, data=data)

    def problem(
        self, pointer: Pointer, code: str, *, at_key: bool = False, level: Level = "error", **values: object
    ) -> Problem:
        """A problem of this record at the place of one of its parts."""
        mark = self.key_mark(pointer) if at_key else self.value_mark(pointer)
        return Problem(self.path, mark.line, mark.column, code, values, level)

    def _nearest(self, marks: dict[Pointer, Mark], pointer: Pointer) -> Mark:
        while pointer and pointer not in marks:
            pointer = pointer[:-1]
        return marks.get(pointer, Mark(1, 1))
