"""The tables as one spreadsheet, for people who open it in a program of their own."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.open_data.tables.shape import Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_WRITE = {str: "write_string", bool: "write_boolean", int: "write_number", float: "write_number"}
"""How a cell of each type is written: nothing is guessed from what stands in it, a text is never a formula."""
WIDEST = 60
"""Characters of a column at most; longer texts run on."""


def files(edition: Edition, tables: tuple[Table, ...]) -> Iterator[File]:
    """`catalogue.xlsx`: first a sheet that explains all columns, then a sheet for each table."""
    yield data_file("catalogue.xlsx", "workbook", as_workbook(edition, tables))


def as_workbook(edition: Edition, tables: tuple[Table, ...]) -> bytes:
    """The same bytes for the same day; nothing in it is a formula or a link."""
    import xlsxwriter  # only where a workbook is made

    buffer = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, settings) as book:
        book.set_properties(
            {
                "title": edition.catalogue.site.name,
                "comments": edition.attribution,
                "created": datetime.combine(edition.catalogue.today, time(), UTC),
            }
        )
        bold = book.add_format({"bold": True})
        _explain(book.add_worksheet(edition.words.text("workbook.columns")), tables, edition, bold)
        for one in tables:
            sheet = book.add_worksheet(edition.words.text(f"data.file.table_{one.name}.title")[:31])
            header = [column.label(edition.words) for column in one.columns]
            _fill(sheet, [header, *one.rows], bold)
    return buffer.getvalue()


def _explain(sheet: "Worksheet", tables: tuple[Table, ...], edition: Edition, bold: "Format") -> None:
    """What stands in each column of each sheet."""
    words = edition.words
    header = [words.text(f"workbook.{name}") for name in ("sheet", "column", "field", "meaning")]
    rows = [
        [words.text(f"data.file.table_{one.name}.title"), column.label(words), column.name, column.meaning(words)]
        for one in tables
        for column in one.columns
    ]
    _fill(sheet, [header, *rows], bold)


def _fill(sheet: "Worksheet", rows: list[list[str] | tuple[object, ...]], bold: "Format") -> None:
    """Rows under a bold header that stays in sight and can be filtered."""
    write = {kind: getattr(sheet, name) for kind, name in _WRITE.items()}
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if cell is not None:
                write[type(cell)](number, place, cell, bold if number == 0 else None)
    last = len(rows[0]) - 1
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows) - 1, last)
    for place in range(last + 1):
        longest = max(len(str(row[place])) for row in rows if row[place] is not None)
        sheet.set_column(place, place, min(WIDEST, longest + 3))
