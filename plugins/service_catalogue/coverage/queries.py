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
    "without_places": "s.id NOT IN (SELECT service_id FROM capacities)",
    "district_unknown": f"{_NO_DISTRICT} AND {_PROTECTED} AND NOT {_COMES}",
    "comes_to_people": f"{_NO_DISTRICT} AND {_PROTECTED} AND {_COMES}",
}
"""What a service must have to be in a number of services."""
NOT_COUNTED: Mapping[str, str] = {
    "ended": "s.state = 'expired'",
    "planned": "s.state <> 'expired' AND s.status = 'planned'",
}
"""What is in no other figure."""
OF_CELLS = ("ngo", "public", "free", "no_referral", "step_free", "ukrainian", "confirmed")
"""The properties that are counted in each combination of area, form, audience and district."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Which services are asked about: codes by vocabulary (with those below them), districts by name, a gmina."""

    codes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    districts: tuple[str, ...] = ()
    """Names of districts, as the table of places has them."""


def of_services(measure: str, where: Where) -> str:
    """How many services there are with a property."""
    parts = [COUNTED, *map(having, where.codes), OF_MEASURE[measure]]
    parts += [there(where.districts)] if where.districts else []
    return f"SELECT count(*) FROM services AS s WHERE {_all(parts)}"


def of_others(measure: str) -> str:
    """How many services of the city are in no other figure: those that are over, and those that are only announced."""
    return f"SELECT count(*) FROM services AS s WHERE {NOT_COUNTED[measure]}"


def having(codes: tuple[str, tuple[str, ...]]) -> str:
    """That a service has one of some codes of a vocabulary."""
    name, listed = codes
    told = f"vocabulary = {_quoted(name)} AND code IN ({_listed(listed)})"
    return f"s.id IN (SELECT service_id FROM service_terms WHERE {told})"


def there(districts: tuple[str, ...]) -> str:
    """That a service has a place in one of some districts, and none that is protected."""
    return f"s.id IN ({_AT} WHERE l.district IN ({_listed(districts)})) AND {_PROTECTED}"


def of_row() -> str:
    """All numbers of a row of the tables in one question, which ends with what is asked about."""
    sums = ", ".join(f"coalesce({_sum(sql)}, 0) AS {name}" for name, sql in OF_MEASURE.items() if sql)
    return f"SELECT count(*) AS services, {sums} FROM services AS s WHERE {COUNTED}"


def of_all_places() -> str:
    """The numbers of places by unit in one question, which ends with what is asked about."""
    free = f"sum(CASE WHEN {OF_MEASURE['free']} THEN CAST(c.maximum AS INTEGER) ELSE 0 END)"
    numbers = f"sum(CAST(c.maximum AS INTEGER)) AS places, {free} AS free_places"
    return f"SELECT c.unit, {numbers} FROM capacities AS c JOIN services AS s ON s.id = c.service_id WHERE {COUNTED}"


def _sum(sql: str) -> str:
    return f"sum(CASE WHEN {sql} THEN 1 ELSE 0 END)"


def query_of_services(area: TaxonomyTerm | None = None, catalogue: Catalogue | None = None) -> str:
    """The question how many services there are, of an area or of all: an example to begin with."""
    codes = tuple(sorted(one.code for one in catalogue.below(area))) if area and catalogue else ()
    return of_services("services", Where(codes=(("areas", codes),) if codes else ()))


def of_places(unit: str, where: Where, *, free: bool = False) -> str:
    """How many places of a unit there are."""
    parts = [COUNTED, *map(having, where.codes), f"c.unit = {_quoted(unit)}", OF_MEASURE["free"] if free else ""]
    parts += [stated_there(where.districts)] if where.districts else []
    counted = "coalesce(sum(CAST(c.maximum AS INTEGER)), 0)"
    return f"SELECT {counted} FROM capacities AS c JOIN services AS s ON s.id = c.service_id WHERE {_all(parts)}"


def stated_there(districts: tuple[str, ...]) -> str:
    """That a number of places is in some districts: its place is there, or every place of its service is."""
    inside = f"l.district IN ({_listed(districts)})"
    wholly = f"{_AT} GROUP BY sl.service_id HAVING count(*) = sum(CASE WHEN {inside} THEN 1 ELSE 0 END)"
    here = f"SELECT l.id FROM locations AS l WHERE {inside}"
    stated = f"c.location_id IN ({here}) OR ({_UNSAID.format('c.location_id')} AND c.service_id IN ({wholly}))"
    return f"{_PROTECTED} AND ({stated})"


def _all(parts: Iterable[str]) -> str:
    return " AND ".join(part for part in parts if part)


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(map(_quoted, texts))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def of_cells(city: str) -> str:
    """Every combination of area, form, audience and place that there is, with how many services have it.

    A place is a district of the city, whose gmina has the code `city`, or a gmina alone.
    """
    joins = [
        f"{kind} JOIN service_terms AS {letter} ON {letter}.service_id = s.id AND {letter}.vocabulary = '{name}'"
        for kind, letter, name in (("", "a", "areas"), ("LEFT", "f", "service_types"), ("LEFT", "u", "audiences"))
    ]
    joins.append(f"LEFT JOIN ({_places(city)}) AS p ON p.service_id = s.id")
    columns = "a.code AS area, coalesce(f.code, '') AS service_type, coalesce(u.code, '') AS audience, "
    columns += "coalesce(p.district, '') AS district, coalesce(p.gmina, '') AS gmina, "
    numbers = ", ".join(["count(*) AS services", *(f"{_sum(OF_MEASURE[name])} AS {name}" for name in OF_CELLS)])
    return (
        f"SELECT {columns}{numbers} FROM services AS s {' '.join(joins)} "
        f"WHERE {COUNTED} GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5"
    )


def _places(city: str) -> str:
    """Where each service is: its districts, unless one of its places is protected, and the gminas it names beside."""
    inside = f"SELECT s.id FROM services AS s WHERE NOT {_NO_DISTRICT} AND {_PROTECTED}"
    terms = "FROM service_terms AS t WHERE t.vocabulary ="
    districts = f"SELECT t.service_id, t.code AS district, {_quoted(city)} AS gmina {terms} 'districts'"
    beside = f"NOT (t.code = {_quoted(city)} AND t.service_id IN ({inside}))"
    gminas = f"SELECT t.service_id, '' AS district, t.code AS gmina {terms} 'gminas' AND {beside}"
    return f"{districts} AND t.service_id IN ({inside}) UNION ALL {gminas}"
