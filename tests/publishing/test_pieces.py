"""A piece of a site is made again when what it follows from, or a file of it that stands, is another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from service_catalogue.publishing.cache import Cache
from service_catalogue.publishing.digests import Digests
from service_catalogue.publishing.new_site import NewSite
from service_catalogue.publishing.pieces import Made, Piece


class Site:
    """A site that is built again and again; each time in a folder of its own, beside the last one."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.number = folder, 0

    def build(self, of: object, make: Callable[[], Made]) -> object:
        """Makes a piece, and tells what is told of it."""
        old, new = (self.folder / str(number) for number in (self.number, self.number + 1))
        self.number += 1
        piece = Piece(name="exports", folder="api", of=(of,), make=make, read=list)
        piece.begin(NewSite(new, old), Cache(self.folder / "cache"), Digests())
        return piece.told()

    def file(self, name: str) -> Path:
        """A file of the last site."""
        return self.folder / str(self.number) / "api" / name


def made() -> Made:
    return Made([("api/a.csv", [b"a", b"b"]), ("api/b.csv", [])], ["a.csv", "b.csv"])


def other() -> Made:
    return Made([("api/a.csv", [b"c"])], ["a.csv"])


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with a piece."""
    built = Site(tmp_path)
    assert built.build("x", made) == ["a.csv", "b.csv"]
    return built


def test_what_stands_is_not_made_again(site: Site) -> None:
    before = site.file("a.csv")
    assert site.build("x", other) == ["a.csv", "b.csv"]
    assert site.file("a.csv").samefile(before)
    assert site.file("b.csv").read_bytes() == b""


def test_what_follows_from_something_else_is_made(site: Site) -> None:
    assert site.build("y", other) == ["a.csv"]
    assert site.file("a.csv").read_bytes() == b"c"
    assert not site.file("b.csv").exists()


@pytest.mark.parametrize(
    "spoil", [Path.unlink, lambda file: file.write_bytes(b"inaczej"), lambda file: file.write_bytes(b"")]
)
def test_a_file_that_does_not_stand_as_it_was_is_made(site: Site, spoil: Callable[[Path], object]) -> None:
    spoil(site.file("a.csv"))
    assert site.build("x", other) == ["a.csv"]
    assert site.file("a.csv").read_bytes() == b"c"


@pytest.mark.parametrize("content", [b"", b"[]", b'{"key": 1}', b"{", b'{"files": {}, "told": []}'])
def test_a_note_that_is_damaged_is_no_note(site: Site, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "cache/exports.json").write_bytes(content)
    assert site.build("x", other) == ["a.csv"]


def test_what_cannot_be_looked_through_is_always_made(tmp_path: Path) -> None:
    built = Site(tmp_path)
    assert built.build(object(), made) == ["a.csv", "b.csv"]
    assert built.build(object(), other) == ["a.csv"]
