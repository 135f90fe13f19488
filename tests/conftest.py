"""What tests share: the fictional catalogue, built once."""

from pathlib import Path

import pytest

from fictional import COMMIT, TODAY, repository
from service_catalogue.publishing.publication import Order, build_site


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes what is built as what is expected; the difference is read in review."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def fictional_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional catalogue in a repository of its own."""
    return repository(tmp_path_factory.mktemp("fictional"))


@pytest.fixture(scope="session")
def fictional_site(fictional_catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional catalogue as a built site at the root of a server."""
    output = tmp_path_factory.mktemp("built") / "site"
    build_site(Order(catalogue=fictional_catalogue, output=output, today=TODAY, commit=COMMIT))
    return output


@pytest.fixture(scope="session")
def fictional_subsite(fictional_catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site built to stand in a folder of its server."""
    output = tmp_path_factory.mktemp("built") / "katalog"
    order = Order(
        catalogue=fictional_catalogue, output=output, today=TODAY, commit=COMMIT, site_url="https://example.org/katalog"
    )
    build_site(order)
    return output
