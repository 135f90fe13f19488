"""A service → the words it may be found by, field by field, and the codes it stands under."""

from collections.abc import Iterator

from service_catalogue.model import Catalogue, Service, TaxonomyTerm
from service_catalogue.records import VOCABULARIES

WEIGHTS = {
    "name": 3.0,
    "keywords": 2.2,
    "form": 2.0,
    "audience": 1.3,
    "alias": 1.5,
    "place": 1.2,
    "area": 0.8,
    "organization": 0.8,
    "text": 1.0,
    "translated": 1.0,
}
"""How much a word counts for in each field."""
_SHORTEST = 2
"""`ul`, `os`, `al` and shorter ones are no name of a street."""
_LETTERS = {one.name: one.letter for one in VOCABULARIES}
"""The letter that stands before a code of each vocabulary in the index."""


def fields(service: Service) -> dict[str, str]:
    """The texts of a service by field; nothing in them is hidden from its page."""
    organization = service.organization
    return {
        "name": service.name,
        "keywords": ". ".join(service.keywords),
        "form": _names(service.service_types),
        "audience": _names(service.audiences),
        "alias": ". ".join((*service.aliases, *organization.aliases)),
        "place": ". ".join(_places(service)),
        "area": _names(service.support_areas),
        "organization": organization.name,
        "text": ". ".join(_texts(service)),
        "translated": ". ".join(_translated(service)),
    }


def _names(terms: tuple[TaxonomyTerm, ...]) -> str:
    names = (name for term in terms for name in (term.name, term.official_name) if name)
    return ". ".join(name.pl for name in names)


def _places(service: Service) -> Iterator[str]:
    for place in service.locations:
        yield from (text for text in (place.name,) if text)
    yield from (term.name.pl for term in service.districts)
    area = service.service_area
    if area:
        yield from (term.name.pl for term in area.districts)
        yield area.text or ""


def _texts(service: Service) -> Iterator[str]:
    yield service.description
    yield service.eligibility_description or ""
    yield service.allowance or ""
    if service.access:
        yield service.access.note or ""


def _translated(service: Service) -> Iterator[str]:
    """What it says in other languages, which makes it no longer for who asks in Polish."""
    for translation in (service.translations.uk, service.translations.en):
        if translation:
            yield from (text for text in (translation.name, translation.description) if text)


def addresses(service: Service) -> Iterator[str]:
    """The streets of its places, without the numbers of houses."""
    for place in service.locations:
        if place.address_1:
            yield " ".join(word for word in place.address_1.split() if word.isalpha() and len(word) > _SHORTEST)


def codes(service: Service, catalogue: Catalogue) -> dict[str, float]:
    """The codes of a service with how much each says of it, from 0 to 1: the first most, broader ones less."""
    near = service.districts + (service.service_area.districts if service.service_area else ())
    found: dict[str, float] = {}
    for terms, later in (
        (service.service_types, 0.85),
        (service.audiences, 0.9),
        (service.support_areas, 0.7),
        (near, 1.0),
        (service.languages, 1.0),
    ):
        for index, term in enumerate(terms):
            _add(found, term, 1.0 if index == 0 else later, catalogue)
    return found


def _add(found: dict[str, float], term: TaxonomyTerm, much: float, catalogue: Catalogue) -> None:
    for step in catalogue.with_broader(term):
        key = code_term(step.vocabulary, step.code)
        found[key] = max(much, found.get(key, 0.0))
        much *= 0.7


def code_term(vocabulary: str, code: str) -> str:
    """A code as the index knows it: `s:laznia`."""
    return f"{_LETTERS[vocabulary]}:{code}"
