"""A spreadsheet of some sheets of texts: written without a formula, read as a stranger's file."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib.util import find_spec
from xml.etree.ElementTree import ParseError

LARGEST, UNPACKED, PARTS = 10_000_000, 100_000_000, 500
"""Bytes of a file and of what is in it, and parts of it, at most: a small file can unpack to a disk full."""
MOST_ROWS, MOST_COLUMNS = 20_000, 60
WIDEST = 60
Sheet = list[list[str]]


WRONG = (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, ParseError, zipfile.BadZipFile)
"""What reading a file raises that is no spreadsheet, or one that somebody made to break a reader."""


class UnreadError(ValueError):
    """The file is no spreadsheet that can be read."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell as text, and whether it is a formula, whose result nobody typed."""

    text: str
    is_formula: bool = False


def has_spreadsheets() -> bool:
    """Whether what writes and reads them is installed: a check alone does without."""
    return all(find_spec(name) for name in ("openpyxl", "xlsxwriter"))


def written(sheets: Mapping[str, Sheet], hidden: Iterable[str] = ()) -> bytes:
    """The file; every cell is a text, whatever it begins with."""
    import xlsxwriter

    buffer = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, settings) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001  # the same records give the same bytes
        text, bold = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}), book.add_format()
        bold.set_bold()
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if cell:
                        sheet.write_string(number, place, cell, bold if number == 0 else text)
            sheet.freeze_panes(1, 2)
            for place in range(len(rows[0])):
                longest = max(len(row[place]) for row in rows[:200] if place < len(row))
                sheet.set_column(place, place, min(WIDEST, longest + 3), text)
            if name in hidden:
                sheet.hide()
    return buffer.getvalue()


def read_workbook(content: bytes) -> dict[str, list[list[Cell]]]:
    """The sheets by their names; of each the cells of its rows."""
    from openpyxl import load_workbook

    _refuse_bombs(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        return {sheet.title: list(_rows(sheet)) for sheet in book.worksheets}
    except WRONG as fault:
        raise UnreadError(str(fault)) from None


def _refuse_bombs(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(content) > LARGEST or len(parts) > PARTS or sum(one.file_size for one in parts) > UNPACKED:
                raise UnreadError
            for one in parts:
                if b"<!DOCTYPE" in packed.open(one).read(4096):
                    raise UnreadError
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as fault:
        raise UnreadError(str(fault)) from None


def _rows(sheet: object) -> Iterator[list[Cell]]:
    rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)  # type: ignore[attr-defined]
    for row in rows:
        yield [Cell(_text(cell.value), getattr(cell, "data_type", "") == "f") for cell in row]


def _text(value: object) -> str:
    """What a cell says; a number that somebody typed is the text of it, without a point that nobody typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").replace("\xa0", " ").strip()
