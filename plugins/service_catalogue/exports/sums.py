"""What lets one trust a copy: the licence, and the fingerprints of all files."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from service_catalogue.editions import Edition, File
from service_catalogue.exports.json_api import FOLDER

LICENCE_FILE = Path(__file__).resolve().parents[3] / "LICENSE-DATA"


def licence(_: Edition) -> Iterator[File]:
    """`LICENSE`: the licence of the data, whole."""
    yield File(path=f"{FOLDER}LICENSE", content=LICENCE_FILE.read_bytes(), media_type="text/plain", title="licence")


def sums(published: Iterable[File]) -> File:
    """`SHA256SUMS`, as `sha256sum -c` reads it in the folder."""
    lines = sorted(
        f"{hashlib.sha256(file.content).hexdigest()}  {file.path.removeprefix(FOLDER)}\n" for file in published
    )
    return File(path=f"{FOLDER}SHA256SUMS", content="".join(lines).encode(), media_type="text/plain", title="sums")
