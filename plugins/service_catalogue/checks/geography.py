"""Whether the layers of the map are what they say: sound shapes, every district once, no gap between them.

Cases: `tests/checks/test_geography.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from service_catalogue.checks.shape import examined
from service_catalogue.geography import (
    LAYERS,
    Feature,
    Geography,
    Line,
    area,
    contains,
    crossings,
    distance_to,
    geography_of,
    outline,
)
from service_catalogue.records import Data, Problem, Record, Sources

DISTRICTS = ("districts", "districts_detailed")
EAST, NORTH = (14.0, 24.5), (49.0, 55.0)
"""Between which degrees of longitude and latitude Poland lies."""
SAME_AREA, OUTSIDE_M = 0.01, 500
"""How much of its area a border may differ from its districts, how far outside of it a thing may lie."""
ROUNDING = 1e-6
LENGTHS = {"Point": 1, "LineString": 2, "MultiLineString": 2, "Polygon": 4}
_DEPTHS = {"Point": 0, "LineString": 1, "MultiLineString": 2, "Polygon": 2}


def unsound_layers(sources: Sources) -> tuple[Mapping[str, Data], list[Problem]]:
    """The layers that can be drawn, and what is wrong with the others; a layer with a fault is left out whole."""
    sound, problems = {}, []
    for name, record in sources.geography.items():
        found = list(_of_layer(name, record))
        if not found:
            sound[name] = record.data
        problems += found
    together = list(_together(sources, sound))
    return ({} if together else sound), [*problems, *together]


def _of_layer(name: str, record: Record) -> Iterator[Problem]:
    """What is wrong with one layer by itself."""
    if name not in LAYERS:
        yield record.problem((), "geography.unknown-layer", name=name, allowed=", ".join(LAYERS))
        return
    _, problems = examined("geography", record)
    yield from problems
    if not problems:
        for index, feature in enumerate(record.data["features"]):
            yield from _of_feature(record, index, feature)


def _of_feature(record: Record, index: int, feature: Data) -> Iterator[Problem]:
    where, named = ("features", index), {"name": feature["properties"]["name"]}
    kind, places = feature["geometry"]["type"], feature["geometry"]["coordinates"]
    lines = list(_lines(places, _DEPTHS[kind]))
    if not lines or not all(_is_line(line) for line in lines):
        yield record.problem(where, "geography.coordinates", **named)
    elif any(len(line) < LENGTHS[kind] for line in lines):
        yield record.problem(where, "geography.short", **named, count=LENGTHS[kind])
    elif kind == "Polygon" and any(line[0] != line[-1] for line in lines):
        yield record.problem(where, "geography.open", **named)
    elif kind == "Polygon" and (crossing := next(_crossings(lines), None)):
        yield record.problem(where, "geography.crossing", **named, place=f"{crossing[0]}, {crossing[1]}")


def _crossings(lines: Iterable[list[Any]]) -> Iterator[tuple[float, float]]:
    return (point for line in lines for point in crossings(tuple((x, y) for x, y in line)))


def _lines(places: list[Any], depth: int) -> Iterator[list[Any]]:
    """The rows of points in the coordinates of a shape; what is no list is yielded as it is."""
    if depth == 2 and isinstance(places, list):
        yield from places
    else:
        yield [places] if depth == 0 else places


def _is_line(line: object) -> bool:
    return isinstance(line, list) and bool(line) and all(map(_is_point, line))


def _is_point(place: object) -> bool:
    """Whether it is a longitude and a latitude in Poland: two numbers, in this order."""
    if not isinstance(place, list) or len(place) != 2 or any(type(part) not in (int, float) for part in place):
        return False
    return bool(EAST[0] <= place[0] <= EAST[1] and NORTH[0] <= place[1] <= NORTH[1])


def _together(sources: Sources, sound: Mapping[str, Data]) -> Iterator[Problem]:
    """What is wrong between the layers, and between them and the vocabulary of districts."""
    city = geography_of(sound)
    for name in DISTRICTS:
        if name in sound:
            yield from _districts(sources, city, name)
    if city.border:
        for name in sorted(set(sound) - {"border", *DISTRICTS}):
            yield from _inside(sources.geography[name], city.features(name), city.border)


def _districts(sources: Sources, city: Geography, name: str) -> Iterator[Problem]:
    record, features = sources.geography[name], city.features(name)
    codes = [feature.code for feature in features]
    known = list(sources.vocabularies["districts"].data) if "districts" in sources.vocabularies else []
    missing, strange = sorted(set(known) - set(codes)), sorted(set(codes) - set(known))
    if missing or strange or len(codes) != len(set(codes)):
        told = ", ".join(missing + strange) or "2×"
        yield record.problem(("features",), "geography.districts", codes=told, count=len(known))
        return
    rings = [feature.lines[0] for feature in features]
    around = outline(rings)
    if not around or abs(area(around) - sum(map(area, rings))) > ROUNDING * area(around):
        yield record.problem(("features",), "geography.gaps")
    elif city.border and abs(area(city.border) / area(around) - 1) > SAME_AREA:
        yield sources.geography["border"].problem((), "geography.border", percent=round(SAME_AREA * 100))


def _inside(record: Record, features: Iterable[Feature], border: Line) -> Iterator[Problem]:
    """Things that lie far outside the border: those of another city, or with another order of coordinates."""
    for index, feature in enumerate(features):
        middle = feature.lines[0][len(feature.lines[0]) // 2]
        if not contains(border, middle) and distance_to(border, middle) > OUTSIDE_M:
            yield record.problem(("features", index), "geography.outside", name=feature.name)
