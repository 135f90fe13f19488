"""The texts inside a file, however it is packed: a page, JSON, a table, an archive, a spreadsheet, a database."""

import csv
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO, StringIO
from pathlib import Path

_CODE = (".css", ".js", ".png", ".svg")
_BETWEEN = str.maketrans('<>"', "\n\n\n")
"""What stands between two texts in HTML, XML and JSON becomes the end of a line."""


def texts(file: Path) -> Iterator[str]:
    """Every text of a file by itself: what stands in one cell, one string, one element."""
    yield from _texts(file.name, file.read_bytes())


def texts_in(content: str) -> list[str]:
    """Every text of HTML, XML or JSON by itself."""
    return content.translate(_BETWEEN).splitlines()


def _texts(name: str, content: bytes) -> Iterator[str]:
    if name.endswith(_CODE):
        return
    if content.startswith(b"PK"):
        yield from _members(content)
    elif content.startswith(b"SQLite format 3"):
        yield from _rows(content)
    elif name.endswith(".csv"):
        yield from (cell for row in csv.reader(StringIO(content.decode())) for cell in row)
    else:
        yield from texts_in(content.decode())


def _members(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            yield from _texts(name, archive.read(name))


def _rows(content: bytes) -> Iterator[str]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            for row in database.execute(f'SELECT * FROM "{table}"'):  # noqa: S608  # a name out of the file itself
                yield from (cell for cell in row if isinstance(cell, str))
