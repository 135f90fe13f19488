"""The files of a map that do not come from the catalogue: Leaflet, its clusters, our own script and style."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files

from service_catalogue.notation import named_by_content


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """One JavaScript library as a Python package ships it."""

    name: str
    package: str
    distribution: str
    paths: tuple[str, ...]


LEAFLET = Library(
    name="leaflet",
    package="xstatic.pkg.leaflet",
    distribution="XStatic-Leaflet",
    paths=("leaflet.js", "leaflet.css", "images/layers.png", "images/layers-2x.png", "images/marker-icon.png"),
)
MARKERCLUSTER = Library(
    name="markercluster",
    package="xstatic.pkg.leaflet_markercluster",
    distribution="XStatic-Leaflet-MarkerCluster",
    paths=("leaflet.markercluster.js", "MarkerCluster.css"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapAssets:
    """Files by their path under the map's folder; `scripts` and `styles` are those to load, in order."""

    files: Mapping[str, bytes]
    scripts: tuple[str, ...]
    styles: tuple[str, ...]


def read_assets(own: Mapping[str, bytes]) -> MapAssets:
    """The libraries with their licences, and our own script and style, from the theme's files of the map by name."""
    libraries = {path: data for library in (LEAFLET, MARKERCLUSTER) for path, data in _copies(library, own)}
    everything = libraries | {named_by_content(name, own[name]): own[name] for name in ("map.js", "map.css")}
    return MapAssets(
        files=everything,
        scripts=tuple(path for path in everything if path.endswith(".js")),
        styles=tuple(path for path in everything if path.endswith(".css")),
    )


def _copies(library: Library, own: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    folder = f"{library.name}-{version(library.distribution)}"
    for path in library.paths:
        yield f"{folder}/{path}", (files(library.package) / "data" / path).read_bytes()
    yield f"{folder}/LICENSE.txt", own[f"{library.name}.txt"]
