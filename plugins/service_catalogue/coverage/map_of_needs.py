"""The catalogue → what there is in which area and where, with the meaning of every nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from service_catalogue.coverage.counting import (
    Tally,
    all_stated,
    by_district,
    comes_to_people,
    counted,
    stated_in,
    tally,
)
from service_catalogue.model import Catalogue, KnownTotal, Service, TaxonomyTerm, WiderPlace

Meaning = Literal["counted", "none", "where_unknown", "not_looked"]
"""What a number says: there are some; the catalogue has none; it is not known where some are; nobody has looked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What there is in one district, in several that have one name in everyday speech, or in a gmina."""

    place: TaxonomyTerm | WiderPlace
    districts: tuple[TaxonomyTerm, ...]
    tally: Tally
    meaning: Meaning

    @property
    def code(self) -> str:
        """The code of the district, of the wider name or of the gmina."""
        return self.place.id if isinstance(self.place, WiderPlace) else self.place.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A total of a source, and how much of it the catalogue knows."""

    total: KnownTotal
    known: int
    services: int
    codes: tuple[tuple[str, tuple[str, ...]], ...]
    """The codes by which it is counted, with those below them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaCoverage:
    """What there is of one area, or of all: in the whole city, then in each district, then in other gminas.

    Of `district_unknown` services it is not known where they are; `comes_to_people` are given wherever people live.
    """

    area: TaxonomyTerm | None
    tally: Tally
    district_unknown: int
    comes_to_people: int
    rows: tuple[Row, ...]
    gminas: tuple[Row, ...]
    known: tuple[Known, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What there is and what is not, on the day of the catalogue; `withheld` is one number for the whole city."""

    whole: AreaCoverage
    areas: tuple[AreaCoverage, ...]
    forms: tuple[tuple[TaxonomyTerm, int], ...]
    audiences: tuple[tuple[TaxonomyTerm, int], ...]
    withheld: int
    ended: int
    planned: int


def coverage(catalogue: Catalogue) -> Coverage:
    """Counts everything once."""
    services = counted(catalogue)
    by_code = _by_code(services, catalogue)
    terms = catalogue.terms
    return Coverage(
        whole=_area(None, services, catalogue),
        areas=tuple(_area(area, by_code.get(area, []), catalogue) for area in terms["areas"]),
        forms=tuple((term, len(by_code.get(term, ()))) for term in terms["service_types"] if _is_active(term)),
        audiences=tuple((term, len(by_code.get(term, ()))) for term in terms["audiences"]),
        withheld=sum(number for _, number in catalogue.withheld),
        ended=len(catalogue.services) - len(catalogue.running),
        planned=len(catalogue.running) - len(services),
    )


def _is_active(term: TaxonomyTerm) -> bool:
    return term.term_status == "active"


def _by_code(services: Iterable[Service], catalogue: Catalogue) -> Mapping[TaxonomyTerm, list[Service]]:
    """The services of each code; those of a narrower one count for the broader ones too."""
    found: dict[TaxonomyTerm, list[Service]] = {}
    for service in services:
        own = (*service.support_areas, *service.service_types, *service.audiences)
        for term in dict.fromkeys(step for one in own for step in catalogue.with_broader(one)):
            found.setdefault(term, []).append(service)
    return found


def _area(area: TaxonomyTerm | None, services: Iterable[Service], catalogue: Catalogue) -> AreaCoverage:
    found = tuple(services)
    unknown = sum(service.district_unknown for service in found)
    return AreaCoverage(
        area=area,
        tally=tally(found, all_stated(found), catalogue),
        district_unknown=unknown,
        comes_to_people=sum(map(comes_to_people, found)),
        rows=tuple(_rows(found, unknown, catalogue)),
        gminas=tuple(_gminas(found, catalogue)),
        known=tuple(_known(catalogue, area)),
    )


def _rows(services: tuple[Service, ...], unknown: int, catalogue: Catalogue) -> Iterable[Row]:
    """The districts in their order; a wider name stands after the district of the same name."""
    found = by_district(services)
    wider = {one.districts[-1]: one for one in catalogue.planning.wider if one.districts}
    for district in catalogue.terms["districts"]:
        yield _row(district, (district,), found, unknown, catalogue)
        if district in wider:
            yield _row(wider[district], wider[district].districts, found, unknown, catalogue)


def _row(
    place: TaxonomyTerm | WiderPlace,
    districts: tuple[TaxonomyTerm, ...],
    found: Mapping[TaxonomyTerm, list[Service]],
    unknown: int,
    catalogue: Catalogue,
) -> Row:
    here = {service.id: service for district in districts for service in found.get(district, ())}
    made = tally(here.values(), stated_in(here.values(), frozenset(districts)), catalogue)
    meaning: Meaning = "counted" if made.services else "where_unknown" if unknown else "none"
    return Row(place=place, districts=districts, tally=made, meaning=meaning)


def _gminas(services: tuple[Service, ...], catalogue: Catalogue) -> Iterable[Row]:
    """The gminas around the city: what has a place there or says that it serves it."""
    looked, found = catalogue.planning.looked.gminas, _by_gmina(services)
    for gmina in catalogue.terms["gminas"]:
        if gmina.code != catalogue.site.gmina:
            here = found.get(gmina, [])
            made = tally(here, (), catalogue)
            meaning: Meaning = "counted" if here else "none" if gmina in looked else "not_looked"
            yield Row(place=gmina, districts=(), tally=made, meaning=meaning)


def _by_gmina(services: Iterable[Service]) -> Mapping[TaxonomyTerm, list[Service]]:
    found: dict[TaxonomyTerm, list[Service]] = {}
    for service in services:
        for gmina in gminas_of(service):
            found.setdefault(gmina, []).append(service)
    return found


def gminas_of(service: Service) -> frozenset[TaxonomyTerm]:
    """The gminas which it says it serves, or in which it has a place; beside a protected place no other is told."""
    served = service.service_area.gminas if service.service_area else ()
    places = () if service.confidential else service.locations
    return frozenset({*served, *(place.gmina for place in places if place.gmina)})


def _known(catalogue: Catalogue, area: TaxonomyTerm | None) -> Iterable[Known]:
    """The totals of sources about an area, or all of them."""
    for total in catalogue.planning.totals:
        if area is None or area in total.areas:
            yield _held_against(total, catalogue)


def _held_against(total: KnownTotal, catalogue: Catalogue) -> Known:
    wanted = [(name, terms) for name, terms in (("service_types", total.service_types), ("audiences", total.audiences))]
    codes = [(name, {other for term in terms for other in catalogue.below(term)}) for name, terms in wanted if terms]
    found = [one for one in counted(catalogue) if all(terms & set(getattr(one, name)) for name, terms in codes)]
    number = (
        len(found)
        if total.unit == "services"
        else sum(one.maximum for service in found for one in service.capacity if one.unit == total.unit)
    )
    said = tuple((name, tuple(sorted(term.code for term in terms))) for name, terms in codes)
    return Known(total=total, known=number, services=len(found), codes=said)
