"""The map of the services, drawn in a process of its own: the library that draws it is long to load."""

from collections.abc import Mapping
from dataclasses import fields
from functools import partial
from typing import Any

from service_catalogue.maps import FOLDER, MapFiles, Pictures, Streets, draw_map
from service_catalogue.model import Catalogue
from service_catalogue.publishing.cache import Cache
from service_catalogue.publishing.pieces import Made, Piece


def map_piece(
    catalogue: Catalogue,
    theme_files: Mapping[str, bytes],
    pictures: Pictures | None,
    streets: Streets | None,
    cache: Cache,
) -> Piece[MapFiles]:
    """The files of the map; what is told is all that pages say of them. `pictures` are those of the catalogue."""
    answer = partial(cache.answer, "folium")
    return Piece(
        name="map",
        folder=FOLDER,
        of=(catalogue, theme_files, streets),
        make=lambda: _made(draw_map(catalogue, theme_files, pictures, streets, answer)),
        read=_read,
    )


def _made(drawn: MapFiles) -> Made:
    told = {field.name: getattr(drawn, field.name) for field in fields(drawn) if field.name != "files"}
    return Made([(path, [content]) for path, content in drawn.files.items()], told)


def _read(told: Mapping[str, Any]) -> MapFiles:
    """The map without the bytes of its files, which are written."""
    lists = {name: tuple(told[name]) for name in ("scripts", "styles")}
    return MapFiles(**{**told, **lists, "files": {}})
