"""The map of needs for download: every figure with the query that gives it, and every combination there is."""

from collections.abc import Iterator
from dataclasses import asdict, fields
from operator import itemgetter

from service_catalogue.coverage import (
    Countable,
    Figure,
    Subject,
    cells,
    cells_columns,
    countable,
    coverage,
    figures,
    of_cells,
    questions,
)
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.files import File, Parts, as_line, as_rows, data_file, members
from service_catalogue.open_data.json_api.api import meta
from service_catalogue.open_data.tables.csv_files import as_csv
from service_catalogue.open_data.tables.shape import Column, Kind, Table, table

OF = tuple(part.name for part in fields(Subject))
STATED = ("services", "about", "undated", "oldest", "newest")
NUMBERS = ("value", "services", "about", "undated")
NAMES = ("key", "measure", "value", "meaning", "unit", *OF, *STATED, "sql")
"""The columns of the table of figures: its key first, the query last."""


def files(edition: Edition) -> Iterator[File]:
    """`coverage.json`, `coverage.csv`, `coverage_cells.csv` and what the filters of the map of needs count."""
    found = tuple(figures(coverage(edition.catalogue), edition.catalogue))
    sql = of_cells(edition.catalogue.site.gmina)
    about = {"meta": (as_line(meta(edition, "coverage")),), "cells_sql": (as_line(sql),)}
    rows = as_rows(as_line(_members(one)) for one in found)
    yield data_file("coverage.json", "coverage", *members({**about, "figures": rows}), b"\n")
    yield data_file("coverage.csv", "coverage_table", as_csv(_figures(found)))
    yield data_file("coverage_cells.csv", "coverage_cells", as_csv(_cells(edition)))
    yield data_file("coverage_services.json", "coverage_services", *_asked(edition), b"\n")


def _asked(edition: Edition) -> Parts:
    """Each counted service without its name, and the parts of the queries that count them."""
    about = {
        "meta": (as_line(meta(edition, "coverage_services")),),
        "questions": (as_line(asdict(questions(edition.catalogue))),),
    }
    return members({**about, "services": as_rows(as_line(_parts(one)) for one in countable(edition.catalogue))})


def _parts(one: Countable) -> dict[str, object]:
    """All that is said of a counted service, by name."""
    said = {part.name: getattr(one, part.name) for part in fields(one)}
    return said | {"capacity": [asdict(number) for number in one.capacity]}


def _members(one: Figure) -> dict[str, object]:
    """What is said of a figure, by name."""
    return {name: value for name in NAMES if (value := _said(one, name)) is not None}


def _said(one: Figure, name: str) -> object:
    if name in OF:
        return getattr(one.of, name)
    if name in STATED:
        return getattr(one.stated, name) if one.stated else None
    return getattr(one, name)


def _figures(found: tuple[Figure, ...]) -> Table:
    return table("coverage", map(_column, NAMES), found)


def _column(name: str) -> Column[Figure]:
    kind: Kind = "integer" if name in NUMBERS else "string"
    return Column(name, f"figure_{name}", lambda one: _said(one, name), kind=kind)


def _cells(edition: Edition) -> Table:
    columns = (Column(name, name, itemgetter(place)) for place, name in enumerate(cells_columns()))
    return table("coverage_cells", columns, ((*codes, *numbers) for codes, numbers in cells(edition.catalogue)))
