"""Catalogue → the Folium map as separate files, the same bytes every time.

Folium writes what it is given into a script, where text of a record would run: it gets numbers and our own
constants only. Names travel in a JSON file of their own, which `map.js` puts on the page as text.
Importing Folium takes more than half a second: import this module where a map is made, `map_points` anywhere.
"""

from collections.abc import Sequence

import folium
from branca.element import Figure, MacroElement
from folium.template import Template

from service_catalogue.maps.libraries import MapAssets
from service_catalogue.maps.lines import lines
from service_catalogue.maps.map_files import FOLDER, MapFiles
from service_catalogue.maps.points import MapPoint, district_places, drawing, points
from service_catalogue.maps.streets import Streets
from service_catalogue.model import Catalogue, Tiles
from service_catalogue.notation import named_by_content

NEAREST, FARTHEST, FIRST, STEP = 19, 9, 15, 0.25
"""Zoom: a house, a city on the screen of a small phone, the closest a map is when it opens, and how finely it fits."""


class ServiceMap(folium.Map):
    """A Folium map that asks no other host for anything and is called the same in every build."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 – Folium's own way to say which files a map needs
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def get_name(self) -> str:
        """The id of its element: a fixed one, where Folium takes a random one."""
        return "service_map"


class Places(MacroElement):
    """What `map.js` draws, and the streets that it adds, of another host only once the reader asks for them."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "serviceMap.draw({{ this._parent.get_name() }});\n"
        "serviceMap.offerStreets({{ this._parent.get_name() }}, {{ this.url | tojson }}, "
        "{{ this.credit | tojson }}, {{ this.limits | tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, tiles: Tiles, streets: Streets | None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.url, self.credit = streets.url if streets else tiles.url, tiles.credit
        self.limits = _limits(streets) if streets else {"maxZoom": NEAREST}


def _limits(streets: Streets) -> dict[str, object]:
    """Where Leaflet may ask for pictures of streets; a closer look enlarges the nearest ones."""
    zooms = {"minZoom": streets.farthest, "maxZoom": NEAREST, "maxNativeZoom": streets.nearest}
    return {**zooms, "bounds": streets.corners}


def folium_map(catalogue: Catalogue, assets: MapAssets, streets: Streets | None = None) -> MapFiles:
    """The map of all services; its scripts and styles serve the small maps of single services too."""
    drawn = points(catalogue)
    container, script = _element_and_script(drawn, Places(catalogue.site.tiles, streets))
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
        operator=catalogue.site.tiles.operator,
        host="" if streets else catalogue.site.tiles.host,
        points=len(drawn),
    )


def _element_and_script(drawn: Sequence[MapPoint], places: Places) -> tuple[str, str]:
    """Folium's element and Folium's script; its header, which is styles and switches inline, is left out."""
    page = Figure()
    composed = ServiceMap(
        tiles=None,
        zoom_control="bottomright",
        maxZoom=NEAREST,
        minZoom=FARTHEST,
        zoomSnap=STEP,
        scrollWheelZoom=False,
    )
    page.add_child(composed)
    if drawn:
        composed.fit_bounds(_corners(drawn), padding=(16, 16), max_zoom=FIRST)
    composed.add_child(places)
    page.render()
    return page.html.render().strip(), f"(() => {{\n{page.script.render().strip()}\n}})();\n"


def _corners(drawn: Sequence[MapPoint]) -> list[list[float]]:
    """The south-western and the north-eastern corner of all points."""
    latitudes = [point.latitude for point in drawn]
    longitudes = [point.longitude for point in drawn]
    return [[min(latitudes), min(longitudes)], [max(latitudes), max(longitudes)]]
