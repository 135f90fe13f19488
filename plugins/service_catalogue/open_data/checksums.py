"""What lets one trust a copy: the licence, and the fingerprints of all files."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file

LICENCE_FILE = Path(__file__).resolve().parents[3] / "LICENSE-DATA"


def licence(_: Edition) -> Iterator[File]:
    """`LICENSE`: the licence of the data, whole."""
    yield data_file("LICENSE", "licence", LICENCE_FILE.read_bytes())


def checksums(published: Iterable[File]) -> File:
    """`SHA256SUMS`, as `sha256sum -c` reads it in the folder."""
    lines = sorted(f"{file.sha256}  {file.name}\n" for file in published)
    return data_file("SHA256SUMS", "sums", "".join(lines).encode())
