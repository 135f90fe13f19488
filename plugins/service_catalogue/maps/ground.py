"""The ground of a picture as paths: land, districts, water, roads, each once for every frame."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from service_catalogue.geography import Feature, Geography
from service_catalogue.maps.frames import Frame, clipped, clipped_area, frame_of

NEAR_M = 12
"""Where a unit is fewer metres than this, smaller streets are drawn too."""
NARROWEST = {"river": 7, "stream": 2}
"""A river is at least so many units broad, or it would not be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A district in a picture: its code, its name and its shape as the `d` of a path."""

    code: str
    name: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Water:
    """Rivers of one breadth in a picture."""

    path: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What lies under points and names; every path is in units of the frame."""

    height: int
    land: str
    areas: tuple[Area, ...]
    waters: tuple[Water, ...]
    roads: str
    streets: str
    estates: str
    """Outlines of estates that stand in addresses, in pictures of a part of the city: a mark there means all of one."""


class Grounds:
    """The grounds of one city, each drawn once."""

    def __init__(self, city: Geography) -> None:
        self.city = city
        self.whole = frame_of(city.border or [point for one in city.precise for point in one.ring])
        self.of = lru_cache(maxsize=None)(self._draw)

    def _draw(self, frame: Frame) -> Ground:
        city = self.city
        near = frame.metres < NEAR_M
        roads = city.features("roads")
        land = clipped_area(frame, city.border) if city.border else []
        return Ground(
            height=frame.height,
            land=_area(land) if land else "",
            areas=tuple(_areas(frame, city.features("districts"))),
            waters=tuple(_waters(frame, city.features("river"))),
            roads=_lines(frame, [road for road in roads if road.kind == "main"]),
            streets=_lines(frame, [road for road in roads if road.kind != "main"]) if near else "",
            estates="".join(area.path for area in _areas(frame, city.features("estates"))) if near else "",
        )


def _areas(frame: Frame, districts: Iterable[Feature]) -> Iterable[Area]:
    for district in districts:
        shape = clipped_area(frame, district.lines[0])
        if shape:
            yield Area(code=district.code, name=district.name, path=_area(shape))


def _waters(frame: Frame, rivers: Sequence[Feature]) -> Iterable[Water]:
    """Rivers by how broad they are drawn, brooks first."""
    width = {river: max(NARROWEST.get(river.kind, 2), round(river.width_m / frame.metres)) for river in rivers}
    for breadth in sorted(set(width.values())):
        path = _lines(frame, [river for river in rivers if width[river] == breadth])
        if path:
            yield Water(path=path, width=breadth)


def _lines(frame: Frame, features: Iterable[Feature]) -> str:
    return "".join(_path(part) for one in features for line in one.lines for part in clipped(frame, line))


def _area(points: Sequence[tuple[int, int]]) -> str:
    return _path(points) + "z"


def _path(points: Sequence[tuple[int, int]]) -> str:
    """Points as the `d` of a path: the first as it is, the others as steps, which are shorter to write."""
    (x, y), *rest = points
    steps = []
    for east, north in rest:
        steps.append(f"{east - x} {north - y}")
        x, y = east, north
    return f"M{points[0][0]} {points[0][1]}l" + " ".join(steps).replace(" -", "-")
