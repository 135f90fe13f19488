"""What lets one trust a copy: the licence, and the fingerprints of all files."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from service_catalogue.open_data.edition import Edition, File
from service_catalogue.open_data.json_api.api import FOLDER

LICENCE_FILE = Path(__file__).resolve().parents[3] / "LICENSE-DATA"


def licence(_: Edition) -> Iterator[File]:
    """`LICENSE`: the licence of the data, whole."""
    yield File(path=f"{FOLDER}LICENSE", parts=(LICENCE_FILE.read_bytes(),), media_type="text/plain", title="licence")


def sums(published: Iterable[File]) -> File:
    """`SHA256SUMS`, as `sha256sum -c` reads it in the folder."""
    lines = sorted(f"{file.sha256}  {file.path.removeprefix(FOLDER)}\n" for file in published)
    return File(path=f"{FOLDER}SHA256SUMS", parts=("".join(lines).encode(),), media_type="text/plain", title="sums")
