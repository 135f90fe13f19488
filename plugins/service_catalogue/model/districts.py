"""The district of a place that names none: the one in which its point surely lies."""

from typing import Any

from service_catalogue.geography import Geography
from service_catalogue.model.protection import is_confidential
from service_catalogue.model.publication import Plain

DERIVED = "położenie punktu (OpenStreetMap) w granicach dzielnicy"
"""What a derived district says of where it is from, as a record would: the lines of districts are OpenStreetMap's."""


def with_districts(organization: Plain, geography: Geography, gmina: str) -> Plain:
    """A record whose places have the district of their point, where nobody wrote one and the point is deep inside it.

    `gmina` is that of the city, the only one with districts.
    """
    places = organization.get("locations", {})
    found = {code: _derived(place, geography, gmina) for code, place in places.items()}
    if not any(found.values()):
        return organization
    return {**organization, "locations": {code: {**place, **found[code]} for code, place in places.items()}}


def _derived(place: Plain, geography: Geography, gmina: str) -> dict[str, Any]:
    """The district of one place with its source; nothing where it is written, unknown or near a line."""
    known = "district" in place or place.get("gmina", gmina) != gmina
    if known or is_confidential(place) or not geography or "latitude" not in place or "longitude" not in place:
        return {}
    found = geography.find((place["longitude"], place["latitude"]))
    return {"district": found.code, "district_source": DERIVED} if found and found.is_sure else {}
