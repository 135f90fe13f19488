"""The places that may be shown on a map, as GeoJSON."""

import json
from collections.abc import Iterator

from service_catalogue.model import Location, Service
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.open_data.origin import in_members
from service_catalogue.words import service_path


def files(edition: Edition) -> Iterator[File]:
    """`services.geojson`: a point for each service at each place whose point is known and not protected."""
    rows = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in _features(edition))
    about = json.dumps(edition.attribution, ensure_ascii=False)
    content = f'{{"type": "FeatureCollection", "attribution": {about}, "features": [\n{rows}\n]}}\n'.encode()
    yield data_file("services.geojson", "geojson", content)


def _features(edition: Edition) -> Iterator[dict[str, object]]:
    for service in edition.catalogue.services:
        for place in service.locations:
            if place.has_point:
                yield {
                    "type": "Feature",
                    "id": f"{service.id}@{place.id}",
                    "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
                    "properties": _properties(service, place, edition),
                }


def _properties(service: Service, place: Location, edition: Edition) -> dict[str, object]:
    """Enough to label a point and to look the rest up; how exact it is goes with it."""
    catalogue = edition.catalogue
    known = {
        "service_id": service.id,
        "name": service.name,
        "organization": service.organization.name,
        "organization_kind": service.organization.kind,
        "state": catalogue.trust_in(service).level,
        "support_areas": [term.code for term in service.support_areas],
        "address": place.address_1,
        "city": place.city,
        "district": place.district and place.district.code,
        "precision": place.position and place.position.precision,
        "point_source": place.position and place.position.source,
        "sources": [in_members(source, edition) for source in service.sources] or None,
        "page": edition.site_url + service_path(service),
    }
    return {name: value for name, value in known.items() if value is not None}
