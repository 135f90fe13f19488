"""Whether a service in plain data is told: the one place that knows the values of `publication`."""

from collections.abc import Mapping
from typing import Any

Plain = Mapping[str, Any]
PUBLICATION = "publication"
"""The field of a record that says whether it is told."""


def is_listed(service: object) -> bool:
    """Whether a service is in the catalogue for readers; what has not the shape of one is not."""
    return isinstance(service, Mapping) and service.get(PUBLICATION) == "listed"


def is_withheld(service: Plain) -> bool:
    """Whether a service is kept from readers, for a reason that its record gives."""
    return bool(service.get(PUBLICATION) == "withheld")


def for_readers() -> dict[str, str]:
    """The fields of a new service that readers are told of."""
    return {PUBLICATION: "listed"}


def withheld_for(reason: str) -> Plain:
    """The fields of a record that is kept from readers for a reason."""
    return {PUBLICATION: "withheld", "withheld_reason": reason}


def listed(organization: Plain) -> Mapping[str, Plain]:
    """The services of a record that are in the catalogue for readers, by the last part of their id."""
    return {slug: service for slug, service in services_of(organization).items() if is_listed(service)}


def withheld(organization: Plain) -> Mapping[str, Plain]:
    """The services of a record that are kept from readers, by the last part of their id."""
    return {slug: service for slug, service in services_of(organization).items() if is_withheld(service)}


def services_of(organization: Plain) -> Plain:
    """The services of a record by the last part of their id; in an old version of it anything may stand there."""
    services = organization.get("services", {})
    return services if isinstance(services, Mapping) else {}
