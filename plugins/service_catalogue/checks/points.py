"""Points held against the map of the city and against one another: mistakes of typing and of geocoders.

Cases: `tests/cases/point`.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from service_catalogue.checks.parts import Part, places
from service_catalogue.geography import SURE_M, Geography, Point, contains, distance, distance_to, geography_of
from service_catalogue.notation import folded
from service_catalogue.records import Problem, Sources

OUTSIDE_M, ADDRESS_M, STREET_M = 300, 50, 4_000
"""How far outside the border a point of the city may lie, and points of one address and of one street apart."""
FAR_M = 12_000
"""Points farther away than this are told by another check."""
_MIDDLE = ("street", "estate")


def outside_city(sources: Sources, _today: date) -> Iterator[Problem]:
    """A place of the city lies inside its border."""
    city = _geography(sources)
    if not city.border:
        return
    for place, point in _points(sources):
        if _is_of_city(place, sources) and not contains(city.border, point):
            apart = round(distance_to(city.border, point))
            if OUTSIDE_M < apart <= FAR_M:
                yield _at_point(place, "point.outside", distance=apart)


def other_districts(sources: Sources, _today: date) -> Iterator[Problem]:
    """A point lies in the district written beside it; near a line nobody can tell, and nothing is said."""
    city = _geography(sources)
    for place, point in _points(sources):
        written = place.data.get("district")
        found = city.find(point) if written else None
        if found and found.is_sure and found.code != written:
            where = (*place.pointer, "district")
            depth = round(found.depth_m)
            yield place.record.problem(
                where, "point.other-district", level="warning", value=written, found=found.code, distance=depth
            )


def unclear_districts(sources: Sources, _today: date) -> Iterator[Problem]:
    """Where a point is near the line of a district, a person who knows the place is asked for the district."""
    city = _geography(sources)
    for place, point in _points(sources):
        found = city.find(point) if "district" not in place.data and _is_of_city(place, sources) else None
        if found and not found.is_sure:
            values = {"found": found.code, "limit": SURE_M}
            yield _at_point(place, "point.which-district", level="note", **values)


def shared_points(sources: Sources, _today: date) -> Iterator[Problem]:
    """Two streets have no point in common: a geocoder that does not know an address gives the middle of the city."""
    by_point: dict[Point, list[Part]] = defaultdict(list)
    for place, point in _points(sources):
        if _street(place) and _precision(place) not in ("estate", "district"):
            by_point[point].append(place)
    for together in by_point.values():
        for place in together[1:]:
            if _street(place) != _street(together[0]):
                values = {"value": place.data["address_1"], "other": together[0].data["address_1"]}
                yield _at_point(place, "point.shared", level="warning", **values)


def scattered_addresses(sources: Sources, _today: date) -> Iterator[Problem]:
    """One address is at one point, whoever is there; one street is not in two parts of the city."""
    addresses: dict[str, tuple[Part, Point]] = {}
    streets: dict[str, tuple[Part, Point]] = {}
    for place, point in _points(sources):
        if not _street(place) or not _is_of_city(place, sources):
            continue
        other, where = addresses.setdefault(folded(place.data["address_1"]), (place, point))
        if _precision(other) == _precision(place) and distance(point, where) > ADDRESS_M:
            yield _apart(place, other, "point.address-elsewhere", distance(point, where))
            continue
        other, where = streets.setdefault(_street(place), (place, point))
        if distance(point, where) > STREET_M:
            yield _apart(place, other, "point.street-elsewhere", distance(point, where))


def false_buildings(sources: Sources, _today: date) -> Iterator[Problem]:
    """The middle of a street or of an estate is not called a building."""
    middles = {point for place, point in _points(sources) if _precision(place) in _MIDDLE}
    for place, point in _points(sources):
        if _precision(place) == "building" and point in middles:
            where = (*place.pointer, "position", "precision")
            yield place.record.problem(where, "point.no-building", level="warning")


def _points(sources: Sources) -> Iterator[tuple[Part, Point]]:
    """Every place with coordinates, and its point."""
    for place in places(sources):
        if "latitude" in place.data and "longitude" in place.data:
            yield place, (place.data["longitude"], place.data["latitude"])


def _geography(sources: Sources) -> Geography:
    known = sources.layers
    return geography_of({name: known[name] for name in ("border", "districts", "districts_detailed") if name in known})


def _is_of_city(place: Part, sources: Sources) -> bool:
    return bool(sources.site and place.data.get("gmina") == sources.site.data.get("gmina"))


def _precision(place: Part) -> str:
    return str(place.data.get("position", {}).get("precision", ""))


def _street(place: Part) -> str:
    """The street of an address without the number of the house: `ul. Lipowa 1/2` → `ul lipowa`."""
    words = folded(place.data.get("address_1", "")).split()
    return " ".join(word for word in words if not word[0].isdigit())


def _at_point(place: Part, code: str, **values: object) -> Problem:
    return place.record.problem((*place.pointer, "latitude"), code, **values)  # type: ignore[arg-type]


def _apart(place: Part, other: Part, code: str, metres: float) -> Problem:
    values = {"value": place.data["address_1"], "other": other.record.path, "distance": round(metres)}
    return _at_point(place, code, level="warning", **values)
