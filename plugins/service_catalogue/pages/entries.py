"""The pages of the records: organizations, services, and the lists of all of them."""

from collections.abc import Iterator
from itertools import chain

from service_catalogue.model import Organization, Service
from service_catalogue.pages.contacts import calls, faxes
from service_catalogue.pages.correcting import is_private_first
from service_catalogue.pages.details import sheet, source_line
from service_catalogue.pages.listing import Group, View, counts, of_kinds
from service_catalogue.pages.page import NAMES_ON_A_PAGE, Page, Supply, in_parts, page_type, paged
from service_catalogue.words import organization_path, service_path, sort_key

_OTHERS = 5
"""So many other services of an organization are named on the page of one; its own page has all."""


@page_type("organizations")
def all_organizations(view: View) -> Iterator[Page]:
    """Organizations from A to Z."""
    ordered = sorted(view.catalogue.organizations, key=lambda organization: sort_key(organization.name))
    listed = [
        (organization, organization_path(organization), len(view.services_of(organization))) for organization in ordered
    ]
    numbers = {"by_kind": of_kinds([one.kind for one in ordered]), "counts": counts(view.services)}
    starts = range(0, max(1, len(listed)), NAMES_ON_A_PAGE)
    parts = [{"organizations": listed[start : start + NAMES_ON_A_PAGE], **numbers} for start in starts]
    yield from in_parts("/organizacje/", view.words.text("organizations.title"), parts)


@page_type("organization")
def organizations(view: View) -> Iterator[Page]:
    """A page for each organization."""
    for organization in view.catalogue.organizations:
        yield _organization(view, organization)


def _organization(view: View, organization: Organization) -> Page:
    services = view.services_of(organization)
    return Page(
        path=organization_path(organization),
        title=organization.name,
        about=organization,
        description=organization.description,
        context={
            "organization": organization,
            "cards": view.cards_of(services),
            "calls": calls(organization.phones, view.words),
            "faxes": faxes(organization.phones, view.words),
            "sources": tuple(source_line(source, view.words) for source in organization.sources),
            "edit": organization.id,
        },
    )


@page_type("services")
def all_services(view: View) -> Iterator[Page]:
    """The list of all services by area."""
    by_area = [
        Group(heading=link.name, path=link.path, cards=view.cards_of(view.by_term[link.term]))
        for link in map(view.link, view.catalogue.terms["areas"])
    ]
    yield from paged(
        "/uslugi/",
        view.words.text("services.title"),
        [group for group in by_area if group.cards],
        {"counts": counts(view.services)},
    )


@page_type("service", Supply.MAP, Supply.SMALL_MAP, Supply.PICTURE, Supply.LINKED_DATA, Supply.DATES)
def services(view: View) -> Iterator[Page]:
    """A page for each service."""
    for service in view.catalogue.services:
        yield _service(view, service)


def _service(view: View, service: Service) -> Page:
    others = [other for other in view.services_of(service.organization) if other is not service]
    return Page(
        path=service_path(service),
        title=f"{service.name} – {service.organization.name}",
        about=service,
        description=service.description,
        context={
            "service": service,
            "card": view.cards[service.id],
            "sheet": sheet(service, view.catalogue, view.words),
            "areas": [view.link(term) for term in service.support_areas],
            "types": [view.link(term) for term in service.service_types],
            "others": view.cards_of(others[:_OTHERS]),
            "more_others": len(others[_OTHERS:]),
            "alternatives": view.cards_of(_alternatives(view, service)),
            "edit": service.organization.id,
            "private_first": is_private_first(service),
        },
    )


def _alternatives(view: View, service: Service, most: int = 3) -> list[Service]:
    """Services of the same form elsewhere that whoever may come here may come to, those with a phone first."""
    found: dict[str, Service] = {}
    for other in chain.from_iterable(view.open_to_the_same(term, service) for term in service.service_types):
        if len(found) == most:
            break
        if other.organization.id != service.organization.id:
            found[other.id] = other
    return list(found.values())
