"""The map of the services."""

from collections.abc import Mapping

from service_catalogue.maps.ground import Grounds
from service_catalogue.maps.libraries import read_assets
from service_catalogue.maps.living_map import Answer, anew, living_map
from service_catalogue.maps.map_files import FOLDER, MapFiles, with_dots
from service_catalogue.maps.picture import Picture, Pictures
from service_catalogue.maps.points import small_map
from service_catalogue.maps.streets import MOST as MOST_TILES
from service_catalogue.maps.streets import Streets, Tile, kind_of, streets_of
from service_catalogue.model import Catalogue

__all__ = [
    "FOLDER",
    "MOST_TILES",
    "MapFiles",
    "Picture",
    "Pictures",
    "Streets",
    "Tile",
    "draw_map",
    "kind_of",
    "pictures_of",
    "small_map",
    "streets_of",
]


def draw_map(
    catalogue: Catalogue,
    theme_files: Mapping[str, bytes],
    pictures: Pictures | None = None,
    streets: Streets | None = None,
    answer: Answer = anew,
) -> MapFiles:
    """The map of a catalogue with the theme's own files for it by name: script, style, licences of the libraries.

    `streets` are those that the catalogue brings, which nobody has to be asked for; `answer` may know what Folium says.
    """
    made = living_map(catalogue, read_assets(theme_files), streets, answer)
    whole = pictures.of_services(catalogue.running) if pictures else None
    return with_dots(made, whole, theme_files["places.svg"].decode()) if whole and whole.dots else made


def pictures_of(catalogue: Catalogue) -> Pictures | None:
    """Who draws the pictures of a catalogue's city; None where the city has brought no map."""
    city = catalogue.geography
    return Pictures(Grounds(city), catalogue.terms["districts"]) if city.border or city.precise else None
