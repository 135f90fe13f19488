"""The texts inside a file, however it is packed: a page, JSON, a table, an archive, a spreadsheet, a database."""

import csv
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import TextIOWrapper
from pathlib import Path
from typing import IO

_CODE = (".css", ".js", ".png", ".svg")
_BETWEEN = bytes.maketrans(b'<>"', b"\n\n\n")
"""What stands between two texts in HTML, XML and JSON becomes the end of a line."""
_BLOCK = 1 << 20
"""Bytes read at a time, up to the end of a line: no file has to fit into the memory."""
_REMEMBERED = 4096
"""The longest line that is remembered."""


def texts(file: Path, known: set[bytes] | None = None) -> Iterator[Iterable[bytes]]:
    """Every text of a file by itself (what stands in one cell, one string, one element), in UTF-8, some at a time.

    Of `known` lines, read before in this or another file, the texts are left out; what is read joins them.
    """
    with file.open("rb") as opened:
        yield from _texts(file.name, opened, set() if known is None else known)


def texts_in(content: bytes) -> list[bytes]:
    """Every text of HTML, XML or JSON by itself."""
    return content.translate(_BETWEEN).split(b"\n")


def _texts(name: str, opened: IO[bytes], known: set[bytes]) -> Iterator[Iterable[bytes]]:
    if name.endswith(_CODE):
        return
    begins = opened.read(16)
    opened.seek(0)
    if begins.startswith(b"PK"):
        yield from _members(opened, known)
    elif begins.startswith(b"SQLite format 3"):
        yield from _rows(opened)
    elif begins.startswith(b"PAR1"):
        yield from _columns(opened)
    elif name.endswith(".csv"):
        with TextIOWrapper(opened, "utf-8", newline="") as lines:
            yield (cell.encode() for row in csv.reader(lines) for cell in row)
    else:
        while block := opened.readlines(_BLOCK):
            fresh = {*block} - known  # the lines of the frame stand in every page
            known.update(line for line in fresh if len(line) <= _REMEMBERED)
            yield texts_in(b"\n".join(fresh))


def _members(opened: IO[bytes], known: set[bytes]) -> Iterator[Iterable[bytes]]:
    with zipfile.ZipFile(opened) as archive:
        for name in archive.namelist():
            with archive.open(name) as member:
                yield from _texts(name, member, known)


def _rows(opened: IO[bytes]) -> Iterator[Iterable[bytes]]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(opened.read())
        for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            rows = database.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # a name out of the file itself
            yield (cell.encode() for row in rows for cell in row if isinstance(cell, str))


def _columns(opened: IO[bytes]) -> Iterator[Iterable[bytes]]:
    """The texts of a Parquet file, and what stands beside its columns; whoever has such files has pyarrow."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.read_table(opened)
    yield [part for pair in (table.schema.metadata or {}).items() for part in pair]
    for column in table.columns:
        cells = column if pa.types.is_nested(column.type) else column.unique()
        yield (str(cell).encode() for cell in cells.to_pylist() if cell is not None)
