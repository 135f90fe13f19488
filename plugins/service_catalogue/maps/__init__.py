"""The map of the services."""

from collections.abc import Mapping

from service_catalogue.maps.map_files import MapFiles
from service_catalogue.maps.points import small_map, without_point
from service_catalogue.model import Catalogue

__all__ = ["MapFiles", "draw_map", "small_map", "without_point"]


def draw_map(catalogue: Catalogue, theme_files: Mapping[str, bytes]) -> MapFiles:
    """The map of a catalogue with the theme's own files for it by name: script, style, licences of the libraries."""
    from service_catalogue.maps.folium_map import folium_map  # half a second: only a build that draws waits for it
    from service_catalogue.maps.libraries import read_assets

    return folium_map(catalogue, read_assets(theme_files))
