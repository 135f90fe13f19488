"""Pictures of streets of our own making, as a catalogue brings them: a folder of squares or one PMTiles file."""

from pathlib import Path

from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import write

PNG = b"\x89PNG\r\n\x1a\n"


def laid_out(root: Path, squares: dict[tuple[int, int, int], bytes]) -> Path:
    for (zoom, x, y), picture in squares.items():
        file = root / "tiles" / str(zoom) / str(x) / f"{y}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(picture)
    return root


def archive(root: Path, squares: dict[tuple[int, int, int], bytes]) -> Path:
    (root / "tiles").mkdir()
    with write(str(root / "tiles/ulice.pmtiles")) as archive:
        for square, picture in sorted(squares.items(), key=lambda one: zxy_to_tileid(*one[0])):
            archive.write_tile(zxy_to_tileid(*square), picture)
        about = {"tile_type": TileType.PNG, "tile_compression": Compression.NONE}
        corners = {"min_lon_e7": 0, "min_lat_e7": 0, "max_lon_e7": 0, "max_lat_e7": 0}
        middle = {"center_zoom": 0, "center_lon_e7": 0, "center_lat_e7": 0}
        archive.finalize({**about, **corners, **middle}, {})
    return root
