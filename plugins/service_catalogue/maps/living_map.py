"""Catalogue → the Folium map as separate files, the same bytes every time.

Names travel in a JSON file of their own, which `map.js` puts on the page as text.
"""

from collections.abc import Callable, Sequence

from service_catalogue.maps.libraries import MapAssets
from service_catalogue.maps.lines import lines
from service_catalogue.maps.map_files import FOLDER, MapFiles
from service_catalogue.maps.points import MapPoint, district_places, drawing, points
from service_catalogue.maps.streets import NEAREST, Streets
from service_catalogue.model import Catalogue
from service_catalogue.notation import named_by_content

Answer = Callable[[Sequence[object], Callable[..., Sequence[str]]], Sequence[str]]
"""Who answers a question of plain data by asking the function beside it, or knows what it has answered before."""


def anew(question: Sequence[object], ask: Callable[..., Sequence[str]]) -> Sequence[str]:
    """Who always asks."""
    return ask(*question)


def living_map(
    catalogue: Catalogue, assets: MapAssets, streets: Streets | None = None, answer: Answer = anew
) -> MapFiles:
    """The map of all services; its scripts and styles serve the small maps of single services too."""
    drawn, tiles = points(catalogue), catalogue.site.tiles
    url, limits = (streets.url, streets.limits) if streets else (tiles.url, {"maxZoom": NEAREST})
    container, script = answer((_corners(drawn), url, tiles.credit, limits), _folium)
    start_bytes, source_bytes = script.encode(), drawing(drawn, district_places(catalogue)).encode()
    start = named_by_content("map-init.js", start_bytes)
    source = named_by_content("points.json", source_bytes)
    under = lines(catalogue.geography).encode() if catalogue.geography else b""
    ground = named_by_content("ground.json", under) if under else ""
    files = {**assets.files, start: start_bytes, source: source_bytes, **({ground: under} if under else {})}
    return MapFiles(
        container=container,
        files={f"{FOLDER}/{path}": data for path, data in files.items()} | dict(streets.files if streets else {}),
        scripts=tuple(f"{FOLDER}/{path}" for path in (*assets.scripts, start)),
        styles=tuple(f"{FOLDER}/{path}" for path in assets.styles),
        source=f"{FOLDER}/{source}",
        ground=f"{FOLDER}/{ground}" if ground else "",
        operator=tiles.operator,
        host="" if streets else tiles.host,
        points=len(drawn),
    )


def _folium(*question: object) -> tuple[str, str]:
    from service_catalogue.maps.folium_map import (
        element_and_script,  # half a second: only a build that draws waits for it
    )

    return element_and_script(*question)  # type: ignore[arg-type]


def _corners(drawn: Sequence[MapPoint]) -> list[list[float]]:
    """The south-western and the north-eastern corner of all points; none where there are no points."""
    latitudes = [point.latitude for point in drawn]
    longitudes = [point.longitude for point in drawn]
    return [[min(latitudes), min(longitudes)], [max(latitudes), max(longitudes)]] if drawn else []
