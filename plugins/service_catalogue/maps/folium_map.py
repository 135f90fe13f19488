"""What Folium draws of a map: its element and its script, the same every time.

Folium writes what it is given into a script, where text of a record would run: it gets numbers and our own
constants only. Importing it takes more than half a second: only `living_map` does, where it knows no answer yet.
"""

from collections.abc import Mapping, Sequence

import folium
from branca.element import Figure, MacroElement
from folium.template import Template

from service_catalogue.maps.streets import NEAREST

FARTHEST, FIRST, STEP = 9, 15, 0.25
"""Zoom: a city on the screen of a small phone, the closest a map is when it opens, and how finely it fits."""


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

    def __init__(self, url: str, credit: str, limits: Mapping[str, object]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.url, self.credit, self.limits = url, credit, limits


def element_and_script(
    corners: Sequence[Sequence[float]], url: str, credit: str, limits: Mapping[str, object]
) -> tuple[str, str]:
    """Folium's element and Folium's script; its header, which is styles and switches inline, is left out.

    `corners` are those of all that is to be seen, if there is anything; the others are what is said of the streets.
    """
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
    if corners:
        composed.fit_bounds(corners, padding=(16, 16), max_zoom=FIRST)
    composed.add_child(Places(url, credit, limits))
    page.render()
    return page.html.render().strip(), f"(() => {{\n{page.script.render().strip()}\n}})();\n"
