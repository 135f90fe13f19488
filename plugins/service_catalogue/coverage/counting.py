"""Counts what is in the catalogue: which services there are where, and how many places of each kind they have.

Counted is what is told and still runs as far as is known; what is only planned, has ended or is withheld never is. A
service with a protected place is in no count of a district, however small or large the count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service_catalogue.model import Capacity, Catalogue, Service, TaxonomyTerm, needs_no_referral

UKRAINIAN = "uk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """How many places of one unit some services say they have, and how old that is.

    `oldest` and `newest` are the dates of what is dated; `undated` and `about` say of how many statements it is not
    known when they held, and how many are no exact number.
    """

    unit: str
    number: int
    services: int
    about: int
    undated: int
    oldest: str | None
    newest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many of some services there are in all, and how many have each of the properties that count."""

    services: int
    ngo: int
    public: int
    free: int
    cost_unknown: int
    no_referral: int
    way_in_unknown: int
    step_free: int
    step_free_unknown: int
    ukrainian: int
    confirmed: int
    places: tuple[Places, ...]
    free_places: tuple[Places, ...]
    without_places: int
    """Of how many services it is not known how many places they have."""


Stated = tuple[Service, Capacity]
MEASURES = (
    *("services", "ngo", "public", "free", "cost_unknown", "no_referral", "way_in_unknown", "step_free"),
    *("step_free_unknown", "ukrainian", "confirmed", "without_places"),
)
"""The numbers of services in a tally, in the order in which they are published."""


def counted(catalogue: Catalogue) -> tuple[Service, ...]:
    """The services that are counted."""
    return tuple(service for service in catalogue.running if service.status != "planned")


def tally(services: Iterable[Service], stated: Iterable[Stated], catalogue: Catalogue) -> Tally:
    """Counts some services, and the places that are stated of them."""
    found, given = tuple(services), tuple(stated)
    with_places = {service.id for service, _ in given}
    return Tally(
        services=len(found),
        ngo=sum(one.organization.is_ngo for one in found),
        public=sum(one.organization.is_public for one in found),
        free=sum(map(is_free, found)),
        cost_unknown=sum(one.cost is None or one.cost.kind == "unknown" for one in found),
        no_referral=sum(needs_no_referral(one) for one in found),
        way_in_unknown=sum(not _ways(one) for one in found),
        step_free=sum(_step_free(one) is True for one in found),
        step_free_unknown=sum(_step_free(one) is None for one in found),
        ukrainian=sum(any(term.code == UKRAINIAN for term in one.languages) for one in found),
        confirmed=sum(catalogue.trust_in(one).level == "confirmed" for one in found),
        places=places(given),
        free_places=places(pair for pair in given if is_free(pair[0])),
        without_places=sum(one.id not in with_places for one in found),
    )


def is_free(service: Service) -> bool:
    """Whether it is known to cost nothing."""
    return service.cost is not None and service.cost.kind == "free"


def _ways(service: Service) -> tuple[str, ...]:
    return service.access.how if service.access else ()


def _step_free(service: Service) -> bool | None:
    """Whether one of its places has no steps; None where nobody said so of any."""
    told = [place.accessibility.step_free for place in service.locations if place.accessibility]
    return True if True in told else False if False in told else None


def places(stated: Iterable[Stated]) -> tuple[Places, ...]:
    """Numbers of places, by unit: beds, meals and people are never added."""
    by_unit: dict[str, list[Stated]] = {}
    for pair in stated:
        by_unit.setdefault(pair[1].unit, []).append(pair)
    return tuple(_places(unit, by_unit[unit]) for unit in sorted(by_unit))


def _places(unit: str, stated: list[Stated]) -> Places:
    dates = sorted(one.as_of for _, one in stated if one.as_of)
    return Places(
        unit=unit,
        number=sum(one.maximum for _, one in stated),
        services=len({service.id for service, _ in stated}),
        about=sum(one.qualifier is not None for _, one in stated),
        undated=len(stated) - len(dates),
        oldest=dates[0] if dates else None,
        newest=dates[-1] if dates else None,
    )


def all_stated(services: Iterable[Service]) -> list[Stated]:
    """Every number of places with its service."""
    return [(service, one) for service in services for one in service.capacity]


def stated_in(services: Iterable[Service], districts: frozenset[TaxonomyTerm]) -> list[Stated]:
    """The numbers of places that are known to be in some districts: of a place there, or of a service wholly there."""
    pairs = ((service, one, districts_of(service, one)) for service, one in all_stated(services))
    return [(service, one) for service, one, where in pairs if where and where <= districts]


def districts_of(service: Service, one: Capacity) -> frozenset[TaxonomyTerm]:
    """The districts that hold all these places; none where that is not known or must not be told."""
    at = [place.district for place in service.locations if one.location in (None, place.id)]
    known = frozenset(district for district in at if district)
    return frozenset() if service.confidential or not all(at) else known


def comes_to_people(service: Service) -> bool:
    """Whether it is in no district because it comes, calls or writes to people wherever they are."""
    return service.comes_to_people and not (service.districts or service.confidential)


def by_district(services: Iterable[Service]) -> Mapping[TaxonomyTerm, list[Service]]:
    """The services of each district that have no protected place."""
    found: dict[TaxonomyTerm, list[Service]] = {}
    for service in services:
        for district in () if service.confidential else service.districts:
            found.setdefault(district, []).append(service)
    return found
