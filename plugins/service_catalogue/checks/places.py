"""Points, postal codes and districts that fit together.

Cases: `tests/cases/place`.
"""

import math
from collections.abc import Iterator
from datetime import date
from typing import Any

from service_catalogue.checks.parts import Part, places
from service_catalogue.records import Data, Problem, Sources

Point = tuple[float, float]
CITY_KM, AROUND_KM, DISTRICT_KM = 12, 40, 8
"""How far a point of the city, of a gmina around it, and of a district may be from a district's middle."""
DECIMALS = 4
"""Four places after the point are about ten metres."""


def far_points(sources: Sources, _today: date) -> Iterator[Problem]:
    """A point lies in the city or the gminas around it."""
    middles = list(_middles(sources).values())
    for place in places(sources):
        point = _point(place.data)
        if point and middles:
            limit = CITY_KM if _in_city(place, sources) else AROUND_KM
            distance = min(_km(point, middle) for middle in middles)
            if distance > limit:
                yield _at_point(place, "place.far", distance=round(distance), limit=limit)


def rough_points(sources: Sources, _today: date) -> Iterator[Problem]:
    """A point has four places after the point, unless it stands for a whole district."""
    for place in places(sources):
        if _precision(place) == "district":
            continue
        for key in ("latitude", "longitude"):
            written = str(place.record.written_at((*place.pointer, key)))
            if key in place.data and len(written.partition(".")[2]) < DECIMALS:
                yield place.record.problem((*place.pointer, key), "place.rough", value=written)


def middles_of_districts(sources: Sources, _today: date) -> Iterator[Problem]:
    """The middle of a district is not where somebody receives people."""
    middles = {(round(lat, 3), round(lon, 3)): code for code, (lat, lon) in _middles(sources).items()}
    for place in places(sources):
        point = _point(place.data)
        if point and _precision(place) != "district" and point == (round(point[0], 3), round(point[1], 3)) in middles:
            yield _at_point(place, "place.middle", district=middles[point])


def street_lengths(sources: Sources, _today: date) -> Iterator[Problem]:
    """The middle of a street says how long the street is; other points have no length."""
    for place in places(sources):
        position = place.data.get("position", {})
        if _precision(place) == "street" and place.record.written_at((*place.pointer, "position", "length_m")) is None:
            yield place.record.problem((*place.pointer, "position"), "place.length-missing", at_key=True)
        if _precision(place) not in (None, "street") and "length_m" in position:
            yield place.record.problem((*place.pointer, "position", "length_m"), "place.length-needless", at_key=True)


def estate_radii(sources: Sources, _today: date) -> Iterator[Problem]:
    """Only the middle of an estate says how far the estate reaches."""
    for place in places(sources):
        if _precision(place) not in (None, "estate") and "radius_m" in place.data.get("position", {}):
            yield place.record.problem((*place.pointer, "position", "radius_m"), "place.radius-needless", at_key=True)


def districts_elsewhere(sources: Sources, _today: date) -> Iterator[Problem]:
    """Only the city has districts."""
    city = sources.site.data.get("gmina") if sources.site else None
    for place in places(sources):
        if "district" in place.data and city and place.data.get("gmina", city) != city:
            where = (*place.pointer, "district")
            yield place.record.problem(where, "place.district-elsewhere", gmina=place.data["gmina"])


def postal_codes(sources: Sources, _today: date) -> Iterator[Problem]:
    """A postal code of the city begins as its codes do."""
    beginnings = tuple(sources.site.data.get("postal_codes", ())) if sources.site else ()
    for place in places(sources):
        code = place.data.get("postal_code", "")
        if code and beginnings and _in_city(place, sources) and not code.startswith(beginnings):
            where = (*place.pointer, "postal_code")
            yield place.record.problem(where, "place.postal-code", value=code, allowed=", ".join(beginnings))


def far_districts(sources: Sources, _today: date) -> Iterator[Problem]:
    """A point lies near the middle of the district that is written beside it."""
    middles = _middles(sources)
    for place in places(sources):
        point, middle = _point(place.data), middles.get(place.data.get("district", ""))
        if point and middle and _km(point, middle) > DISTRICT_KM:
            values = {"value": place.data["district"], "distance": round(_km(point, middle))}
            where = (*place.pointer, "district")
            yield place.record.problem(where, "place.far-district", level="warning", **values)


def _in_city(place: Part, sources: Sources) -> bool:
    site = sources.site.data if sources.site else {}
    if "gmina" in place.data:
        return bool(place.data["gmina"] == site.get("gmina"))
    return "city" in place.data and place.data["city"] == site.get("city")


def _precision(place: Part) -> str | None:
    precision = place.data.get("position", {}).get("precision")
    return str(precision) if precision else None


def _point(data: Data) -> Point | None:
    return (data["latitude"], data["longitude"]) if "latitude" in data and "longitude" in data else None


def _middles(sources: Sources) -> dict[str, Point]:
    districts = sources.vocabularies["districts"].data if "districts" in sources.vocabularies else {}
    return {code: point for code, term in districts.items() if (point := _point(term))}


def _at_point(place: Part, code: str, **values: Any) -> Problem:
    return place.record.problem((*place.pointer, "latitude"), code, **values)


def _km(one: Point, other: Point) -> float:
    """The distance of two points that are less than a hundred kilometres apart."""
    east = (one[1] - other[1]) * math.cos(math.radians(one[0]))
    return math.hypot(one[0] - other[0], east) * 111.2
