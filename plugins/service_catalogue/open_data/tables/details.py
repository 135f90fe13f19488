"""What a record has several of, a row each: phones, hours, capacities, sources."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from service_catalogue.hours import ZONE
from service_catalogue.model import (
    Capacity,
    Catalogue,
    Location,
    Organization,
    Phone,
    Schedule,
    Service,
    Source,
    Variant,
)
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.tables.organizations import TO_ORGANIZATION, location_id
from service_catalogue.open_data.tables.shape import Column, Key, Table, table

Thing = TypeVar("Thing")
Thing_co = TypeVar("Thing_co", covariant=True)
Owner = Organization | Location | Service


@dataclass(frozen=True, slots=True)
class Owned(Generic[Thing_co]):
    """A phone, an hour or a source with the ids of what it belongs to."""

    organization: str
    location: str | None
    service: str | None
    thing: Thing_co


TO_SERVICE = Key(fields=("service_id",), table="services")
TO_LOCATION = Key(fields=("location_id",), table="locations")
TO_OWNERS = (TO_ORGANIZATION, TO_LOCATION, TO_SERVICE)


def _owned(catalogue: Catalogue, of: Callable[[Owner], Iterable[Thing]]) -> Iterator[Owned[Thing]]:
    """The things of each organization, then of its places, then of its services."""
    for one in catalogue.organizations:
        yield from (Owned(one.id, None, None, thing) for thing in of(one))
        for place in one.locations:
            yield from (Owned(one.id, location_id(one, place), None, thing) for thing in of(place))
        for service in catalogue.services_of[one.id]:
            yield from (Owned(one.id, None, service.id, thing) for thing in of(service))


OWNERS: tuple[Column[Owned[object]], ...] = (
    Column("organization_id", "organization_id", lambda owned: owned.organization),
    Column("location_id", "location_id", lambda owned: owned.location),
    Column("service_id", "service_id", lambda owned: owned.service),
)


def phones(edition: Edition) -> Table:
    """Telephones; numbers stand without a plus, which a spreadsheet would take for a sum."""
    at = "/phones/0"
    columns: tuple[Column[Owned[Phone]], ...] = (
        *OWNERS,
        Column("number", f"{at}/number", lambda owned: owned.thing.number.lstrip("+")),
        Column("dialled", "dialled", lambda owned: owned.thing.dialled.lstrip("+")),
        Column("extension", f"{at}/extension", lambda owned: owned.thing.extension),
        Column("kind", f"{at}/kind", lambda owned: owned.thing.kind),
        Column("label", f"{at}/label", lambda owned: owned.thing.label),
        Column("purpose", f"{at}/purpose", lambda owned: owned.thing.purpose),
        Column("hours", f"{at}/hours", lambda owned: owned.thing.hours),
    )
    return table(
        "phones",
        columns,
        _owned(edition.catalogue, lambda owner: owner.phones),
        foreign=TO_OWNERS,
    )


def schedules(edition: Edition) -> Table:
    """Hours, local time; a closing time before the opening time is on the next day."""
    at = "/services/x/schedules/0"
    columns: tuple[Column[Owned[Schedule]], ...] = (
        *OWNERS,
        Column("byday", f"{at}/byday", lambda owned: ",".join(owned.thing.byday)),
        Column("opens_at", f"{at}/opens_at", lambda owned: owned.thing.opens_at.padded),
        Column("closes_at", f"{at}/closes_at", lambda owned: owned.thing.closes_at.padded),
        Column("timezone", "timezone", lambda _: ZONE),
        Column("what", f"{at}/what", lambda owned: owned.thing.what),
        Column("irregular", f"{at}/irregular", lambda owned: owned.thing.irregular),
        Column("for", f"{at}/for", lambda owned: owned.thing.for_),
        Column("note", f"{at}/note", lambda owned: owned.thing.note),
        Column("valid_from", f"{at}/valid_from", lambda owned: owned.thing.valid_from),
        Column("valid_to", f"{at}/valid_to", lambda owned: owned.thing.valid_to),
    )
    return table("schedules", columns, _owned(edition.catalogue, _schedules), foreign=TO_OWNERS)


def _schedules(owner: Owner) -> tuple[Schedule, ...]:
    return () if isinstance(owner, Organization) else owner.schedules


def sources(edition: Edition) -> Table:
    """Where each organization and service was read of."""
    at = "/services/x/sources/0"
    columns: tuple[Column[Owned[Source]], ...] = (
        *OWNERS[::2],
        Column("publisher", f"{at}/publisher", lambda owned: owned.thing.publisher),
        Column("url", f"{at}/url", lambda owned: owned.thing.url),
        Column("copy_url", f"{at}/copy_url", lambda owned: owned.thing.copy_url),
        Column("url_incomplete", f"{at}/url_incomplete", lambda owned: owned.thing.url_incomplete, kind="boolean"),
        Column("published", f"{at}/published", lambda owned: owned.thing.published),
        Column("updated", f"{at}/updated", lambda owned: owned.thing.updated),
        Column("undated", f"{at}/undated", lambda owned: owned.thing.undated, kind="boolean"),
        Column("retrieved", f"{at}/retrieved", lambda owned: owned.thing.retrieved),
        Column("fields", f"{at}/fields", lambda owned: owned.thing.fields),
        Column("processed_by", "processed_by", lambda _: edition.catalogue.site.name),
    )
    return table("sources", columns, _owned(edition.catalogue, _sources), foreign=(TO_ORGANIZATION, TO_SERVICE))


def _sources(owner: Owner) -> tuple[Source, ...]:
    return () if isinstance(owner, Location) else owner.sources


def service_locations(edition: Edition) -> Table:
    """Which service is given in which places."""
    columns: tuple[Column[tuple[Service, Location]], ...] = (
        Column("service_id", "service_id", lambda pair: pair[0].id),
        Column("location_id", "location_id", lambda pair: location_id(pair[0].organization, pair[1])),
    )
    pairs = ((service, place) for service in edition.catalogue.services for place in service.locations)
    keys = ("service_id", "location_id")
    return table("service_locations", columns, pairs, key=keys, foreign=(TO_SERVICE, TO_LOCATION))


def capacities(edition: Edition) -> Table:
    """How many places there are, never how many are free."""
    at = "/services/x/capacity/0"
    columns: tuple[Column[tuple[Service, Capacity]], ...] = (
        Column("service_id", "service_id", lambda pair: pair[0].id),
        Column(
            "location_id",
            "location_id",
            lambda pair: location_id(pair[0].organization, pair[1].location) if pair[1].location else None,
        ),
        Column("maximum", f"{at}/maximum", lambda pair: pair[1].maximum, kind="integer"),
        Column("unit", f"{at}/unit", lambda pair: pair[1].unit),
        Column("qualifier", f"{at}/qualifier", lambda pair: pair[1].qualifier),
        Column("for", f"{at}/for", lambda pair: pair[1].for_),
        Column("as_of", f"{at}/as_of", lambda pair: pair[1].as_of),
        Column("note", f"{at}/note", lambda pair: pair[1].note),
    )
    pairs = ((service, one) for service in edition.catalogue.services for one in service.capacity)
    return table("capacities", columns, pairs, foreign=(TO_SERVICE, TO_LOCATION))


def variants(edition: Edition) -> Table:
    """The same service under other rules for some people."""
    at = "/services/x/variants/0"
    columns: tuple[Column[tuple[Service, Variant]], ...] = (
        Column("service_id", "service_id", lambda pair: pair[0].id),
        Column("for", f"{at}/for", lambda pair: pair[1].for_),
        Column("cost", f"{at}/cost/kind", lambda pair: pair[1].cost and pair[1].cost.kind),
        Column("cost_note", f"{at}/cost/note", lambda pair: pair[1].cost and pair[1].cost.note),
        Column("note", f"{at}/note", lambda pair: pair[1].note),
    )
    pairs = ((service, one) for service in edition.catalogue.services for one in service.variants)
    return table("variants", columns, pairs, foreign=(TO_SERVICE,))
