"""What stands in the old site as it is to be is taken over, and nothing else is."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from service_catalogue.publishing.new_site import NewSite


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A site with one page."""
    page = tmp_path / "old/uslugi/index.html"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"strona")
    return tmp_path / "old"


@pytest.mark.parametrize("parts", [[b"strona"], [b"str", b"ona"], [b"", b"strona", b""]])
def test_the_same_bytes_are_one_file(old: Path, tmp_path: Path, parts: list[bytes]) -> None:
    NewSite(tmp_path / "new", old).write("uslugi/index.html", parts)
    assert (tmp_path / "new/uslugi/index.html").samefile(old / "uslugi/index.html")


@pytest.mark.parametrize("parts", [[], [b"stron"], [b"strona", b"!"], [b"Strona"]])
def test_other_bytes_are_a_file_of_their_own(old: Path, tmp_path: Path, parts: list[bytes]) -> None:
    NewSite(tmp_path / "new", old).write("uslugi/index.html", parts)
    assert (tmp_path / "new/uslugi/index.html").read_bytes() == b"".join(parts)
    assert (old / "uslugi/index.html").read_bytes() == b"strona"


def test_what_is_written_twice_leaves_the_old_site_as_it_was(old: Path, tmp_path: Path) -> None:
    site = NewSite(tmp_path / "new", old)
    for content in (b"strona", b"inna", b"strona", b"jeszcze inna"):
        site.write("uslugi/index.html", [content])
        assert (tmp_path / "new/uslugi/index.html").read_bytes() == content
    assert (old / "uslugi/index.html").read_bytes() == b"strona"


def test_a_link_in_the_old_site_is_not_followed(old: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"strona")
    (old / "index.html").symlink_to(tmp_path / "secret")
    NewSite(tmp_path / "new", old).write("index.html", [b"strona"])
    assert not (tmp_path / "new/index.html").is_symlink()
    assert not (tmp_path / "new/index.html").samefile(tmp_path / "secret")


def test_a_pipe_in_the_old_site_is_not_read(old: Path, tmp_path: Path) -> None:
    os.mkfifo(old / "index.html")
    NewSite(tmp_path / "new", old).write("index.html", [b"strona"])
    assert (tmp_path / "new/index.html").read_bytes() == b"strona"


def test_a_file_that_not_everybody_may_read_is_written_again(old: Path, tmp_path: Path) -> None:
    (old / "uslugi/index.html").chmod(0o600)
    NewSite(tmp_path / "new", old, mode=0o644).write("uslugi/index.html", [b"strona"])
    assert not (tmp_path / "new/uslugi/index.html").samefile(old / "uslugi/index.html")


def test_a_folder_of_elsewhere_is_not_shared(old: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/index.html").write_bytes(b"strona")
    (old / "api").symlink_to(tmp_path / "elsewhere")
    NewSite(tmp_path / "new", old).write("api/index.html", [b"strona"])
    assert not (tmp_path / "new/api/index.html").samefile(tmp_path / "elsewhere/index.html")


def test_what_another_build_puts_there_meanwhile_is_not_taken(old: Path, tmp_path: Path) -> None:
    page = old / "uslugi/index.html"

    class Parts(list[bytes]):
        def __iter__(self) -> Iterator[bytes]:
            other = tmp_path / "other"
            other.write_bytes(b"z innej budowy")
            yield b"strona"
            other.replace(page)

    NewSite(tmp_path / "new", old).write("uslugi/index.html", Parts([b"strona"]))
    assert (tmp_path / "new/uslugi/index.html").read_bytes() == b"strona"


def test_a_folder_in_place_of_a_file_is_no_file(old: Path, tmp_path: Path) -> None:
    NewSite(tmp_path / "new", old).write("uslugi", [b"plik"])
    assert (tmp_path / "new/uslugi").read_bytes() == b"plik"


def test_without_an_old_site_everything_is_written(tmp_path: Path) -> None:
    NewSite(tmp_path / "new").write("index.html", [b"a", b"b"])
    assert (tmp_path / "new/index.html").read_bytes() == b"ab"
