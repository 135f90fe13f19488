"""The catalogue as files for other programs: `TABULAR`, `RECORDS`, `DATA` and `ROOT` list the formats."""

from collections.abc import Callable, Iterator

from service_catalogue.open_data import free_edition, needs, releases
from service_catalogue.open_data.checksums import checksums, licence
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.feeds.atom import atom
from service_catalogue.open_data.feeds.calendars import calendars
from service_catalogue.open_data.feeds.coming import coming_feed
from service_catalogue.open_data.feeds.json_feed import json_feed
from service_catalogue.open_data.feeds.voices import voices_feed
from service_catalogue.open_data.files import File
from service_catalogue.open_data.hsds import hsds_files
from service_catalogue.open_data.json_api import api, beside, changes, geojson, ndjson
from service_catalogue.open_data.json_api.api import EncodedRecords, encode
from service_catalogue.open_data.portals import dane_gov, dcat, jsonld
from service_catalogue.open_data.portals.sitemap import robots, sitemap
from service_catalogue.open_data.tables import csv_files, database, parquet, workbook
from service_catalogue.open_data.tables.all_tables import all_tables
from service_catalogue.open_data.tables.shape import Table

TABULAR: tuple[Callable[[Edition, tuple[Table, ...]], Iterator[File]], ...] = (
    workbook.files,
    csv_files.files,
    database.files,
    parquet.files,
)
"""Formats of the same tables, for most people the first to open."""

RECORDS: tuple[Callable[[Edition, EncodedRecords], Iterator[File]], ...] = (
    api.files,
    ndjson.files,
)
"""Formats of the same records in JSON."""

DATA: tuple[Callable[[Edition], Iterator[File]], ...] = (
    geojson.files,
    beside.files,
    needs.files,
    hsds_files.files,
    jsonld.files,
    changes.files,
    free_edition.files,
    licence,
)
"""All other formats under `/api/v1/`: each yields files, which the index and the data page list by themselves."""

ROOT: dict[str, Callable[[Edition], bytes]] = {
    "sitemap.xml": sitemap,
    "robots.txt": robots,
    "feed.atom": atom,
    "feed.json": json_feed,
    "kalendarz/feed.atom": coming_feed,
    "glosy/feed.atom": voices_feed,
}
"""Files at the root of the site."""


def root_files(edition: Edition) -> dict[str, bytes]:
    """Files at the root of the site, of its calendar and of its voices, by path."""
    return {path: export(edition) for path, export in ROOT.items()} | calendars(edition)


def data_files(edition: Edition) -> list[File]:
    """All files under `/api/v1/`, those for most people first, the index and the fingerprints of all others last."""
    published = [*_tabular(edition), *_of_records(edition)]
    published += [file for files in DATA for file in files(edition)]
    published += [*releases.files(edition, published)]
    published += [dcat.catalog(edition, published), *dane_gov.feed(edition, published)]
    index = api.index(edition, published)
    return [*published, index, checksums([*published, index])]


def _tabular(edition: Edition) -> list[File]:
    """Formats of the tables, which are then forgotten: of ten thousand services they are large."""
    tables = all_tables(edition)
    return [file for files in TABULAR for file in files(edition, tables)]


def _of_records(edition: Edition) -> list[File]:
    records = encode(edition)
    return [file for files in RECORDS for file in files(edition, records)]
