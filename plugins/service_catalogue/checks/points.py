"""Points held against the map of the city and against one another: mistakes of typing and of geocoders.

Cases: `tests/cases/point`.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from service_catalogue.checks.parts import Part, places
from service_catalogue.geography import SURE_M, Feature, Geography, Point, contains, distance, distance_to, geography_of
from service_catalogue.notation import folded
from service_catalogue.records import Problem, Sources

OUTSIDE_M, ADDRESS_M, STREET_M = 300, 50, 4_000
"""How far outside the border a point of the city may lie, and points of one address and of one street apart."""
FAR_M = 12_000
"""Points farther away than this are told by another check."""
ALONG_M, SAME_M = 1_000, 20
"""How far from its street or estate on the map a point may lie, and a building from the middle of its street."""
_MIDDLE = ("street", "estate")
_KINDS = frozenset(("ul", "ulica", "al", "aleja", "os", "osiedle", "pl", "plac", "rondo"))


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
        other, where = addresses.setdefault(_house(place), (place, point))
        if _precision(other) == _precision(place) and distance(point, where) > ADDRESS_M:
            yield _apart(place, other, "point.address-elsewhere", distance(point, where))
            continue
        other, where = streets.setdefault(_street(place), (place, point))
        if distance(point, where) > STREET_M:
            yield _apart(place, other, "point.street-elsewhere", distance(point, where))


def far_streets(sources: Sources, _today: date) -> Iterator[Problem]:
    """A point in the city is near the street or the estate of its address, where the map has one of that name."""
    known = _geography(sources, "border", "roads", "estates")
    lines: dict[str, list[Feature]] = defaultdict(list)
    for feature in (*known.features("roads"), *known.features("estates")):
        lines[_without_kind(feature.name)].append(feature)
    for place, point in _points(sources):
        is_inside = _is_of_city(place, sources) and (not known.border or contains(known.border, point))
        found = [line for one in _named(lines, _street(place)) for line in one.lines] if is_inside else []
        if found and not any(contains(line, point) for line in found if line[0] == line[-1]):
            apart = round(min(distance_to(line, point) for line in found))
            if apart > ALONG_M:
                values = {"value": place.data["address_1"], "distance": apart}
                yield _at_point(place, "point.off-street", level="warning", **values)


def _named(lines: dict[str, list[Feature]], street: str) -> list[Feature]:
    """What the map has under the name of a street, also where the address has a first name before it."""
    words = street.split()
    return next((lines[name] for start in range(len(words)) if (name := " ".join(words[start:])) in lines), [])


def false_buildings(sources: Sources, _today: date) -> Iterator[Problem]:
    """The middle of a street or of an estate is not called a building."""
    middles: dict[str, list[Point]] = defaultdict(list)
    for place, point in _points(sources):
        if _precision(place) in _MIDDLE:
            middles[_street(place)].append(point)
    everywhere = {point for points in middles.values() for point in points}
    for place, point in _points(sources):
        near = point in everywhere or any(distance(point, one) <= SAME_M for one in middles[_street(place)])
        if _precision(place) == "building" and near:
            where = (*place.pointer, "position", "precision")
            yield place.record.problem(where, "point.no-building", level="warning")


def _points(sources: Sources) -> Iterator[tuple[Part, Point]]:
    """Every place with coordinates, and its point."""
    for place in places(sources):
        if "latitude" in place.data and "longitude" in place.data:
            yield place, (place.data["longitude"], place.data["latitude"])


def _geography(sources: Sources, *names: str) -> Geography:
    """The layers of some names; without names those that tell where the city and its districts are."""
    known, wanted = sources.layers, names or ("border", "districts", "districts_detailed")
    return geography_of({name: known[name] for name in wanted if name in known})


def _is_of_city(place: Part, sources: Sources) -> bool:
    return bool(sources.site and place.data.get("gmina") == sources.site.data.get("gmina"))


def _precision(place: Part) -> str:
    return str(place.data.get("position", {}).get("precision", ""))


def _street(place: Part) -> str:
    """The street of an address without its kind and the number of the house: `ul. Lipowa 1/2` → `lipowa`."""
    words = _without_kind(place.data.get("address_1", "")).split()
    return " ".join(word for at, word in enumerate(words) if not (at and word[0].isdigit()))


def _house(place: Part) -> str:
    """An address without the kind of its street and the number of the flat: `ul. Lipowa 1/2` → `lipowa 1`."""
    return _without_kind(str(place.data.get("address_1", "")).partition("/")[0])


def _without_kind(name: str) -> str:
    """The name of a street however its kind is written: `ulica Lipowa`, `ul. Lipowa` and `Lipowa` are one."""
    words = folded(name).split()
    return " ".join(words[1:] if words and words[0].rstrip(".") in _KINDS else words)


def _at_point(place: Part, code: str, **values: object) -> Problem:
    return place.record.problem((*place.pointer, "latitude"), code, **values)  # type: ignore[arg-type]


def _apart(place: Part, other: Part, code: str, metres: float) -> Problem:
    values = {"value": place.data["address_1"], "other": other.record.path, "distance": round(metres)}
    return _at_point(place, code, level="warning", **values)
