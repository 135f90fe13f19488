"""Rows of a spreadsheet → records: good rows are taken, of a bad one its sheet, row and column are told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from service_catalogue.editors.answering import UnclearError
from service_catalogue.editors.applying import changed, created, finished
from service_catalogue.editors.changes import Change, RefusedError
from service_catalogue.editors.one_record import errors_alone
from service_catalogue.editors.sheet_columns import Column, cell_of, place_of_row, value_of
from service_catalogue.editors.sheet_file import Cell
from service_catalogue.model import for_readers
from service_catalogue.records import (
    Data,
    NotEditableError,
    Pointer,
    Problem,
    Sources,
    has_errors,
    hint,
    message,
    read,
    schemas,
    value_at,
    with_value,
)
from service_catalogue.words import Translation

Base = Mapping[tuple[str, str, str, str], str]
"""What the cells said when they were exported, by sheet, organization, id and column."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands, what it is of, its cells by column."""

    sheet: str
    number: int
    organization: str
    id: str
    cells: Mapping[Column, tuple[int, Cell]]


class BadCellError(ValueError):
    """A row that is not taken: the column, counted from 0, and the sentence."""

    def __init__(self, column: int, sentence: str) -> None:
        super().__init__(sentence)
        self.column, self.sentence = column, sentence


@dataclass(slots=True)
class Importing:
    """What rows are read into."""

    sources: Sources
    words: Translation
    today: date
    grounds: Mapping[str, str]
    base: Base
    head: str
    bad: list[tuple[Row, BadCellError]] = field(default_factory=list)
    taken: int = 0

    def named(self, key: str) -> str:
        """How a source is called."""
        return self.words.text(f"apply.source.{key}")

    def change(self, id_: str, path: Pointer, old: Any, new: Any) -> Change:
        """A change as if somebody had sent it."""
        record = f"organizations/{id_}"
        return Change(record=record, path=path, old=old, new=new, day=self.today, **self.grounds)


def imported(id_: str, content: bytes | None, rows: list[Row], work: Importing) -> bytes | None:
    """The bytes of a record after its good rows; nothing where there is none."""
    made, start, changes = content, content, list[Change]()
    for row in rows:
        try:
            own = list(_changes(row, made, work))
            if not own:
                continue
            tried = _with(id_, made, own, work)
            _refuse_faults(row, id_, made, tried, work)
        except BadCellError as bad:
            work.bad.append((row, bad))
            continue
        work.taken += 1
        if made is None:
            start = tried
        else:
            changes += own
        made = tried
    if made is None or start is None or made == start:
        return made
    return finished(start, made, changes, work.named).content


def _with(id_: str, content: bytes | None, changes: list[Change], work: Importing) -> bytes:
    """The bytes after the changes of one row."""
    try:
        for change in changes:
            if content is None:
                return created(change, work.named, work.head)
            content = changed(content, change)
    except NotEditableError:
        raise BadCellError(0, work.words.text("apply.refused.by_hand", place=id_)) from None
    except RefusedError as refused:
        told = next((one for one in refused.args[1:] if isinstance(one, Problem)), None)
        raise BadCellError(0, _sentence(told, work) if told else work.words.text("sheet.refused")) from None
    return content or b""


def _changes(row: Row, content: bytes | None, work: Importing) -> Iterator[Change]:
    """What a row changes: a whole new part, or each cell that says something else than when it was exported."""
    data = _data(content)
    place = place_of_row(row.sheet, row.id)
    there = value_at(data, place) if data is not None else None
    if isinstance(there, dict):
        for column in row.cells:
            yield from _of_cell(row, column, there, work)
        return
    if data is None and row.sheet != "organizations":
        raise BadCellError(0, work.words.text("sheet.no_organization", id=row.organization))
    new: Data = {**for_readers()} if row.sheet == "services" else {}
    for column, (number, cell) in row.cells.items():
        value = _value(column, number, cell, {}, work)
        new = new if value is None else with_value(new, column.place, value)
    if new.keys() - for_readers().keys():
        yield work.change(row.organization, place, None, new)


def _of_cell(row: Row, column: Column, there: Data, work: Importing) -> Iterator[Change]:
    number, cell = row.cells[column]
    now = cell_of(column, there, work.words)
    was = work.base.get((row.sheet, row.organization, row.id, column.key), now)
    if cell.text in (now, was) and not cell.is_formula:
        return
    if was != now:
        raise BadCellError(number, work.words.text("sheet.meanwhile", now=now, was=was))
    value = _value(column, number, cell, there, work)
    old = value_at(there, column.place)
    if value != old:
        yield work.change(row.organization, (*place_of_row(row.sheet, row.id), *column.place), old, value)


def _value(column: Column, number: int, cell: Cell, there: Data, work: Importing) -> object:
    if cell.is_formula:
        raise BadCellError(number, work.words.text("sheet.formula"))
    try:
        return value_of(column, cell.text, there, work.sources, work.words)
    except UnclearError as unclear:
        raise BadCellError(number, str(unclear)) from None


def _refuse_faults(row: Row, id_: str, before: bytes | None, after: bytes, work: Importing) -> None:
    """Refuses a row after which the record has an error that it had not."""
    known = {(one.code, str(one.values)) for one in _errors(id_, before, work)} if before else set()
    for one in _errors(id_, after, work):
        if (one.code, str(one.values)) not in known and one.code != "reference.unused-place":
            raise BadCellError(_column(row, one), _sentence(one, work))


def _column(row: Row, problem: Problem) -> int:
    """The column that a problem speaks of, else the first."""
    key = str(problem.values.get("key", ""))
    value = str(problem.values.get("value", ""))
    for column, (number, cell) in row.cells.items():
        if key and key in (column.key, column.place[-1], column.place[0]):
            return number
        if value and value in cell.text:
            return number
    return 0


def _errors(id_: str, content: bytes, work: Importing) -> list[Problem]:
    record, reading = read(f"{id_}.yaml", content)
    if record is None:
        return reading
    typed = record.typed(schemas().typed("organization", record.data))
    found = [*(one for one in reading if has_errors([one])), *errors_alone(typed, work.sources, work.today)]
    return [one for one in found if one.code not in _ELSEWHERE]


_ELSEWHERE = {"reference.unknown-service", "reference.unknown-organization", "origin.missing"}
"""What only the other records, or the source that is added at the end, can answer."""


def _data(content: bytes | None) -> Data | None:
    record = read("record.yaml", content)[0] if content else None
    return schemas().typed("organization", record.data) if record else None


def _sentence(problem: Problem, work: Importing) -> str:
    advice = hint(problem, work.words.texts)
    return message(problem, work.words.texts) + (f" ({advice})" if advice else "")
