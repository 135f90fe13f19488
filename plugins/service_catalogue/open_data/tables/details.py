"""What a record has several of, a row each: phones, hours, capacities, sources."""

from collections.abc import Iterator
from typing import Any

from service_catalogue.hours import ZONE
from service_catalogue.model import Catalogue
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.tables.main import location_id
from service_catalogue.open_data.tables.shape import Column, Key, Table, table

Owned = tuple[str, str | None, str | None, Any]
"""A thing with the organization, place and service it belongs to."""

OWNERS = (
    Column("organization_id", "organization_id", lambda owned: owned[0]),
    Column("location_id", "location_id", lambda owned: owned[1]),
    Column("service_id", "service_id", lambda owned: owned[2]),
)
_TO_SERVICE = Key(fields=("service_id",), table="services")
_TO_LOCATION = Key(fields=("location_id",), table="locations")
_TO_OWNERS = (Key(fields=("organization_id",), table="organizations"), _TO_LOCATION, _TO_SERVICE)


def _owned(catalogue: Catalogue, name: str) -> Iterator[Owned]:
    """Every phone, hour or source: of an organization, then of its places, then of its services."""
    for one in catalogue.organizations:
        yield from ((one.id, None, None, thing) for thing in getattr(one, name, ()))
        for place in one.locations:
            yield from ((one.id, location_id(one, place), None, thing) for thing in getattr(place, name, ()))
        for service in catalogue.services_of[one.id]:
            yield from ((one.id, None, service.id, thing) for thing in getattr(service, name, ()))


def phones(edition: Edition) -> Table:
    """Telephones; numbers stand without a plus, which a spreadsheet would take for a sum."""
    at = "/phones/0"
    columns = (
        *OWNERS,
        Column("number", f"{at}/number", lambda owned: owned[3].number.lstrip("+")),
        Column("dialled", "dialled", lambda owned: owned[3].tel.lstrip("+")),
        Column("extension", f"{at}/extension", lambda owned: owned[3].extension),
        Column("kind", f"{at}/kind", lambda owned: owned[3].kind),
        Column("label", f"{at}/label", lambda owned: owned[3].label, free=True),
        Column("purpose", f"{at}/purpose", lambda owned: owned[3].purpose, free=True),
        Column("hours", f"{at}/hours", lambda owned: owned[3].hours, free=True),
    )
    return table("phones", columns, _owned(edition.catalogue, "phones"), foreign=_TO_OWNERS)


def schedules(edition: Edition) -> Table:
    """Hours, local time; a closing time before the opening time is on the next day."""
    at = "/services/x/schedules/0"
    columns = (
        *OWNERS,
        Column("byday", f"{at}/byday", lambda owned: ",".join(owned[3].byday)),
        Column("opens_at", f"{at}/opens_at", lambda owned: owned[3].opens_at.zfill(5)),
        Column("closes_at", f"{at}/closes_at", lambda owned: owned[3].closes_at.zfill(5)),
        Column("timezone", "timezone", lambda _: ZONE),
        Column("what", f"{at}/what", lambda owned: owned[3].what),
        Column("irregular", f"{at}/irregular", lambda owned: owned[3].irregular, free=True),
        Column("for", f"{at}/for", lambda owned: owned[3].for_, free=True),
        Column("note", f"{at}/note", lambda owned: owned[3].note, free=True),
        Column("valid_from", f"{at}/valid_from", lambda owned: owned[3].valid_from),
        Column("valid_to", f"{at}/valid_to", lambda owned: owned[3].valid_to),
    )
    return table("schedules", columns, _owned(edition.catalogue, "schedules"), foreign=_TO_OWNERS)


def sources(edition: Edition) -> Table:
    """Where each organization and service was read of."""
    at = "/services/x/sources/0"
    columns = (
        *OWNERS[::2],
        Column("publisher", f"{at}/publisher", lambda owned: owned[3].publisher, free=True),
        Column("url", f"{at}/url", lambda owned: owned[3].url),
        Column("url_incomplete", f"{at}/url_incomplete", lambda owned: owned[3].url_incomplete, "boolean"),
        Column("published", f"{at}/published", lambda owned: owned[3].published),
        Column("retrieved", f"{at}/retrieved", lambda owned: owned[3].retrieved),
        Column("fields", f"{at}/fields", lambda owned: owned[3].fields),
    )
    return table("sources", columns, _owned(edition.catalogue, "sources"), foreign=_TO_OWNERS[::2])


def service_locations(edition: Edition) -> Table:
    """Which service is given in which places."""
    columns = (
        Column("service_id", "service_id", lambda pair: pair[0].id),
        Column("location_id", "location_id", lambda pair: location_id(pair[0].organization, pair[1])),
    )
    pairs = ((service, place) for service in edition.catalogue.services for place in service.locations)
    keys = ("service_id", "location_id")
    return table("service_locations", columns, pairs, key=keys, foreign=(_TO_SERVICE, _TO_LOCATION))


def capacities(edition: Edition) -> Table:
    """How many places there are, never how many are free."""
    at = "/services/x/capacity/0"
    columns = (
        Column("service_id", "service_id", lambda pair: pair[0].id),
        Column(
            "location_id",
            "location_id",
            lambda pair: location_id(pair[0].organization, pair[1].location) if pair[1].location else None,
        ),
        Column("maximum", f"{at}/maximum", lambda pair: pair[1].maximum, "integer"),
        Column("unit", f"{at}/unit", lambda pair: pair[1].unit),
        Column("qualifier", f"{at}/qualifier", lambda pair: pair[1].qualifier),
        Column("for", f"{at}/for", lambda pair: pair[1].for_, free=True),
        Column("as_of", f"{at}/as_of", lambda pair: pair[1].as_of),
        Column("note", f"{at}/note", lambda pair: pair[1].note, free=True),
    )
    pairs = ((service, one) for service in edition.catalogue.services for one in service.capacity)
    return table("capacities", columns, pairs, foreign=(_TO_SERVICE, _TO_LOCATION))


def variants(edition: Edition) -> Table:
    """The same service under other rules for some people."""
    at = "/services/x/variants/0"
    columns = (
        Column("service_id", "service_id", lambda pair: pair[0].id),
        Column("for", f"{at}/for", lambda pair: pair[1].for_, free=True),
        Column("cost", f"{at}/cost/kind", lambda pair: pair[1].cost and pair[1].cost.kind),
        Column("cost_note", f"{at}/cost/note", lambda pair: pair[1].cost and pair[1].cost.note, free=True),
        Column("note", f"{at}/note", lambda pair: pair[1].note, free=True),
    )
    pairs = ((service, one) for service in edition.catalogue.services for one in service.variants)
    return table("variants", columns, pairs, foreign=(_TO_SERVICE,))
