"""What would put people in danger or tell of a private person if it were in a public file.

Cases: `tests/cases/safety`.
"""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from service_catalogue.checks.parts import Part, places_of, services
from service_catalogue.model import is_listed
from service_catalogue.notation import folded, has_account, has_pesel, is_complete, read_link
from service_catalogue.records import Data, Level, Pointer, Problem, Record, Sources, texts

_CAPITAL = "[A-ZĄĆĘŁŃÓŚŹŻ]"
_STREET = re.compile(
    rf"(?<![\w.])(?:(?i:ul)\.|(?:[Aa]l|[Oo]s|[Pp]l|AL|OS|PL)\.(?=\s*(?:\w{{1,5}}\.\s*)?(?:{_CAPITAL}|\d)))\s*\w"
    rf"|\b(?:[Uu]lic[aęyą]|[Aa]lej[aię]|[Aa]lei|[Oo]siedl[eau]|[Pp]lac(?:u|em)?)\s+{_CAPITAL}\w+"
    rf"|\b(?i:ulica|ulicy|aleja|osiedle|plac)\s+\w+\s+\d"
    rf"|\b(?!Umow|Ustaw|Spraw|Stron|Godzin){_CAPITAL}\w+(?:[nw]a|[sc]ka|[nw]ej|iej|ego|ów|ich|ych)\s+\d{{1,3}}[a-zA-Z]?\b"
    rf"|\b(?:[Pp]rzy|[Pp]od|[Nn]a)\s+{_CAPITAL}\w+(?:\s+{_CAPITAL}\w+)?\s+\d{{1,3}}[a-zA-Z]?\b"
    r"|\b\d{2}-\d{3}\b(?=\s*[A-ZŁŚŻ])"
    r"|(?i:\bвул(?:\.|иц)|\bпросп(?:\.|ект)|\bпл(?:\.|ощ))\s*\w"
    rf"|\b{_CAPITAL}\w+ (?:Street|St\.|Avenue|Ave\.|Road|Square)(?!\w)"
    r"|\b(?:49|5[0-4])[.,]\d{3,}\D{1,5}(?:1[4-9]|2[0-4])[.,]\d{3,}"
)
"""What looks like a street, an estate, a postal code with its town, or the coordinates of a place in Poland."""
_STREET_IN_ADDRESS = re.compile(r"(?:^|[-_/=.+ ])(?:ul|al|os|pl|ulica|aleja|osiedle|plac)[-_+ .]+[a-z]{3,}")
_JOINERS = re.compile("[\u200c\u200d]")
"""What joins letters unseen: an emoji needs it, a street does not."""
_MAP = re.compile(
    r"(?:maps?|mapy)\.|(?:^|\.)goo\.gl$|(?:^|\.)(?:openstreetmap\.org|osm\.org|waze\.com|what3words\.com|w3w\.co|plus\.codes)$"
    r"|(?:^|\.)(?:targeo|jakdojade)\.pl$"
)
"""Hosts whose pages show one spot."""
_POLICY: dict[str, tuple[str, Level]] = {
    "hidden": ("safety.address", "error"),
    "ask": ("safety.ask-address", "warning"),
}
_ADDRESS = ("address_1", "postal_code", "latitude")


def unreachable_confidential(sources: Sources, _today: date) -> Iterator[Problem]:
    """A service with a confidential place is listed only where one can ask for it."""
    for service in services(sources):
        if not is_listed(service.data) or not _is_confidential(service):
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
    numbers = (phone.get("number", "") for phone in part.get("phones", ()) if phone.get("kind") != "fax")
    return any(is_complete(number) for number in numbers)


def _is_confidential(service: Part) -> bool:
    return any(place.data.get("confidential") is True for place in places_of(service))


