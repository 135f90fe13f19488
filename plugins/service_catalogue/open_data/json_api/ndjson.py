"""Services one to a line, for programs that read as they go."""

from collections.abc import Iterator

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.open_data.json_api.api import EncodedRecords


def files(_: Edition, records: EncodedRecords) -> Iterator[File]:
    """`services.ndjson`: the same records as in `services.json`."""
    parts = tuple(part for line in records.services.values() for part in (line, b"\n"))
    yield data_file("services.ndjson", "ndjson", *parts)
