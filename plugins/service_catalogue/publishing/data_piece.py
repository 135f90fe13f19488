"""The open data, made in a process of its own beside the pages."""

import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import asdict

from service_catalogue.open_data import FOLDER, Edition, Listing, data_files, has_parquet
from service_catalogue.publishing.pieces import Made, Piece

_LIBRARIES = (sqlite3.sqlite_version, zlib.ZLIB_RUNTIME_VERSION)
"""What is outside of this program and its packages and makes bytes of the data."""


def data_piece(edition: Edition) -> Piece[Sequence[Listing]]:
    """Every file of the folder of the data; what is told are their listings."""
    return Piece(
        name="exports",
        folder=FOLDER,
        of=(edition, has_parquet(), *_LIBRARIES),
        make=lambda: _made(edition),
        read=lambda listings: [Listing(**listing) for listing in listings],
    )


def _made(edition: Edition) -> Made:
    files = data_files(edition)
    return Made([(file.path, file.parts) for file in files], [asdict(file.listing) for file in files])
