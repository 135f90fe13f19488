"""The data without what is OpenStreetMap's, as files of their own that anybody may use without a name."""

from collections.abc import Iterator
from dataclasses import replace

from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.open_data.json_api.api import encode, whole
from service_catalogue.open_data.licences import without_osm
from service_catalogue.open_data.tables.csv_files import as_csv
from service_catalogue.open_data.tables.organizations import locations
from service_catalogue.open_data.tables.parquet import as_parquet, has_parquet
from service_catalogue.open_data.tables.services import services


def files(edition: Edition) -> Iterator[File]:
    """`cc0/catalogue.json`, and `locations` and `services` as CSV and Parquet; none where everything is CC0 already."""
    if not edition.catalogue.holds_osm:
        return
    free = replace(edition, catalogue=without_osm(edition.catalogue))
    yield data_file("cc0/catalogue.json", "free_catalogue", *whole(free, encode(free), "free_catalogue"))
    for one in (locations(free), services(free)):
        yield data_file(f"cc0/{one.name}.csv", f"free_{one.name}", as_csv(one))
        if has_parquet():
            yield data_file(f"cc0/{one.name}.parquet", f"free_{one.name}", as_parquet(one))
