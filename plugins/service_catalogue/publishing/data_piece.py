"""The open data, made in a process of its own beside the pages."""

import sqlite3
import zlib
from dataclasses import asdict

from service_catalogue.open_data import FOLDER, Edition, data_files, has_parquet
from service_catalogue.publishing.cache import Cache
from service_catalogue.publishing.new_site import NewSite
from service_catalogue.publishing.pieces import Made, Piece

_LIBRARIES = (sqlite3.sqlite_version, zlib.ZLIB_RUNTIME_VERSION)
"""What is outside of this program and its packages and makes bytes of the data."""


def data_piece(edition: Edition, site: NewSite, cache: Cache) -> Piece:
    """Every file of the folder of the data; what is told are their listings."""
    return Piece("exports", FOLDER, (edition, has_parquet(), *_LIBRARIES), lambda: _made(edition), site, cache)


def _made(edition: Edition) -> Made:
    files = data_files(edition)
    return Made([(file.path, file.parts) for file in files], [asdict(file.listing) for file in files])
