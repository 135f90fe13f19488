"""The catalogue as files for other programs."""

from service_catalogue.open_data.about import about_data
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.feeds.coming import events_block
from service_catalogue.open_data.files import FOLDER, File, Listing
from service_catalogue.open_data.formats import data_files, root_files
from service_catalogue.open_data.json_api.api import entry
from service_catalogue.open_data.json_api.published_schemas import published_schemas
from service_catalogue.open_data.portals.jsonld import script_block
from service_catalogue.open_data.purposes import by_purpose
from service_catalogue.open_data.tables.parquet import has_parquet

__all__ = [
    "FOLDER",
    "Edition",
    "File",
    "Listing",
    "about_data",
    "by_purpose",
    "data_files",
    "entry",
    "events_block",
    "has_parquet",
    "published_schemas",
    "root_files",
    "script_block",
]
