"""A shelf gives back what was put on it, under its key, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from service_catalogue.publishing.shelf import Shelf

PAGES = {f"uslugi/{number}/index.html": f"<p>Strona {number}</p>".encode() * 99 for number in range(9)}


def shelf(folder: Path) -> Shelf:
    """The shelf of a cache, as a build finds it."""
    found = Shelf(folder / "cache", folder / "work")
    found.read()
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shelf with pages on it."""
    with shelf(tmp_path).part() as part:
        for path, page in PAGES.items():
            part.put(path, f"key of {path}", page)
    shelf(tmp_path).replace()
    return tmp_path


def taken(folder: Path) -> dict[str, bytes | None]:
    """What a build takes, and keeps for the next one."""
    found = shelf(folder)
    with found.part() as part:
        made = {path: part.take(path, f"key of {path}") for path in PAGES}
    found.replace()
    return made


def test_a_page_is_taken_again_and_again_under_its_key(folder: Path) -> None:
    assert taken(folder) == taken(folder) == PAGES
    with shelf(folder).part() as part:
        assert part.take("uslugi/1/index.html", "another key") is None
        assert part.take("another/index.html", "key of another") is None


def test_what_a_build_does_not_take_is_gone(folder: Path) -> None:
    found = shelf(folder)
    with found.part() as part:
        part.take("uslugi/1/index.html", "key of uslugi/1/index.html")
    found.replace()
    assert [*shelf(folder).pages] == ["uslugi/1/index.html"]


def shortened(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])


def with_other_bytes(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40] + bytes(40))


def with_a_wrong_size(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b'"size": ', b'"size": -', 1))


def foreign(file: Path) -> None:
    file.write_bytes(b"[1]\n{}\n")


def of_rings(file: Path) -> None:
    file.write_bytes(b"[" * 200_000 + b"\n")


def of_lists(file: Path) -> None:
    file.write_bytes(b'{"path": ["a"], "key": "b", "sum": "c", "size": 1}\n')


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    "spoil", [shortened, with_other_bytes, with_a_wrong_size, foreign, of_rings, of_lists, a_folder, Path.unlink]
)
def test_what_is_not_as_it_was_left_is_not_there(spoil: Callable[[Path], None], folder: Path) -> None:
    (file,) = (folder / "cache").iterdir()
    spoil(file)
    made = taken(folder)
    assert None in made.values()
    assert {path: page for path, page in made.items() if page} == {p: PAGES[p] for p, page in made.items() if page}
