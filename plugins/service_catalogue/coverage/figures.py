"""The map of needs as a list of figures: each with what a nothing means, and the query that gives it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import product

from service_catalogue.coverage.counting import MEASURES, Places, Tally, counted, tally
from service_catalogue.coverage.map_of_needs import AreaCoverage, Coverage, Known, Meaning, Row, gminas_of
from service_catalogue.coverage.queries import OF_CELLS, Where, of_others, of_places, of_services
from service_catalogue.model import Catalogue, Service, TaxonomyTerm, WiderPlace

OF_DISTRICTS = ("services", "ngo", "public", "free", "no_referral", "step_free", "ukrainian", "confirmed")
"""The properties that are counted in each district."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Of which area, form, audience, place or total a figure is, by code; all empty is the whole city."""

    area: str | None = None
    service_type: str | None = None
    audience: str | None = None
    district: str | None = None
    wider: str | None = None
    gmina: str | None = None
    total: str | None = None


_OF = tuple(part.name for part in fields(Subject))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number: what is counted and of what, what a nothing means, and the query that gives it.

    `stated` is how old and how exact a number of places is.
    """

    measure: str
    value: int
    sql: str
    of: Subject
    meaning: Meaning = "counted"
    unit: str | None = None
    stated: Places | None = None

    @property
    def key(self) -> str:
        """The name by which a page marks it: `free:area=bezdomnosc:district=stary-rynek`."""
        return key_of(self.measure, self.of, self.unit)


def key_of(measure: str, of: Subject, unit: str | None = None) -> str:
    """The name of a figure: what is counted, then of what."""
    said = (("unit", unit), *((name, getattr(of, name)) for name in _OF))
    return ":".join([measure, *(f"{name}={value}" for name, value in said if value)])


def figures(found: Coverage, catalogue: Catalogue) -> Iterator[Figure]:
    """Every figure of the map of needs, those of the whole city first."""
    yield from figures_of_city(found, catalogue)
    for one in found.areas:
        yield from _of_area(one, catalogue)
    for term, number in found.forms:
        yield _of_term(Subject(service_type=term.code), term, number, catalogue)
    for term, number in found.audiences:
        yield _of_term(Subject(audience=term.code), term, number, catalogue)
    yield from map(_of_total, found.whole.known)


def figures_of_city(found: Coverage, catalogue: Catalogue) -> Iterator[Figure]:
    """The figures of all areas together: of the whole city, of its districts and of the gminas around it."""
    yield from _of_area(found.whole, catalogue)
    for measure, value in (("ended", found.ended), ("planned", found.planned)):
        yield Figure(measure=measure, value=value, sql=of_others(measure), of=Subject())


def _of_term(of: Subject, term: TaxonomyTerm, number: int, catalogue: Catalogue) -> Figure:
    sql = of_services("services", Where(codes=(_codes(term, catalogue),)))
    return Figure(measure="services", value=number, sql=sql, meaning="counted" if number else "none", of=of)


def _codes(term: TaxonomyTerm, catalogue: Catalogue) -> tuple[str, tuple[str, ...]]:
    return term.vocabulary, tuple(sorted(one.code for one in catalogue.below(term)))


def _of_area(one: AreaCoverage, catalogue: Catalogue) -> Iterator[Figure]:
    of = Subject(area=one.area.code if one.area else None)
    where = Where(codes=(_codes(one.area, catalogue),) if one.area else ())
    meaning: Meaning = "counted" if one.tally.services else "none"
    for measure in MEASURES:
        value: int = getattr(one.tally, measure)
        yield Figure(measure=measure, value=value, sql=of_services(measure, where), meaning=meaning, of=of)
    for measure, value in (("district_unknown", one.district_unknown), ("comes_to_people", one.comes_to_people)):
        yield Figure(measure=measure, value=value, sql=of_services(measure, where), of=of)
    yield from _of_places(one.tally, where, of)
    for row in one.rows:
        yield from _of_row(row, where, of)
    for row in one.gminas:
        yield from _of_gmina(row, where, of)


def _of_row(row: Row, where: Where, area: Subject) -> Iterator[Figure]:
    """A district or several: the number of services always, what they are only where there are any."""
    there = replace(where, districts=tuple(one.name.pl for one in row.districts))
    is_wider = isinstance(row.place, WiderPlace)
    of = replace(area, wider=row.code) if is_wider else replace(area, district=row.code)
    for measure in OF_DISTRICTS if row.tally.services else OF_DISTRICTS[:1]:
        value: int = getattr(row.tally, measure)
        yield Figure(measure=measure, value=value, sql=of_services(measure, there), meaning=row.meaning, of=of)
    yield from _of_places(row.tally, there, of)


def _of_gmina(row: Row, where: Where, area: Subject) -> Iterator[Figure]:
    """A gmina around the city; of an area only where there is something."""
    if isinstance(row.place, TaxonomyTerm) and (area.area is None or row.tally.services):
        there = replace(where, codes=(*where.codes, ("gminas", (row.code,))))
        sql, of = of_services("services", there), replace(area, gmina=row.code)
        yield Figure(measure="services", value=row.tally.services, sql=sql, meaning=row.meaning, of=of)


def _of_places(found: Tally, where: Where, of: Subject) -> Iterator[Figure]:
    for measure, stated in (("places", found.places), ("free_places", found.free_places)):
        for one in stated:
            sql = of_places(one.unit, where, free=measure == "free_places")
            yield Figure(measure=measure, value=one.number, sql=sql, unit=one.unit, stated=one, of=of)


def _of_total(one: Known) -> Figure:
    where, unit = Where(codes=one.codes), one.total.unit
    sql = of_services("services", where) if unit == "services" else of_places(unit, where)
    return Figure(measure="known", value=one.known, sql=sql, unit=unit, of=Subject(total=one.total.id))


Cell = tuple[str, str, str, str, str]
"""Codes of an area, a form, an audience, a district and a gmina; empty where none is said."""
OF_CELL = ("area", "service_type", "audience", "district", "gmina")


def cells_columns() -> tuple[str, ...]:
    """The names of the columns of a combination: its codes, then its numbers."""
    return (*OF_CELL, "services", *OF_CELLS)


def cells(catalogue: Catalogue) -> list[tuple[Cell, tuple[int, ...]]]:
    """Every combination of area, form, audience and place that there is, with the numbers of its services."""
    found: dict[Cell, Counter[str]] = {}
    for service in counted(catalogue):
        one = tally((service,), (), catalogue)
        has = [name for name in ("services", *OF_CELLS) if getattr(one, name)]
        for cell in _cells(service, catalogue.site.gmina):
            found.setdefault(cell, Counter()).update(has)
    return [(cell, tuple(found[cell][name] for name in ("services", *OF_CELLS))) for cell in sorted(found)]


def _cells(service: Service, city: str) -> Iterator[Cell]:
    said = (service.support_areas, service.service_types, service.audiences)
    codes = ([term.code for term in terms] or [""] for terms in said)
    for (area, form, audience), (district, gmina) in product(product(*codes), _places(service, city)):
        yield area, form, audience, district, gmina


def _places(service: Service, city: str) -> list[tuple[str, str]]:
    """Its districts, each in the gmina of the city, and the gminas it names beside; a protected one has no district."""
    districts = [] if service.confidential else [(term.code, city) for term in service.districts]
    gminas = sorted(term.code for term in gminas_of(service) if not (districts and term.code == city))
    return [*districts, *(("", code) for code in gminas)] or [("", "")]
