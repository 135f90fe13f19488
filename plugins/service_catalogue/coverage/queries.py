"""The question to the open data that gives a figure: SQL for SQLite and DuckDB, on the database or the CSV files.

Nothing in it comes from a record but codes and names of vocabularies, which are quoted all the same.
"""

# ruff: noqa: S608  # questions are what this module makes; nobody asks them but who downloads the data
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service_catalogue.model import Catalogue, TaxonomyTerm

COUNTED = "s.state <> 'expired' AND coalesce(s.status, '') <> 'planned'"
"""What is counted: what runs as far as is known, and is there."""
_TRUE = "CAST({} AS VARCHAR) IN ('1', 'true')"
_UNSAID = "coalesce({}, '') = ''"
_AT = "SELECT sl.service_id FROM service_locations AS sl JOIN locations AS l ON l.id = sl.location_id"
_PROTECTED = f"s.id NOT IN ({_AT} WHERE {_TRUE.format('l.confidential')})"
_STEP_FREE = f"s.id IN ({_AT} WHERE {_TRUE.format('l.step_free')})"
_STEPS_TOLD = f"s.id IN ({_AT} WHERE coalesce(CAST(l.step_free AS VARCHAR), '') <> '')"

_NO_DISTRICT = "s.id NOT IN (SELECT service_id FROM service_terms WHERE vocabulary = 'districts')"
_COMES = "(coalesce(s.delivery, '') <> '' AND s.delivery NOT LIKE '%on-site%')"

OF_MEASURE: Mapping[str, str] = {
    "services": "",
    "ngo": "s.organization_kind IN ('ngo', 'church-body', 'social-enterprise')",
    "public": "s.organization_kind = 'public-body'",
    "free": "s.cost = 'free'",
    "cost_unknown": f"({_UNSAID.format('s.cost')} OR s.cost = 'unknown')",
    "no_referral": "coalesce(s.access, '') <> '' AND s.access NOT LIKE '%referral%' AND s.access NOT LIKE '%decision%'",
    "way_in_unknown": _UNSAID.format("s.access"),
    "step_free": _STEP_FREE,
    "step_free_unknown": f"NOT {_STEPS_TOLD}",
    "ukrainian": "s.id IN (SELECT service_id FROM service_terms WHERE vocabulary = 'languages' AND code = 'uk')",
    "confirmed": "s.state = 'confirmed'",
    "district_unknown": f"{_NO_DISTRICT} AND {_PROTECTED} AND NOT {_COMES}",
    "comes_to_people": f"{_NO_DISTRICT} AND {_PROTECTED} AND {_COMES}",
}
"""What a service must have to be in a number of services."""
OF_CELLS = ("ngo", "public", "free", "no_referral", "step_free", "ukrainian", "confirmed")
"""The properties that are counted in each combination of area, form, audience and district."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Which services are asked about: codes by vocabulary (with those below them), districts by name, a gmina."""

    codes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    districts: tuple[str, ...] = ()
    """Names of districts, as the table of places has them."""
    gmina: tuple[str, str] | None = None
    """The name and the register code of a gmina."""


def of_services(measure: str, where: Where) -> str:
    """How many services there are with a property."""
    parts = [COUNTED, *_of(where), OF_MEASURE[measure]]
    if where.districts:
        parts += [f"s.id IN ({_AT} WHERE l.district IN ({_listed(where.districts)}))", _PROTECTED]
    return f"SELECT count(*) FROM services AS s WHERE {_all(parts)}"


def query_of_services(area: TaxonomyTerm | None = None, catalogue: Catalogue | None = None) -> str:
    """The question how many services there are, of an area or of all: an example to begin with."""
    codes = tuple(sorted(one.code for one in catalogue.below(area))) if area and catalogue else ()
    return of_services("services", Where(codes=(("areas", codes),) if codes else ()))


def of_places(unit: str, where: Where, *, free: bool = False) -> str:
    """How many places of a unit there are."""
    parts = [COUNTED, *_of(where), f"c.unit = {_quoted(unit)}", OF_MEASURE["free"] if free else ""]
    parts += [_PROTECTED, _stated_in(where.districts)] if where.districts else []
    counted = "coalesce(sum(CAST(c.maximum AS INTEGER)), 0)"
    return f"SELECT {counted} FROM capacities AS c JOIN services AS s ON s.id = c.service_id WHERE {_all(parts)}"


def _stated_in(districts: tuple[str, ...]) -> str:
    """A number of places is in some districts where its place is there, or every place of its service."""
    inside = f"l.district IN ({_listed(districts)})"
    wholly = f"{_AT} GROUP BY sl.service_id HAVING count(*) = sum(CASE WHEN {inside} THEN 1 ELSE 0 END)"
    there = f"SELECT l.id FROM locations AS l WHERE {inside}"
    return f"(c.location_id IN ({there}) OR ({_UNSAID.format('c.location_id')} AND c.service_id IN ({wholly})))"


def _of(where: Where) -> list[str]:
    having = "s.id IN (SELECT service_id FROM service_terms WHERE vocabulary = {} AND code IN ({}))"
    parts = [having.format(_quoted(name), _listed(codes)) for name, codes in where.codes]
    return parts + ([_in_gmina(*where.gmina)] if where.gmina else [])


def _in_gmina(name: str, terc: str) -> str:
    """A service is in a gmina where it has a place there or says that it serves it."""
    here = f"s.id IN ({_AT} WHERE CAST(l.gmina_terc AS VARCHAR) = {_quoted(terc)})"
    return f"({here} OR '; ' || coalesce(s.serves, '') || '; ' LIKE {_quoted(f'%; {name}; %')})"


def _all(parts: Iterable[str]) -> str:
    return " AND ".join(part for part in parts if part)


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(map(_quoted, texts))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def of_cells() -> str:
    """Every combination of area, form, audience and district that there is, with how many services have it."""
    joins = [
        f"{kind} JOIN service_terms AS {letter} ON {letter}.service_id = s.id AND {letter}.vocabulary = '{name}'{more}"
        for kind, letter, name, more in (
            ("", "a", "areas", ""),
            ("LEFT", "f", "service_types", ""),
            ("LEFT", "u", "audiences", ""),
            ("LEFT", "d", "districts", f" AND {_PROTECTED}"),
        )
    ]
    columns = "a.code AS area, coalesce(f.code, '') AS service_type, coalesce(u.code, '') AS audience, "
    sums = [f"sum(CASE WHEN {OF_MEASURE[name]} THEN 1 ELSE 0 END) AS {name}" for name in OF_CELLS]
    numbers = ", ".join(["count(*) AS services", *sums])
    return (
        f"SELECT {columns}coalesce(d.code, '') AS district, {numbers} FROM services AS s {' '.join(joins)} "
        f"WHERE {COUNTED} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
    )
