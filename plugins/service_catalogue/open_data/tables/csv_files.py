"""The tables as CSV files, and the data package that describes them."""

import csv
import io
from collections.abc import Iterator

from service_catalogue.notation import no_formula, readable_json
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.open_data.tables.data_package import data_package, path
from service_catalogue.open_data.tables.shape import Cell, Table

ENDING = ".csv"


def files(edition: Edition, tables: tuple[Table, ...]) -> Iterator[File]:
    """A CSV file for each table, and `datapackage.json` with columns, keys and licence."""
    yield from (data_file(path(one, ENDING), f"table_{one.name}", as_csv(one)) for one in tables)
    yield data_file("datapackage.json", "datapackage", readable_json(data_package(edition, tables, ENDING)))


def as_csv(one: Table) -> bytes:
    """A table as RFC 4180 has it, in UTF-8; no text of any column begins a formula where a spreadsheet opens it."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(column.name for column in one.columns)
    writer.writerows([_text(cell) for cell in row] for row in one.rows)
    return buffer.getvalue().encode()


def _text(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return no_formula(cell)
    return str(cell).lower() if isinstance(cell, bool) else cell
