"""What a reader may ask at once by area, form, audience and place: each counted service without its name, and queries.

A browser counts the services that have all that was chosen, and joins the parts of the query to the open data that
counts them too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service_catalogue.coverage.counting import MEASURES, all_stated, comes_to_people, counted, districts_of, tally
from service_catalogue.coverage.map_of_needs import gminas_of
from service_catalogue.coverage.queries import having, of_all_places, of_row, stated_there, there
from service_catalogue.model import Catalogue, Service, TaxonomyTerm


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """A number of places of one service, and the codes of the districts that hold all of them; none: not known."""

    unit: str
    maximum: int
    about: bool
    as_of: str | None
    districts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Countable:
    """One counted service: its codes with the broader ones, where it is, the properties it has, its places."""

    areas: tuple[str, ...]
    service_types: tuple[str, ...]
    audiences: tuple[str, ...]
    districts: tuple[str, ...]
    gminas: tuple[str, ...]
    measures: tuple[str, ...]
    capacity: tuple[Numbers, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A district, or several with one name in everyday speech: their codes, and what a query says of them."""

    codes: tuple[str, ...]
    services: str
    places: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """The two queries, to each of which parts are added, and the parts by code; `places_end` ends the second."""

    services: str
    places: str
    places_end: str
    areas: dict[str, str]
    service_types: dict[str, str]
    audiences: dict[str, str]
    gminas: dict[str, str]
    districts: dict[str, District]


def questions(catalogue: Catalogue) -> Questions:
    """What can be asked of this catalogue."""
    return Questions(
        services=of_row(),
        places=of_all_places(),
        places_end=" GROUP BY c.unit ORDER BY c.unit",
        areas=_parts("areas", catalogue),
        service_types=_parts("service_types", catalogue),
        audiences=_parts("audiences", catalogue),
        gminas={term.code: _and(having(("gminas", (term.code,)))) for term in catalogue.terms["gminas"]},
        districts=dict(_districts(catalogue)),
    )


def _parts(vocabulary: str, catalogue: Catalogue) -> dict[str, str]:
    def part(term: TaxonomyTerm) -> str:
        return _and(having((vocabulary, tuple(sorted(one.code for one in catalogue.below(term))))))

    return {term.code: part(term) for term in catalogue.terms[vocabulary]}


def _and(sql: str) -> str:
    return f" AND {sql}"


def _districts(catalogue: Catalogue) -> Iterator[tuple[str, District]]:
    several = [(one.id, one.districts) for one in catalogue.planning.wider]
    for code, terms in (*((term.code, (term,)) for term in catalogue.terms["districts"]), *several):
        names = tuple(term.name.pl for term in terms)
        codes = tuple(term.code for term in terms)
        yield code, District(codes=codes, services=_and(there(names)), places=_and(stated_there(names)))


def countable(catalogue: Catalogue) -> Iterator[Countable]:
    """Every service that is counted, in the order of the catalogue."""
    for service in counted(catalogue):
        yield Countable(
            areas=_codes(service.support_areas, catalogue),
            service_types=_codes(service.service_types, catalogue),
            audiences=_codes(service.audiences, catalogue),
            districts=() if service.confidential else tuple(term.code for term in service.districts),
            gminas=tuple(sorted(term.code for term in gminas_of(service))),
            measures=tuple(_measures(service, catalogue)),
            capacity=tuple(_numbers(service)),
        )


def _measures(service: Service, catalogue: Catalogue) -> Iterator[str]:
    """The properties that count, as the first query names them."""
    one = tally((service,), all_stated((service,)), catalogue)
    yield from (name for name in MEASURES[1:] if getattr(one, name))
    yield from ("district_unknown",) if service.district_unknown else ()
    yield from ("comes_to_people",) if comes_to_people(service) else ()


def _codes(terms: Iterable[TaxonomyTerm], catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.code for term in terms for step in catalogue.with_broader(term)))


def _numbers(service: Service) -> Iterator[Numbers]:
    for _, one in all_stated((service,)):
        codes = tuple(sorted(term.code for term in districts_of(service, one)))
        about = one.qualifier is not None
        yield Numbers(unit=one.unit, maximum=one.maximum, about=about, as_of=one.as_of, districts=codes)
