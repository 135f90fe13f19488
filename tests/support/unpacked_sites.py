"""All that the files of a built site say, whatever they are packed in."""

import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

PACKED = re.compile("X'((?:[0-9A-F]{2})*)'")
"""Bytes in a dump: their digits say nothing, what they are does."""


def _unpacked_bytes(found: re.Match[str]) -> str:
    return bytes.fromhex(found[1]).decode("utf-8", "ignore")


SUM = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
"""A checksum tells nothing of what it was made of, and has any five digits by chance."""


def unpacked(site: Path) -> Iterator[tuple[str, str]]:
    """Every file, and every file in an archive, as its path and all the text in it."""
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        yield from told(file.relative_to(site).as_posix(), file.read_bytes())


def told(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                yield from told(f"{name}!{member.filename}", archive.read(member))
    elif content.startswith(b"SQLite format 3\0"):
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(content)
            yield f"{name}!dump", PACKED.sub(_unpacked_bytes, "\n".join(database.iterdump()))
    text = SUM.sub("", content.decode("utf-8", "ignore").lower())
    yield name, f"{name}\n{text}"
