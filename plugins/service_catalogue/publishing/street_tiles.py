"""Reads the pictures of streets that lie in `tiles/` of a catalogue: a folder of squares, or one PMTiles file."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from service_catalogue.maps import MOST_TILES, Streets, Tile, kind_of, streets_of
from service_catalogue.publishing.report import BuildError
from service_catalogue.words import Translation

_NAME = re.compile(r"(\d{1,2})/(\d{1,7})/(\d{1,7})\.(?:png|jpg|webp)")


def read_streets(catalogue: Path, words: Translation) -> Streets | None:
    """The pictures of streets of a catalogue; None where it brings none. What is no picture ends the build."""
    folder = catalogue / "tiles"
    if not folder.is_dir() or folder.is_symlink():
        return None
    archives = sorted(folder.glob("*.pmtiles"))
    if len(archives) > 1:
        raise BuildError(words.text("build.tiles_several", folder=str(folder)))
    found = _in_archive(archives[0], words) if archives else _in_folder(folder)
    tiles = dict(islice(found, MOST_TILES + 1))
    if len(tiles) > MOST_TILES:
        raise BuildError(words.text("build.tiles_many", folder=str(folder), most=MOST_TILES))
    if len(kinds := {kind_of(picture) for picture in tiles.values()}) > 1 or None in kinds:
        raise BuildError(words.text("build.tiles_no_pictures", folder=str(folder)))
    return streets_of(tiles) if tiles else None


def _in_folder(folder: Path) -> Iterator[tuple[Tile, bytes]]:
    """The squares of a folder `<zoom>/<column>/<row>.png`; whatever else is there, the check of records has told."""
    for file in sorted(folder.glob("*/*/*")):
        name = _NAME.fullmatch(file.relative_to(folder).as_posix())
        if name and file.is_file() and not any(part.is_symlink() for part in (file, *list(file.parents)[:2])):
            yield (int(name[1]), int(name[2]), int(name[3])), file.read_bytes()


def _in_archive(file: Path, words: Translation) -> Iterator[tuple[Tile, bytes]]:
    """The squares of a PMTiles file of pictures, for which its library is loaded; one of shapes no browser draws."""
    from pmtiles.reader import MemorySource, all_tiles

    if file.is_symlink():
        raise BuildError(words.text("build.tiles_broken", file=str(file)))
    try:
        yield from all_tiles(MemorySource(file.read_bytes()))  # type: ignore[no-untyped-call]
    except Exception:  # noqa: BLE001  # what a broken file makes a library do is told nowhere
        raise BuildError(words.text("build.tiles_broken", file=str(file))) from None
