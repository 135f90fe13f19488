"""The real catalogue, built once for its audit; CATALOGUE in the environment names another folder."""

import os
from pathlib import Path

import pytest

from browsing import chromium, serve, shared_context
from building import Order, build_site
from shared import Shared

__all__ = ["chromium", "serve", "shared_context"]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def catalogue() -> Path:
    """The catalogue under audit."""
    return Path(os.environ.get("CATALOGUE", ROOT / "catalogue"))


@pytest.fixture(scope="session")
def site(catalogue: Path, shared: Shared) -> Path:
    """The real site as it would be published today, in the trial stage."""

    def make(folder: Path) -> None:
        build_site(Order(folder=catalogue, output=folder / "site", cache=folder / "cache"))

    return shared("real", make) / "site"


@pytest.fixture(scope="session")
def site_in_folder(catalogue: Path, shared: Shared) -> Path:
    """The real site built to stand in a folder of its server."""

    def make(folder: Path) -> None:
        build_site(Order(folder=catalogue, output=folder / "katalog", site_url="https://example.org/katalog"))

    return shared("real-in-folder", make) / "katalog"
