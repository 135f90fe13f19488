"""The tables as Parquet files, for programs that count many catalogues at once; only where pyarrow is installed.

Cells are what they are, a day is a day and nothing is made harmless for spreadsheets. The same rows and the same
version of pyarrow give the same bytes.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib.util import find_spec
from typing import Any

from service_catalogue.notation import readable_json
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.open_data.tables.data_package import PACKAGES, data_package, path
from service_catalogue.open_data.tables.shape import Kind, Table

ENDING, PROGRAM = ".parquet", "pyarrow"
_TYPES: Mapping[Kind, str] = {"integer": "int64", "number": "float64", "boolean": "bool_", "date": "date32"}
"""The type of a column by its kind, by pyarrow's name; all others are texts."""
_VALUES: Mapping[Kind, Callable[[Any], object]] = {"number": float, "date": date.fromisoformat}
"""How a cell becomes a value of that type, where it is none yet."""


def has_parquet() -> bool:
    """Whether this installation can make Parquet files."""
    return find_spec(PROGRAM) is not None


def files(edition: Edition, tables: tuple[Table, ...]) -> Iterator[File]:
    """A Parquet file beside each CSV file, of the same title and licence, and their package; none without pyarrow."""
    if has_parquet():
        yield from (data_file(path(one, ENDING), f"table_{one.name}", as_parquet(one)) for one in tables)
        package = readable_json(data_package(edition, tables, ENDING))
        yield data_file(PACKAGES[ENDING], "datapackage_parquet", package)


def as_parquet(one: Table) -> bytes:
    """A table with typed columns, compressed; what is not known is null."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    fields = [(column.name, getattr(pa, _TYPES.get(column.kind, "string"))()) for column in one.columns]
    columns = [_values(one, place) for place in range(len(one.columns))]
    arrays = [pa.array(values, type=kind) for values, (_, kind) in zip(columns, fields, strict=True)]
    buffer = io.BytesIO()
    pq.write_table(
        pa.Table.from_arrays(arrays, schema=pa.schema(fields)), buffer, compression="zstd", store_schema=False
    )
    return buffer.getvalue()


def _values(one: Table, place: int) -> list[object]:
    """The cells of a column as values of its type."""
    value = _VALUES.get(one.columns[place].kind)
    cells = (row[place] for row in one.rows)
    return [value(cell) if value and cell is not None else cell for cell in cells]
