"""Services in the words of schema.org, for search engines and for linking with other data."""

import json
from collections.abc import Iterator

from service_catalogue.hours import MIDNIGHT
from service_catalogue.model import (
    HolidayHours,
    Location,
    Organization,
    Schedule,
    Service,
    Source,
    holiday_hours,
    hours_for_all,
)
from service_catalogue.notation import html_safe
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, data_file
from service_catalogue.words import organization_path, service_path

Thing = dict[str, object]

CONTEXT = {
    "@vocab": "https://schema.org/",
    "@language": "pl",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "pav": "http://purl.org/pav/",
    **{name: {"@type": "@id"} for name in ("sameAs", "url", "dayOfWeek")},
    **{name: {"@language": None} for name in ("telephone", "email", "postalCode", "value", "propertyID")},
    **{name: {"@type": "xsd:date"} for name in ("validFrom", "validThrough")},
    **{name: {"@type": "xsd:time"} for name in ("opens", "closes")},
}
"""What the words mean: nothing has to be fetched to read the data."""

_KINDS = {"ngo": "NGO", "public-body": "GovernmentOrganization"}
_DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}


def files(edition: Edition) -> Iterator[File]:
    """`services.jsonld`: every listed service, one to a line."""
    rows = ",\n".join(json.dumps(as_thing(one, edition), ensure_ascii=False) for one in edition.catalogue.services)
    content = f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": [\n{rows}\n]}}\n'.encode()
    yield data_file("services.jsonld", "jsonld", content)


def script_block(service: Service, edition: Edition) -> str:
    """One service as a block of data that is harmless inside HTML."""
    return html_safe(json.dumps({"@context": CONTEXT, **as_thing(service, edition)}, ensure_ascii=False))


def as_thing(service: Service, edition: Edition) -> Thing:
    """A service with who provides it, where one gets it and when."""
    address = edition.site_url + service_path(service)
    known = edition.catalogue.trust_in(service)
    special = [
        hours for one in holiday_hours(service, known, edition.catalogue.today) for hours in _hours_of_holiday(one)
    ]
    return _thing(
        {
            "@id": f"{address}#service",
            "@type": "Service",
            "identifier": service.id,
            "name": service.name,
            "alternateName": list(service.aliases),
            "description": service.description,
            "url": address,
            "provider": _provider(service.organization, edition),
            "serviceType": [term.name.pl for term in service.service_types],
            "audience": [{"@type": "Audience", "audienceType": term.name.pl} for term in service.audiences],
            "areaServed": _areas(service),
            "isAccessibleForFree": {"free": True, "paid": False}.get(service.cost.kind) if service.cost else None,
            "hoursAvailable": [*(_hours(slot) for slot in hours_for_all(service, known)), *special],
            "availableChannel": list(_channels(service, special)),
            "subjectOf": [_source(source, edition) for source in service.sources],
        }
    )


def _source(source: Source, edition: Edition) -> Thing:
    """Where the service was read of: who published that and when, when it was read, and who processed it."""
    return _thing(
        {
            "@type": "WebPage" if source.url else "CreativeWork",
            "url": source.url,
            "archivedAt": source.copy_url,
            "publisher": {"@type": "Organization", "name": source.publisher},
            "datePublished": source.published,
            "dateModified": source.updated,
            "pav:retrievedOn": source.retrieved,
            "usageInfo": edition.attribution,
        }
    )


def _provider(one: Organization, edition: Edition) -> Thing:
    address = edition.site_url + organization_path(one)
    numbers = one.organization_identifiers
    registers = (("KRS", numbers.krs), ("NIP", numbers.nip), ("REGON", numbers.regon))
    return _thing(
        {
            "@id": f"{address}#organization",
            "@type": _KINDS.get(one.kind, "Organization"),
            "name": one.name,
            "url": address,
            "sameAs": [*one.same_as, *([one.website] if one.website else [])],
            "identifier": [_number(name, value) for name, value in registers if value],
        }
    )


def _number(register: str, value: str) -> Thing:
    return {"@type": "PropertyValue", "propertyID": register, "value": value}


def _areas(service: Service) -> list[Thing]:
    """Districts and gminas it is for; a gmina with its code in TERYT."""
    area = service.service_area
    terms = (*area.districts, *area.gminas) if area else ()
    return [
        _thing(
            {
                "@type": "AdministrativeArea",
                "name": term.name.pl,
                "identifier": _number("TERYT", term.terc) if term.terc else None,
            }
        )
        for term in terms
    ]


def _hours(slot: Schedule) -> Thing:
    return _thing(
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [f"https://schema.org/{_DAYS[day]}" for day in slot.byday],
            "opens": slot.opens_at.in_day,
            "closes": slot.closes_at.in_day,
            "validFrom": slot.valid_from if slot.valid_from and len(slot.valid_from) == 10 else None,
            "validThrough": slot.valid_to if slot.valid_to and len(slot.valid_to) == 10 else None,
        }
    )


def _hours_of_holiday(one: HolidayHours) -> Iterator[Thing]:
    """What holds on one day alone; from midnight to midnight is how schema.org says that it is closed."""
    day = one.day.isoformat()
    for opens, closes in [(slot.opens_at, slot.closes_at) for slot in one.slots] or [(MIDNIGHT, MIDNIGHT)]:
        yield {
            "@type": "OpeningHoursSpecification",
            "opens": opens.in_day,
            "closes": closes.in_day,
            "validFrom": day,
            "validThrough": day,
        }


def _channels(service: Service, special: list[Thing]) -> Iterator[Thing]:
    """By voice, by message, and at each place that may be told, with the hours of its holidays."""
    languages = [term.code for term in service.languages]
    written = tuple(phone for phone in service.contact_phones() if phone.takes_texts)
    for name, phones in (("servicePhone", service.callable_phones()), ("serviceSmsNumber", written)):
        if phones:
            contact = [{"@type": "ContactPoint", "telephone": phone.dialled} for phone in phones]
            yield _thing({"@type": "ServiceChannel", name: contact, "availableLanguage": languages})
    for place in service.locations:
        if place.address_1 and not place.confidential:
            yield {"@type": "ServiceChannel", "serviceLocation": _place(place, special)}


def _place(place: Location, special: list[Thing]) -> Thing:
    address: Thing = {
        "@type": "PostalAddress",
        "streetAddress": place.address_1,
        "postalCode": place.postal_code,
        "addressLocality": place.city,
        "addressCountry": "PL",
    }
    exact = place.position is not None and place.position.precision == "building"
    point = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return _thing(
        {
            "@type": "Place",
            "name": place.name,
            "address": _thing(address),
            "geo": point if exact else None,
            "specialOpeningHoursSpecification": special,
        }
    )


def _thing(members: Thing) -> Thing:
    """The members that say something."""
    return {name: value for name, value in members.items() if value not in (None, [], "")}
