"""Pictures of streets that a catalogue brings itself: squares by zoom, column and row, as maps on the web cut them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from service_catalogue.maps.map_files import FOLDER
from service_catalogue.notation import fingerprint

Tile = tuple[int, int, int]
"""Zoom, column from the west, row from the north."""
KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"RIFF": "webp"}
"""What a picture of each kind begins with."""
NEAREST = 19
"""The zoom at which a house fills the screen of a phone."""
MOST = 20_000
"""More squares than this are no city."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Streets:
    """The squares as files of the site; between which zooms and in which corners there are any."""

    files: Mapping[str, bytes]
    url: str
    """Begins with a slash: from where the site stands."""
    farthest: int
    nearest: int
    corners: tuple[tuple[float, float], tuple[float, float]]
    """Latitude and longitude in the south-west and in the north-east."""

    @property
    def limits(self) -> Mapping[str, object]:
        """Where Leaflet may ask for them; a closer look enlarges the nearest ones."""
        zooms = {"minZoom": self.farthest, "maxZoom": NEAREST, "maxNativeZoom": self.nearest}
        return {**zooms, "bounds": self.corners}


def kind_of(picture: bytes) -> str | None:
    """How the name of a picture ends, by its first bytes; None for what is no picture that every browser shows."""
    return next((kind for start, kind in KINDS.items() if picture.startswith(start)), None)


def streets_of(tiles: Mapping[Tile, bytes]) -> Streets:
    """Squares of one kind, at least one, as files whose address tells their content."""
    ordered = sorted(tiles.items())
    made = fingerprint(*(repr((tile, len(picture))).encode() + picture for tile, picture in ordered))
    folder, kind = f"{FOLDER}/streets-{made[:10]}", kind_of(ordered[0][1])
    nearest = ordered[-1][0][0]
    columns = [x for (zoom, x, _), _ in ordered if zoom == nearest]
    rows = [y for (zoom, _, y), _ in ordered if zoom == nearest]
    return Streets(
        files={f"{folder}/{zoom}/{x}/{y}.{kind}": picture for (zoom, x, y), picture in ordered},
        url=f"/{folder}/{{z}}/{{x}}/{{y}}.{kind}",
        farthest=ordered[0][0][0],
        nearest=nearest,
        corners=(_corner(nearest, min(columns), max(rows) + 1), _corner(nearest, max(columns) + 1, min(rows))),
    )


def _corner(zoom: int, column: int, row: int) -> tuple[float, float]:
    """The latitude and longitude of the north-western corner of a square."""
    latitude = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * row / 2**zoom))))
    return round(latitude, 5), round(column / 2**zoom * 360 - 180, 5)
