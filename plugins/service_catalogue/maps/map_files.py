"""The files of a map, told apart from the library that draws it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from service_catalogue.maps.picture import Picture
from service_catalogue.notation import named_by_content


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFiles:
    """A map without its page: every path starts at the site's root, and no file knows where that is."""

    container: str
    files: Mapping[str, bytes]
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    source: str
    points: int
    ground: str = ""
    """The file of what lies under the points; empty where the city has brought no map."""
    operator: str = ""
    """Whose server streets would come from."""
    host: str = ""
    """Where that server is; empty where the catalogue brings its own streets."""
    dots: str = ""
    """The file of water, roads and all places as dots, for a picture of the whole city: its page does not grow with
    the catalogue, and its words come before them."""


FOLDER = "assets/map"
"""Where the files of the map stand."""


def with_dots(files: MapFiles, whole: Picture, drawing: str) -> MapFiles:
    """The files of a map with one more: water, roads and places of a picture, as a drawing of the theme has them."""
    ground = whole.ground
    waters = "".join(f'<path class="water" stroke-width="{one.width}" d="{one.path}"/>' for one in ground.waters)
    parts = {"{width}": str(whole.width), "{height}": str(ground.height)}
    parts |= {"{waters}": waters, "{roads}": ground.roads, "{dots}": whole.dots}
    for part, value in parts.items():
        drawing = drawing.replace(part, value)
    made = drawing.encode()
    path = f"{FOLDER}/{named_by_content('places.svg', made)}"
    return replace(files, dots=path, files={**files.files, path: made})
