"""The real catalogue, built once for its audit; CATALOGUE in the environment names another folder."""

import os
from pathlib import Path

import pytest

from browsing import chromium, serve
from service_catalogue.publishing.publication import Order, build_site

__all__ = ["chromium", "serve"]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def catalogue() -> Path:
    """The catalogue under audit."""
    return Path(os.environ.get("CATALOGUE", ROOT / "catalogue"))


@pytest.fixture(scope="session")
def site(catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as it would be published today, in the trial stage."""
    output = tmp_path_factory.mktemp("audit") / "site"
    build_site(Order(folder=catalogue, output=output))
    return output


@pytest.fixture(scope="session")
def site_in_folder(catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site built to stand in a folder of its server."""
    output = tmp_path_factory.mktemp("audit") / "katalog"
    build_site(Order(folder=catalogue, output=output, site_url="https://example.org/katalog"))
    return output
