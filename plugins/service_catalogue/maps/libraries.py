"""The files of a map that do not come from the catalogue: Leaflet, its clusters, our own script and style."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

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


def read_assets(static: Path) -> MapAssets:
    """The libraries with their licences, and the theme's own script and style, from the theme's `static` folder."""
    libraries = {path: data for library in (LEAFLET, MARKERCLUSTER) for path, data in _copies(library, static)}
    own = {path.name: path.read_bytes() for path in (static / "js/map.js", static / "css/map.css")}
    everything = libraries | {named_by_content(name, data): data for name, data in own.items()}
    return MapAssets(
        files=everything,
        scripts=tuple(path for path in everything if path.endswith(".js")),
        styles=tuple(path for path in everything if path.endswith(".css")),
    )


def _copies(library: Library, static: Path) -> Iterator[tuple[str, bytes]]:
    folder = f"{library.name}-{version(library.distribution)}"
    for path in library.paths:
        yield f"{folder}/{path}", (files(library.package) / "data" / path).read_bytes()
    yield f"{folder}/LICENSE.txt", (static / "licences" / f"{library.name}.txt").read_bytes()
