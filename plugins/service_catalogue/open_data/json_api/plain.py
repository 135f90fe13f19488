"""Frozen values → plain data for JSON: what is not known is left out, terms become their codes."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from service_catalogue.hours import Clock
from service_catalogue.model import Catalogue, HelpLine, Organization, Phone, Service, TaxonomyTerm

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Plain = dict[str, object]
"""Plain data by the names of its members."""


def plain(value: object) -> object:
    """A value of the model as mappings, lists, text and numbers."""
    if isinstance(value, TaxonomyTerm):
        return value.code
    if isinstance(value, Clock):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return _members(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


DIALLED: Mapping[type, tuple[str, ...]] = {Phone: ("dialled",), HelpLine: ("dialled", "tel")}
"""Under which names a number is also published as a telephone dials it."""


def _members(value: "DataclassInstance") -> Plain:
    """The attributes that say something: those that differ from what they are when nothing is known."""
    shown: Plain = {}
    for attribute, name, unknown in _attributes(type(value)):
        member = getattr(value, attribute)
        if member is not None and member != unknown:
            shown[name] = member if isinstance(member, str) else plain(member)
        if name == "number" and isinstance(value, Phone | HelpLine) and value.number:
            shown |= dict.fromkeys(DIALLED[type(value)], value.dialled)
    return shown


@cache
def _attributes(kind: "type[DataclassInstance]") -> tuple[tuple[str, str, object], ...]:
    """The attributes of a kind of value, their published names, and what they are when nothing is known."""
    return tuple((part.name, part.name.rstrip("_"), part.default) for part in fields(kind))


def plain_term(term: TaxonomyTerm) -> Plain:
    """A term of a vocabulary with all that is known of it."""
    members = _members(term)
    del members["vocabulary"]
    return members


def plain_service(service: Service, catalogue: Catalogue) -> Plain:
    """A service with its organization's id and how sure we are of it; its places in full."""
    members = _members(service)
    del members["organization"]
    state = catalogue.trust_in(service).level
    first = {"id": service.id, "organization_id": service.organization.id, "name": service.name, "state": state}
    return first | members


def plain_organization(organization: Organization, catalogue: Catalogue) -> Plain:
    """An organization with the ids of its listed services."""
    return _members(organization) | {"services": [service.id for service in catalogue.services_of[organization.id]]}


def plain_help_line(line: HelpLine) -> Plain:
    """A help line as it may be shown."""
    return _members(line)
