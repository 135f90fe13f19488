"""What a table is: columns that know what they mean, and rows of plain cells."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from service_catalogue.records import schemas
from service_catalogue.words import Translation, no_formula

Cell = str | int | float | bool | None
Kind = Literal["string", "integer", "number", "boolean", "date", "time"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `about` is a place in the schema of records, or the key of its own words.

    `free` text is what somebody typed: where it would begin a formula, it gets an apostrophe.
    """

    name: str
    about: str
    value: Callable[[Any], Any]
    kind: Kind = "string"
    free: bool = False

    def label(self, words: Translation) -> str:
        """Its name for readers."""
        if self.is_ours:
            return words.text(f"column.{self.about}.title")
        whole, _, _ = self.about.rpartition("/")
        inside = _schema(whole).get("type") == "object" and not whole.endswith(("/x", "/0")) and whole
        return f"{_schema(whole)['title']}: {self._schema['title']}" if inside else str(self._schema["title"])

    def meaning(self, words: Translation) -> str:
        """What stands in it."""
        return words.text(f"column.{self.about}.description") if self.is_ours else str(self._schema["description"])

    @property
    def choices(self) -> tuple[str, ...]:
        """The codes it may hold; none where any text may stand."""
        return () if self.is_ours else tuple(self._schema.get("enum", ()))

    @property
    def is_ours(self) -> bool:
        """Whether it is no field of a record but made of several, or of what the catalogue knows beside them."""
        return "/" not in self.about

    @property
    def _schema(self) -> Mapping[str, Any]:
        return _schema(self.about)

    def cell(self, item: Any) -> Cell:
        """The cell of one row: lists in a row, empty for what is not known."""
        value = self.value(item)
        if isinstance(value, tuple | list):
            value = "; ".join(map(str, value))
        if self.free and isinstance(value, str):
            value = no_formula(value)
        cell: Cell = None if value == "" else value
        return cell


def _schema(place: str) -> Mapping[str, Any]:
    """The part of the schema of records at a place such as `/services/x/name`; `x` is any id, `0` any item."""
    steps = (step for step in place.split("/") if step)
    return schemas().part("organization", tuple(int(step) if step.isdigit() else step for step in steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """That cells of some columns name a row of another table."""

    fields: tuple[str, ...]
    table: str
    of: tuple[str, ...] = ("id",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table by name; `key` are the columns that tell one row from another, where it has such."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    key: tuple[str, ...] = ()
    foreign: tuple[Key, ...] = ()


def table(
    name: str,
    columns: Iterable[Column],
    items: Iterable[Any],
    key: tuple[str, ...] = (),
    foreign: tuple[Key, ...] = (),
) -> Table:
    """A table of things, a row for each."""
    shown = tuple(columns)
    rows = [tuple(column.cell(item) for column in shown) for item in items]
    return Table(name=name, columns=shown, rows=rows, key=key, foreign=foreign)