def told_addresses(sources: Sources, _today: date) -> Iterator[Problem]:
    """The address of a confidential place is in none of the texts about it, also not in links and notes."""
    for record in sources.organizations.values():
        for pointer, text in _confidential_texts(record):
            found = _street(text)
            if found:
                yield record.problem(pointer, "safety.told-address")
        for pointer in _confidential_keys(record):
            if _STREET_IN_ADDRESS.search(f"{pointer[-1]}"):
                yield record.problem(pointer, "safety.told-address", at_key=True)


def _street(text: str) -> bool:
    if not re.match(r"https?://", text):
        return _STREET.search(_JOINERS.sub("", text)) is not None
    link = read_link(text)
    if link is None:
        return _STREET_IN_ADDRESS.search(folded(unquote(text))) is not None
    told = folded(unquote(f"{link.path}?{link.query}#{link.fragment}"))
    on_map = _MAP.search(link.host) or ("google" in link.host and told.startswith("/maps"))
    return bool(on_map) or _STREET_IN_ADDRESS.search(told) is not None


def _confidential_services(record: Record) -> list[Part]:
    found = (Part(record, ("services", slug), data) for slug, data in record.data.get("services", {}).items())
    return [service for service in found if _is_confidential(service)]


def _confidential_keys(record: Record) -> Iterator[Pointer]:
    yield from (service.pointer for service in _confidential_services(record))
    for id_, place in record.data.get("locations", {}).items():
        if place.get("confidential") is True:
            yield "locations", id_


def _confidential_texts(record: Record) -> Iterator[tuple[Pointer, str]]:
    """The texts of confidential services and places; of the whole record where it has no other place."""
    found = record.data.get("locations", {})
    if found and all(place.get("confidential") is True for place in found.values()):
        yield from texts(record.data, ())
        return
    for service in _confidential_services(record):
        yield from texts(service.data, service.pointer)
    for id_, place in found.items():
        if place.get("confidential") is True:
            yield from texts(place, ("locations", id_))


def narrow_areas(sources: Sources, _today: date) -> Iterator[Problem]:
    """A confidential service is for whole gminas: the list of one district would give it away."""
    for service in services(sources):
        area = service.data.get("service_area", {})
        if _is_confidential(service) and area.get("districts"):
            yield service.record.problem((*service.pointer, "service_area", "districts"), "safety.narrow-area")


def narrow_towns(sources: Sources, _today: date) -> Iterator[Problem]:
    """In a village everybody knows which house it is: only the city itself is large enough to hide in."""
    city = sources.site.data if sources.site else {}
    for record in sources.organizations.values():
        for id_, place in record.data.get("locations", {}).items():
            for key in ("city", "gmina") if place.get("confidential") is True else ():
                if key in city and place.get(key, city[key]) != city[key]:
                    yield record.problem(("locations", id_, key), "safety.narrow-town", value=place[key])


def protected_addresses(sources: Sources, _today: date) -> Iterator[Problem]:
    """A form of service that is protected as a rule has no address unless somebody says why it may."""
    terms = sources.vocabularies["service_types"].data if "service_types" in sources.vocabularies else {}
    for service in services(sources):
        policies = {terms.get(code, {}).get("address_policy") for code in service.data.get("service_types", ())}
        policy = next((policy for policy in ("hidden", "ask") if policy in policies), None)
        for place in places_of(service) if policy else ():
            key = next((key for key in _ADDRESS if key in place.data), None)
            if key and policy and "address_public" not in place.data:
                code, level = _POLICY[policy]
                yield place.record.problem((*place.pointer, key), code, at_key=True, level=level, service=service.id)


def personal_numbers(sources: Sources, _today: date) -> Iterator[Problem]:
    """No PESEL number is in any file."""
    for record, pointer, text in sources.texts:
        if has_pesel(text):
            yield record.problem(pointer, "safety.pesel")


def bank_accounts(sources: Sources, _today: date) -> Iterator[Problem]:
    """The catalogue tells of help, not of where to send money."""
    for record, pointer, text in sources.texts:
        if has_account(text):
            yield record.problem(pointer, "safety.bank-account", level="warning")
