"""A file for download, the folder all of them stand in, and JSON in parts."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import splitext

from service_catalogue.notation import fingerprint

FOLDER = "api/v1/"
"""Where the files stand on the site."""
VERSION = "1.0"
"""The version of the formats, not of the data."""
MEDIA_TYPES = {
    "": "text/plain",
    ".csv": "text/csv",
    ".geojson": "application/geo+json",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md5": "text/plain",
    ".ndjson": "application/x-ndjson",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".ttl": "text/turtle",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "text/xml",
    ".zip": "application/zip",
}
"""Kinds of files by the ending of their name."""
_ENCODER = json.JSONEncoder(ensure_ascii=False)

Parts = tuple[bytes, ...]
"""JSON in parts, so that a record is encoded once and is in memory once, however many files it stands in."""


@dataclass(frozen=True, kw_only=True)
class _Placed:
    """Something that stands in the folder of the data; `title` is a key of translations.

    Files of single records are too many to be `shown` on the data page.
    """

    path: str
    title: str
    shown: bool = True

    @property
    def name(self) -> str:
        """Its path below the folder of the data."""
        return self.path.removeprefix(FOLDER)

    @property
    def media_type(self) -> str:
        """Its kind, by the ending of its name."""
        return MEDIA_TYPES[splitext(self.path)[1]]


@dataclass(frozen=True, kw_only=True)
class Listing(_Placed):
    """What is told of a file for download: its place on the site, its size in bytes and its SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class File(_Placed):
    """One file for download: its place on the site and its bytes.

    The bytes are in parts, so that a record that stands in several files is in memory once.
    """

    parts: Parts

    @property
    def content(self) -> bytes:
        """All bytes in a row."""
        return b"".join(self.parts)

    @cached_property
    def size(self) -> int:
        """How many bytes there are."""
        return sum(map(len, self.parts))

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of all bytes in hexadecimal, as the index and `SHA256SUMS` list it."""
        return fingerprint(*self.parts)

    @property
    def listing(self) -> Listing:
        """All that is told of it, without its bytes."""
        return Listing(path=self.path, title=self.title, shown=self.shown, size=self.size, sha256=self.sha256)


def data_file(name: str, title: str, *parts: bytes, shown: bool = True) -> File:
    """A file in the folder of the data, by its name there."""
    return File(path=FOLDER + name, parts=parts, title=title, shown=shown)


def as_line(data: object) -> bytes:
    """Plain data as JSON on one line."""
    return _ENCODER.encode(data).encode()


def as_rows(lines: Iterable[bytes]) -> Parts:
    """A list with one record on each line, so that files can be read, compared and searched by lines."""
    parts: list[bytes] = []
    for line in lines:
        parts += (b",\n", line)
    return (b"[\n", *parts[1:], b"\n]")


def members(named: Mapping[str, Parts]) -> Parts:
    """An object with one member on each line."""
    parts: list[bytes] = []
    for name, value in named.items():
        parts += (b",\n", f'"{name}": '.encode(), *value)
    return (b"{\n", *parts[1:], b"\n}")
