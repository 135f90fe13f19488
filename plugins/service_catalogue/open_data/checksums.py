"""What lets one trust a copy: the licence, and the fingerprints of all files."""

from collections.abc import Iterable, Iterator

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.records import data_licence


def licence(_: Edition) -> Iterator[File]:
    """`LICENSE`: the licence of the data, whole."""
    yield data_file("LICENSE", "licence", data_licence())


def checksums(published: Iterable[File]) -> File:
    """`SHA256SUMS`, as `sha256sum -c` reads it in the folder."""
    lines = sorted(f"{file.sha256}  {file.name}\n" for file in published)
    return data_file("SHA256SUMS", "sums", "".join(lines).encode())
