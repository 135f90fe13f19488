"""The layers of a city's map as frozen values; a city without them is `NO_MAP`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from service_catalogue.geography.finding import Area, Found, find
from service_catalogue.geography.plane import Line, Point

Plain = Mapping[str, Any]
LAYERS = ("border", "districts", "districts_detailed", "river", "roads", "places", "estates")
"""The files of `catalogue/geography/` without their ending; none of them is needed."""


class UnsoundError(Exception):
    """A shape that cannot be drawn; `name` is that of the thing, `why` what shapely says of it."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name, self.why = name, why


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the lines of a layer were taken from."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing on the map: its lines (of an area its rings, of a place one point) and what it is called.

    `kind` is a word for how it is drawn (`main`, `river`, `quarter`), `code` that of a district, `rank` how early it is
    named (1 first), `width_m` how broad a river is, `label` where its name stands.
    """

    name: str
    lines: tuple[Line, ...]
    code: str = ""
    kind: str = ""
    rank: int = 9
    width_m: int = 0
    label: Point | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """The things of one kind with where they are from, under which licence, and what was done to them."""

    name: str
    title: str
    features: tuple[Feature, ...]
    licence: str
    attribution: str
    retrieved: str
    changes: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Geography:
    """The layers of a city by name."""

    layers: Mapping[str, Layer]

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.layers)

    def features(self, name: str) -> tuple[Feature, ...]:
        """The things of a layer; none where the city has no such layer."""
        return self.layers[name].features if name in self.layers else ()

    @cached_property
    def border(self) -> Line:
        """The ring around the city; empty where it is not known."""
        return next((feature.lines[0] for feature in self.features("border")), ())

    @cached_property
    def precise(self) -> tuple[Area, ...]:
        """Each district as exact as it is known."""
        found = self.features("districts_detailed") or self.features("districts")
        return tuple(Area.of(feature.code, feature.lines[0]) for feature in found)

    def find(self, point: Point) -> Found | None:
        """The district in which a point lies and how far it is from that district's line; None outside all of them."""
        return find(self.precise, point)

    @property
    def credits(self) -> tuple[str, ...]:
        """Whom the layers are from, each once; a layer of several sources names them with `; ` between."""
        named = (one for layer in self.layers.values() for one in layer.attribution.split("; "))
        return tuple(dict.fromkeys(named))


NO_MAP = Geography({})
"""A city that has brought no map of its own."""


def geography_of(plain: Mapping[str, Plain]) -> Geography:
    """Layers that were checked, as frozen values."""
    return Geography({name: _layer(name, plain[name]) for name in LAYERS if name in plain})


def _layer(name: str, data: Plain) -> Layer:
    about = data["metadata"]
    return Layer(
        name=name,
        title=about["title"],
        features=tuple(_feature(one) for one in data["features"]),
        licence=about["licence"],
        attribution=about["attribution"],
        retrieved=about["retrieved"],
        changes=about["changes"],
        sources=tuple(Source(name=one["name"], url=one.get("url", "")) for one in about["sources"]),
    )


def _feature(data: Plain) -> Feature:
    known = data["properties"]
    return Feature(
        name=known["name"],
        lines=tuple(lines_of(data["geometry"])),
        code=known.get("code", ""),
        kind=known.get("kind", ""),
        rank=known.get("rank", 9),
        width_m=known.get("width_m", 0),
        label=(known["label"][0], known["label"][1]) if "label" in known else None,
    )


def lines_of(geometry: Plain) -> Iterator[Line]:
    """The lines of a geometry of GeoJSON: a point is a line of one, an area its rings."""
    kind, places = geometry["type"], geometry["coordinates"]
    if kind == "Point":
        yield (_point(places),)
    elif kind == "LineString":
        yield _line(places)
    elif kind in ("MultiLineString", "Polygon"):
        yield from map(_line, places)
    else:
        yield from (_line(ring) for polygon in places for ring in polygon)


def _line(places: list[list[float]]) -> Line:
    return tuple(_point(place) for place in places)


def _point(place: list[float]) -> Point:
    return place[0], place[1]
