"""What tests share: the fictional catalogue, built once."""

from pathlib import Path

import pytest

from building import Order, build_site
from fictional import COMMIT, TODAY, repository
from installed import make_environment, make_wheel, wheel_in
from judged import Judged, judged_in
from shared import Shared, shared_folders


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes what is built as what is expected; the difference is read in review."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """Folders that are made once for all processes of the run."""
    return shared_folders(tmp_path_factory)


@pytest.fixture(scope="session")
def fictional_catalogue(shared: Shared) -> Path:
    """The fictional catalogue in a repository of its own."""
    return shared("fictional", repository) / "catalogue"


@pytest.fixture(scope="session")
def fictional_site(fictional_catalogue: Path, shared: Shared) -> Path:
    """The fictional catalogue as a built site at the root of a server."""

    def make(folder: Path) -> None:
        build_site(Order(folder=fictional_catalogue, output=folder / "site", today=TODAY, commit=COMMIT))

    return shared("site", make) / "site"


@pytest.fixture(scope="session")
def fictional_subsite(fictional_catalogue: Path, shared: Shared) -> Path:
    """The same site built to stand in a folder of its server."""
    root = "https://example.org/katalog"

    def make(folder: Path) -> None:
        output = folder / "katalog"
        build_site(Order(folder=fictional_catalogue, output=output, today=TODAY, commit=COMMIT, site_url=root))

    return shared("subsite", make) / "katalog"


@pytest.fixture(scope="session")
def judged(shared: Shared) -> Judged:
    """All problems of a case."""
    return judged_in(shared("judged", lambda _: None))


@pytest.fixture(scope="session")
def wheel(shared: Shared) -> Path:
    """The wheel of this program."""
    return wheel_in(shared("wheel", make_wheel))


@pytest.fixture(scope="session")
def installed(wheel: Path, shared: Shared) -> Path:
    """An environment in which the wheel is installed."""
    return shared("installed", lambda folder: make_environment(folder, wheel))
