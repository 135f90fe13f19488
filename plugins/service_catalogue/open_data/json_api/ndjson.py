"""Services one to a line, for programs that read as they go."""

from collections.abc import Iterator

from service_catalogue.open_data.edition import Edition, File
from service_catalogue.open_data.json_api.api import FOLDER, Encoded


def files(_: Edition, records: Encoded) -> Iterator[File]:
    """`services.ndjson`: the same records as in `services.json`."""
    parts = tuple(part for line in records.services.values() for part in (line, b"\n"))
    yield File(path=f"{FOLDER}services.ndjson", parts=parts, media_type="application/x-ndjson", title="ndjson")
