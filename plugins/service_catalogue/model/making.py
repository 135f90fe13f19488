"""Checked plain data → the frozen catalogue.

What only editors may see (notes, conflicts, confidence, withheld services) has no attribute, and so no way into any
output.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from service_catalogue.geography import NO_MAP, Geography
from service_catalogue.hours import parse_hours
from service_catalogue.model.catalogue import Catalogue
from service_catalogue.model.chains import chain
from service_catalogue.model.districts import with_districts
from service_catalogue.model.facts import Schedule
from service_catalogue.model.former_ids import moved, redirects
from service_catalogue.model.organizations import Organization
from service_catalogue.model.protection import NOWHERE, Protection, bare, with_own_places, without_place
from service_catalogue.model.publication import Plain, is_listed, listed, withheld
from service_catalogue.model.services import Service
from service_catalogue.model.settings import Site
from service_catalogue.model.terms import TaxonomyTerm
from service_catalogue.model.urgent import HelpLine, UrgentNeed
from service_catalogue.model.values import Lookup, value_of
from service_catalogue.records import OF_TERMS


def build(
    organizations: Mapping[str, Plain],
    vocabularies: Mapping[str, Mapping[str, Plain]],
    site: Plain,
    today: date,
    geography: Geography = NO_MAP,
) -> Catalogue:
    """Checked plain data → the catalogue of a day; what may not be published is left behind.

    A place whose district nobody wrote is given the one in which its point surely lies.
    """
    terms = {name: tuple(_term(name, code, data) for code, data in vocabularies[name].items()) for name in OF_TERMS}
    lookup: Lookup = {(term.vocabulary, term.code): term for group in terms.values() for term in group}
    organizations = dict(sorted(organizations.items()))
    protection = Protection(vocabularies["service_types"])
    city = _settings(site, lookup, terms["service_types"])
    located = {id_: with_districts(data, geography, city.gmina) for id_, data in organizations.items()}
    built = [_organization(id_, data, lookup, protection) for id_, data in located.items()]
    names = {one.id: one.name for one, services in built if services}
    names |= {one.id: one.name for _, services in built for one in services}
    return Catalogue(
        site=city,
        today=today,
        geography=geography,
        terms=terms,
        organizations=tuple(organization for organization, services in built if services),
        services=tuple(service for _, services in built for service in services),
        help_lines=_help_lines(vocabularies["help_lines"], lookup),
        urgent_needs=_urgent_needs(vocabularies.get("urgent_needs", {}), lookup),
        withheld=_withheld(organizations.values()),
        moved=moved(organizations, names),
        redirects=redirects(organizations, names),
    )


def _term(vocabulary: str, code: str, data: Plain) -> TaxonomyTerm:
    name = data["name"] if isinstance(data["name"], Mapping) else {"pl": data["name"]}
    return value_of(TaxonomyTerm, {**data, "name": name, "code": code, "vocabulary": vocabulary}, {})


def _settings(plain: Plain, lookup: Lookup, forms: tuple[TaxonomyTerm, ...]) -> Site:
    """The settings of a city; a group of forms that it names for winter stands for every form below it."""
    made = value_of(Site, plain, lookup)
    winter = made.trust.winter
    if winter is None:
        return made
    chosen = {term.code for term in winter.service_types}
    broader = {term.code: term.broader for term in forms}
    below = tuple(term for term in forms if not chosen.isdisjoint(chain(term.code, broader)))
    return replace(made, trust=replace(made.trust, winter=replace(winter, service_types=below)))


def _help_lines(plain: Mapping[str, Plain], lookup: Lookup) -> tuple[HelpLine, ...]:
    """The numbers that are shown, in order; the checks have seen that each is backed."""
    shown = ({**data, "id": code} for code, data in plain.items() if is_listed(data))
    return tuple(sorted((value_of(HelpLine, data, lookup) for data in shown), key=lambda line: line.rank))


def _urgent_needs(plain: Mapping[str, Plain], lookup: Lookup) -> tuple[UrgentNeed, ...]:
    made = (value_of(UrgentNeed, {**data, "id": code}, lookup) for code, data in plain.items())
    return tuple(sorted(made, key=lambda need: need.rank))


def _organization(id_: str, data: Plain, lookup: Lookup, protection: Protection) -> tuple[Organization, list[Service]]:
    told = {slug: _told(service, data, protection) for slug, service in listed(data).items()}
    used = {code for service in told.values() for code in service.get("locations", ())}
    places = {code: place for code, place in _places(data, protection).items() if code in used}
    organization = value_of(Organization, {**data, "id": id_, "locations": list(places.values())}, lookup)
    by_code = dict(zip(places, organization.locations, strict=True))
    services = []
    for slug, service in told.items():
        located = tuple(by_code[code] for code in service.get("locations", ()))
        parts = {**_with_schedules(service), "id": f"{id_}/{slug}", "organization": organization, "locations": located}
        services.append(value_of(Service, parts, lookup))
    return organization, services


def _told(service: Plain, data: Plain, protection: Protection) -> Plain:
    """A service as readers may have it: one that is protected without where it is, and with a place of its own."""
    places, protected = data.get("locations", {}), protection.protected_places(data)
    if not protection.is_protected(data, service):
        return with_own_places(service, places.keys() - protected)
    kept = without_place(service, places, protected)
    return kept if kept.get("locations") else {**kept, "locations": [NOWHERE]}


def _places(data: Plain, protection: Protection) -> Mapping[str, Plain]:
    """The places of a record by their code, the protected ones bare, and one for services that have none."""
    protected = protection.protected_places(data)
    found = data.get("locations", {})
    places = {
        code: bare(code, place, number) if code in protected else {**place, "id": code}
        for number, (code, place) in enumerate(found.items(), 1)
    }
    return {code: _with_schedules(place) for code, place in {NOWHERE: bare(NOWHERE, {}, 0), **places}.items()}


def _with_schedules(data: Plain) -> Plain:
    """Typed hours as schedules: the two ways of writing them are the same from here on."""
    if "hours" not in data:
        return data
    slots = parse_hours(data["hours"]) or ()
    return {
        **data,
        "schedules": [Schedule(byday=slot.byday, opens_at=slot.opens_at, closes_at=slot.closes_at) for slot in slots],
    }


def _withheld(organizations: Iterable[Plain]) -> tuple[tuple[str, int], ...]:
    """How many services are withheld for each reason."""
    reasons = [
        service["withheld_reason"] for organization in organizations for service in withheld(organization).values()
    ]
    return tuple((reason, reasons.count(reason)) for reason in sorted(set(reasons)))
