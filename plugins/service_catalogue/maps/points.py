"""What of the catalogue can be drawn on a map: points, counts of districts, and what has neither."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from service_catalogue.model import Catalogue, Location, Service, TaxonomyTerm
from service_catalogue.notation import compact_json, html_safe

Places = tuple[tuple[str, ...], ...]
"""Places, each told by the ids of the services that are there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPoint:
    """One service at one public place with known coordinates; `url` starts at the root of a language's pages."""

    latitude: float
    longitude: float
    precision: str
    name: str
    place: str
    url: str
    service_id: str
    location_id: str
    areas: tuple[str, ...]


def points(catalogue: Catalogue) -> tuple[MapPoint, ...]:
    """Every listed service at each of its places that has a point."""
    return tuple(point for service in catalogue.running for point in points_of(service))


def points_of(service: Service) -> tuple[MapPoint, ...]:
    """One service at each of its places that has a point."""
    return tuple(_point(service, place) for place in service.locations if place.has_point)


def district_places(catalogue: Catalogue) -> tuple[tuple[TaxonomyTerm, Places], ...]:
    """Each district with its public places of which only the district is known."""
    found: dict[str, dict[tuple[str, str], list[str]]] = defaultdict(dict)
    for service in catalogue.running:
        for place in service.locations:
            if place.district and not place.confidential and not place.has_point:
                together = found[place.district.code].setdefault((service.organization.id, place.id), [])
                together.append(service.id)
    districts = catalogue.terms["districts"]
    return tuple((term, tuple(map(tuple, found[term.code].values()))) for term in districts)


def small_map(service: Service) -> str | None:
    """The drawing of one service's own page: its points and the names of their districts, or nothing to draw."""
    drawn = points_of(service)
    districts = dict.fromkeys(place.district for place in service.locations if place.district and place.has_point)
    return drawing(drawn, ((district, ()) for district in districts)) if drawn else None


def drawing(drawn: Iterable[MapPoint], districts: Iterable[tuple[TaxonomyTerm, Places]]) -> str:
    """What the browser draws, as JSON that is harmless inside HTML; the rows are read by `map.js`."""
    rows = {
        "points": [[p.latitude, p.longitude, p.precision, p.name, p.place, p.url] for p in drawn],
        "districts": [
            [term.latitude, term.longitude, term.name.pl, places, f"/dzielnice/{term.code}/"]
            for term, places in districts
            if term.latitude is not None
        ],
    }
    return html_safe(compact_json(rows))


def _point(service: Service, place: Location) -> MapPoint:
    if place.latitude is None or place.longitude is None or place.position is None:
        message = f"{service.id}: {place.id} has a position without coordinates"
        raise ValueError(message)
    return MapPoint(
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.position.precision,
        name=service.name,
        place=", ".join(part for part in (place.address_1, _quarter(place)) if part),
        url=f"/uslugi/{service.id}/",
        service_id=service.id,
        location_id=place.id,
        areas=tuple(area.code for area in service.support_areas),
    )


def _quarter(place: Location) -> str | None:
    return place.district.name.pl if place.district else place.city
