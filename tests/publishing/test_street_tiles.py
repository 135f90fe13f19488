"""Pictures of streets that a catalogue brings itself: a folder of squares or one PMTiles file, of our own making."""

from pathlib import Path

import pytest

from map_examples import THEME, catalogue, place, service
from service_catalogue.maps import draw_map
from service_catalogue.publishing.assets import read_assets
from service_catalogue.publishing.report import BuildError
from service_catalogue.publishing.street_tiles import read_streets
from service_catalogue.records.folders import strays
from service_catalogue.words.translations import FOLDER, read_translation
from tile_examples import PNG, archive, laid_out

WORDS = read_translation(FOLDER, "pl")
SQUARES = {(11, 1136, 694): PNG + b"a", (12, 2272, 1388): PNG + b"b", (12, 2273, 1388): PNG + b"c"}


@pytest.mark.parametrize("bring", [laid_out, archive])
def test_squares_are_published_with_their_limits(bring: object, tmp_path: Path) -> None:
    """A folder and an archive of the same squares are the same site, which asks nobody for streets."""
    streets = read_streets(bring(tmp_path, SQUARES), WORDS)  # type: ignore[operator]
    assert streets
    folder = streets.url.split("/{z}")[0].removeprefix("/")
    assert streets.files == {f"{folder}/{z}/{x}/{y}.png": picture for (z, x, y), picture in SQUARES.items()}
    assert (streets.farthest, streets.nearest) == (11, 12)
    (south, west), (north, east) = streets.corners
    assert (south, west, north, east) == (50.00774, 19.6875, 50.06419, 19.86328)
    shown = catalogue({"a": place(1)}, {"u": service("Łaźnia", "a")})
    files = draw_map(shown, read_assets(THEME).of_map, streets=streets)
    script = files.files[files.scripts[-1]].decode()
    assert f'"/{folder}/{{z}}/{{x}}/{{y}}.png"' in script
    assert "tile.openstreetmap.org" not in script
    assert not files.host
    assert set(streets.files) <= set(files.files)


def test_a_catalogue_without_tiles_has_none(tmp_path: Path) -> None:
    assert read_streets(tmp_path, WORDS) is None


@pytest.mark.parametrize("picture", [b"<svg onload=alert(1)>", b"\x1a\x45shapes", b"", b"\xff\xd8\xffanother kind"])
def test_what_is_no_picture_of_one_kind_ends_the_build(picture: bytes, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="PNG, JPEG"):
        read_streets(laid_out(tmp_path, {**SQUARES, (12, 1, 1): picture}), WORDS)


@pytest.mark.parametrize("data", [b"", b"PMTiles", b"PMTiles\x03" + b"\xff" * 300, b"not one" * 100])
def test_a_brokenarchive_ends_the_build_with_its_name(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "tiles").mkdir()
    (tmp_path / "tiles/ulice.pmtiles").write_bytes(data)
    with pytest.raises(BuildError, match=r"ulice\.pmtiles"):
        read_streets(tmp_path, WORDS)


def test_a_link_is_not_followed_and_what_is_not_read_is_told(tmp_path: Path) -> None:
    """Pictures are published as they are: nothing from outside the folder may become one."""
    root = laid_out(tmp_path / "catalogue", SQUARES)
    secret = tmp_path / "secret.png"
    secret.write_bytes(PNG + b"secret")
    (root / "tiles/12/2272/9.png").symlink_to(secret)
    (root / "tiles/12/7").symlink_to(root / "tiles/12/2272")
    (root / "tiles/notes.txt").write_text("x")
    streets = read_streets(root, WORDS)
    assert streets
    assert len(streets.files) == len(SQUARES)
    told = {problem.path: problem.code for problem in strays(root, "catalogue")}
    assert told == {
        "catalogue/tiles/12/2272/9.png": "file.symlink",
        "catalogue/tiles/12/7": "file.symlink",
        "catalogue/tiles/notes.txt": "file.unread",
    }
