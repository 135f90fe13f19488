"""One page of each type and each file of the fictional catalogue, as they are meant to be.

`pytest --update-golden` writes them anew; the difference is read in review.
"""

import re
from pathlib import Path

import pytest

from building import Order, build_in_a_process
from fictional import COMMIT, TODAY

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file())


def neutral(text: str) -> str:
    """Without the fingerprints in the names of assets, which change with the theme."""
    return re.sub(r"(assets/[\w./-]+?)\.[0-9a-f]{10}\.", r"\1.*.", text)


@pytest.mark.parametrize("path", PAGES)
def test_output_is_as_meant(path: str, fictional_site: Path, request: pytest.FixtureRequest) -> None:
    built = neutral((fictional_site / path).read_text("utf-8"))
    golden = GOLDEN / path
    if request.config.getoption("--update-golden"):
        golden.write_text(built, "utf-8")
    assert built == golden.read_text("utf-8")


def test_a_second_build_gives_the_same_bytes(fictional_catalogue: Path, fictional_site: Path, tmp_path: Path) -> None:
    """By an interpreter of its own, which puts sets in another order."""
    build_in_a_process(Order(folder=fictional_catalogue, output=tmp_path / "again", today=TODAY, commit=COMMIT))
    assert _bytes(tmp_path / "again") == _bytes(fictional_site)


def _bytes(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
