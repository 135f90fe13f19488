"""What the record of a protected service may not hold, and who may be asked where it is.

Cases: `tests/cases/safety`.
"""

from collections.abc import Iterator
from datetime import date

from service_catalogue.checks.parts import Part, places_of, services
from service_catalogue.model import REACHING, TELLING, Protection, is_confidential, is_listed, is_public
from service_catalogue.notation import is_complete, read_link
from service_catalogue.records import Data, Level, Problem, Record, Sources

FEW = 3
"""So few gminas around the city tell where a house is: each of them is a village or a small town."""
_ADDRESS = ("address_1", "postal_code", "latitude")


def protection(sources: Sources) -> Protection:
    """What is protected in these records."""
    return Protection(sources.vocabularies["service_types"].data if "service_types" in sources.vocabularies else {})


def protected_parts(sources: Sources) -> Iterator[Part]:
    """Every protected service."""
    known = protection(sources)
    return (service for service in services(sources) if known.is_protected(service.record.data, service.data))


def unreachable_confidential(sources: Sources, _today: date) -> Iterator[Problem]:
    """A protected service is listed only where one can ask for it."""
    for service in protected_parts(sources):
        if not is_listed(service.data):
            continue
        asked = [service.data, service.record.data, *(place.data for place in places_of(service))]
        if not any(_can_be_asked(part) for part in asked):
            yield service.record.problem(service.pointer, "safety.unreachable", at_key=True, value=service.id)
        elif not any(_can_be_called(part) for part in asked):
            yield service.record.problem(
                service.pointer, "safety.no-voice", at_key=True, level="warning", value=service.id
            )


def _can_be_asked(part: Data) -> bool:
    return bool(part.get("emails") or part.get("website")) or _can_be_called(part)


def _can_be_called(part: Data) -> bool:
    numbers = (phone.get("number", "") for phone in part.get("phones", ()) if phone.get("kind", "voice") in REACHING)
    return any(is_complete(number) for number in numbers)


def narrow_areas(sources: Sources, _today: date) -> Iterator[Problem]:
    """A protected service is for whole gminas, and nobody says whose house it is in."""
    home = sources.site.data.get("gmina") if sources.site else None
    for service in protected_parts(sources):
        gminas = service.data.get("service_area", {}).get("gminas", ())
        if home and 0 < len(gminas) < FEW and home not in gminas:
            yield service.record.problem((*service.pointer, "service_area", "gminas"), "safety.narrow-gminas")
        for code, (key, part) in {
            "safety.narrow-area": ("service_area", "districts"),
            "safety.premises": ("operators", "premises"),
        }.items():
            if service.data.get(key, {}).get(part):
                yield service.record.problem((*service.pointer, key, part), code)


def narrow_towns(sources: Sources, _today: date) -> Iterator[Problem]:
    """In a village everybody knows which house it is: only the city itself is large enough to hide in."""
    city = sources.site.data if sources.site else {}
    known = protection(sources)
    for record in sources.organizations.values():
        for id_ in sorted(known.protected_places(record.data)):
            place = record.data["locations"][id_]
            for key in ("city", "gmina"):
                if key in city and place.get(key, city[key]) != city[key]:
                    yield record.problem(("locations", id_, key), "safety.narrow-town", value=place[key])


def protected_addresses(sources: Sources, _today: date) -> Iterator[Problem]:
    """A form of service that is protected as a rule has no place unless its operator published the address."""
    known = protection(sources)
    for service in services(sources):
        policy = known.policy(service.data)
        for place in places_of(service) if policy else ():
            if is_confidential(place.data):
                continue
            if policy == "hidden":
                yield from _hidden(service, place)
            elif "address_public" not in place.data:
                yield from _told(service, place, _ADDRESS, "safety.ask-address")


def _hidden(service: Part, place: Part) -> Iterator[Problem]:
    if not is_public(place.data):
        yield from _told(service, place, TELLING, "safety.address")
    elif not _is_own_page(place.record, place.data["address_public"]["url"]):
        where = (*place.pointer, "address_public", "url")
        yield place.record.problem(where, "safety.address-elsewhere", service=service.id)


def _told(service: Part, place: Part, keys: tuple[str, ...], code: str) -> Iterator[Problem]:
    key = next((key for key in keys if key in place.data), None)
    if key:
        level: Level = "error" if code == "safety.address" else "warning"
        yield place.record.problem((*place.pointer, key), code, at_key=True, level=level, service=service.id)


def _is_own_page(record: Record, url: str) -> bool:
    """Whether a page is on a website of the organization, or of one of its services."""
    owners = (record.data, *record.data.get("services", {}).values())
    own = {_host(owner["website"]) for owner in owners if "website" in owner}
    return any(f".{_host(url)}".endswith(f".{host}") for host in own if host)


def _host(url: str) -> str:
    link = read_link(url)
    return link.host.removeprefix("www.") if link else ""
