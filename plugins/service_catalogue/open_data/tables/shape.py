"""What a table is: columns that know what they mean, and rows of plain cells."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from service_catalogue.model import Phone
from service_catalogue.records import Schema, schemas
from service_catalogue.words import Translation, in_polish

Item_contra = TypeVar("Item_contra", contravariant=True)
Item = TypeVar("Item")
Cell = str | int | float | bool | None
BETWEEN = "; "
"""What stands between the items of a list in one cell."""
Kind = Literal["string", "integer", "number", "boolean", "date", "time"]


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column; `about` is a place in the schema of records, or the key of its own words."""

    name: str
    about: str
    kind: Kind = field(default="string", kw_only=True)

    def label(self, words: Translation) -> str:
        """Its name for readers; what the schema says is Polish."""
        if self.is_ours:
            return words.text(f"column.{self.about}.title")
        return in_polish(self._title, words.language)

    @property
    def _title(self) -> str:
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
    def _schema(self) -> Schema:
        return _schema(self.about)


@dataclass(frozen=True, slots=True)
class Column(Heading, Generic[Item_contra]):
    """A column of a table of things of one kind, with how the value of its cell is found in such a thing."""

    value: Callable[[Item_contra], object]

    def cell(self, item: Item_contra) -> Cell:
        """The cell of one row: the items of a list with `; ` between, empty for what is not known.

        A semicolon inside an item becomes a comma, so that a cell is taken apart into as many items as there are.
        """
        value = self.value(item)
        if isinstance(value, tuple | list):
            value = BETWEEN.join([str(one).replace(";", ",") for one in value])
        if isinstance(value, str):
            return value or None
        if value is None or isinstance(value, int | float):
            return value
        raise TypeError(f"{self.name}: {value!r}")


def with_extension(phone: Phone) -> str:
    """A number with its extension, without a plus, which a spreadsheet would take for a sum."""
    return phone.number.lstrip("+") + (f" w. {phone.extension}" if phone.extension else "")


def _schema(place: str) -> Schema:
    """The part of the schema of records at a place such as `/services/x/name`; `x` is any id, `0` any item.

    A place in another schema has its name first: `voices:/voices/x/quote`.
    """
    name, _, path = place.rpartition(":")
    steps = (step for step in path.split("/") if step)
    return schemas().part(name or "organization", tuple(int(step) if step.isdigit() else step for step in steps))


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
    columns: tuple[Heading, ...]
    rows: Sequence[tuple[Cell, ...]]
    key: tuple[str, ...] = ()
    foreign: tuple[Key, ...] = ()


def table(
    name: str,
    columns: Iterable[Column[Item]],
    items: Iterable[Item],
    key: tuple[str, ...] = (),
    foreign: tuple[Key, ...] = (),
) -> Table:
    """A table of things, a row for each."""
    shown = tuple(columns)
    rows = [tuple([column.cell(item) for column in shown]) for item in items]
    return Table(name=name, columns=shown, rows=rows, key=key, foreign=foreign)
