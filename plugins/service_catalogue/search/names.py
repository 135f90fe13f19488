"""What things are called: names and addresses by their words; telephones, postal codes, register numbers and domains.

A line of names is `services words`, both by numbers, with `!` before the words of the name of an organization; a line
of numbers is what was typed without signs, then services.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from service_catalogue.model import Organization, Service
from service_catalogue.notation import spoken
from service_catalogue.search.numerals import base36
from service_catalogue.search.phrases import Tongue

_OF_ORGANIZATION = "!"
_NO_DIGIT = re.compile(r"\D")
_FEWEST_DIGITS = 3
Names = Mapping[tuple[str, tuple[str, ...]], Sequence[int]]
"""The numbers of services by the mark of a name and its terms."""


def names(services: Sequence[Service], tongue: Tongue) -> Names:
    """What services and their organizations are called, each with the services that it leads to."""
    found: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for number, service in enumerate(services):
        ours = {service.organization.name, *service.organization.aliases}
        for name in dict.fromkeys(_called(service)):
            if terms := _terms(name, tongue):
                found[_OF_ORGANIZATION if name in ours else "", terms].append(number)
    return found


def names_text(found: Names, line: Mapping[str, int]) -> str:
    """All names with the numbers of their words."""
    written = {mark + " ".join(base36(line[term]) for term in terms): of for (mark, terms), of in found.items()}
    return "\n".join(f"{_numbers(of)} {words}" for words, of in sorted(written.items()))


def numbers_text(services: Sequence[Service]) -> str:
    """All that is typed by its digits, and the domains: each with its services."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, service in enumerate(services):
        for key in dict.fromkeys(_keys(service)):
            found[key].append(number)
    return "\n".join(f"{key} {_numbers(numbers)}" for key, numbers in sorted(found.items()))


def _numbers(services: Iterable[int]) -> str:
    return ",".join(base36(number) for number in services)


def _terms(name: str, tongue: Tongue) -> tuple[str, ...]:
    told = tongue.told(name) or spoken(name)
    return tuple(tongue.terms(word)[0] for word in told)


def _called(service: Service) -> Iterator[str]:
    yield service.name
    yield from service.aliases
    yield service.organization.name
    yield from service.organization.aliases
    for place in (*service.locations, *service.organization.locations):
        yield from (text for text in (place.name, place.address_1) if text and not place.confidential)


def _keys(service: Service) -> Iterator[str]:
    digits = [phone.number for phone in service.contact_phones()]
    places = (*service.locations, *service.organization.locations)
    digits += [place.postal_code for place in places if place.postal_code and not place.confidential]
    digits += [text for text in _registered(service.organization) if text]
    for text in digits:
        if len(key := _NO_DIGIT.sub("", text)) >= _FEWEST_DIGITS:
            yield key
    for link in (service.website, service.organization.website):
        host = urlsplit(link or "").hostname
        if host:
            yield host.removeprefix("www.")


def _registered(organization: Organization) -> tuple[str | None, ...]:
    numbers = organization.organization_identifiers
    return (numbers.krs, numbers.nip, numbers.regon)
