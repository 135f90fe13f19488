"""Services one to a line, for programs that read as they go."""

import json
from collections.abc import Iterator

from service_catalogue.editions import Edition, File
from service_catalogue.exports.json_api import FOLDER
from service_catalogue.exports.plain import plain_service


def files(edition: Edition) -> Iterator[File]:
    """`services.ndjson`: the same records as in `services.json`."""
    catalogue = edition.catalogue
    lines = (json.dumps(plain_service(one, catalogue), ensure_ascii=False) + "\n" for one in catalogue.services)
    content = "".join(lines).encode()
    yield File(path=f"{FOLDER}services.ndjson", content=content, media_type="application/x-ndjson", title="ndjson")
