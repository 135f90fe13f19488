"""The tables: sound for others' validators, the same in every form, and safe to open in a spreadsheet."""

import io
import sqlite3
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from published import load, rows
from service_catalogue.open_data.tables.database import QUESTIONS
from service_catalogue.open_data.tables.shape import Column

NAMES = (
    "organizations",
    "locations",
    "services",
    "service_locations",
    "terms",
    "service_terms",
    "phones",
    "schedules",
    "capacities",
    "variants",
    "sources",
)


@pytest.fixture
def database(fictional_site: Path) -> Iterator[sqlite3.Connection]:
    """The published database."""
    with closing(sqlite3.connect(fictional_site / "api/v1/catalogue.sqlite")) as opened:
        yield opened


def test_frictionless_finds_nothing_wrong(fictional_site: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import validate

        report = validate(str(fictional_site / "api/v1/datapackage.json"), type="package")
    assert report.flatten(["title", "note"]) == []
    assert len(report.tasks) == len(NAMES)


def test_services_are_those_of_the_open_json(fictional_site: Path) -> None:
    listed = {service["id"]: service for service in load(fictional_site, "services.json")["services"]}
    found = {row["id"]: row for row in rows(fictional_site, "services")}
    assert found.keys() == listed.keys()
    for id_, row in found.items():
        assert row["name"] == listed[id_]["name"]
        assert row["description"] == listed[id_]["description"]
        assert row["state"] == listed[id_]["state"]


def test_nothing_needed_is_not_the_same_as_not_known(fictional_site: Path) -> None:
    needed = {row["id"]: row["documents_needed"] for row in rows(fictional_site, "services")}
    assert needed["fundacja-przyklad/laznia"] == "true"
    assert needed["miejski-osrodek-przykladowy/punkt-informacyjny"] == "false"
    assert needed["parafia-przykladowa/kuchnia"] == ""


def test_a_protected_place_has_no_address(fictional_site: Path) -> None:
    place = next(row for row in rows(fictional_site, "locations") if row["confidential"] == "true")
    told = {name for name, cell in place.items() if cell}
    assert told <= {"id", "organization_id", "confidential", "city", "gmina", "gmina_terc"}


@pytest.mark.parametrize("text", ["=1+1", "+48 12", "-5", "@a", "\tx"])
def test_no_text_begins_a_formula(text: str) -> None:
    assert Column("note", "/name", lambda one: one, free=True).cell(text) == f"'{text}"
    assert Column("note", "/name", lambda one: one, free=True).cell(f"a{text}") == f"a{text}"


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_begins_a_formula(name: str, fictional_site: Path) -> None:
    cells = [cell for row in rows(fictional_site, name) for cell in row.values()]
    assert cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_spreadsheet_holds_the_same(fictional_site: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO((fictional_site / "api/v1/catalogue.xlsx").read_bytes()))
    explained, *sheets = book.worksheets
    assert len(sheets) == len(NAMES)
    for name, sheet in zip(NAMES, sheets, strict=True):
        expected = [[cell or None for cell in row.values()] for row in rows(fictional_site, name)]
        found = [[_as_csv(cell) for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)]
        assert found == expected, name
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
    columns = sum(sheet.max_column for sheet in sheets)
    assert explained.max_row == columns + 1
    assert not [cell for row in explained.iter_rows(values_only=True) for cell in row if cell is None]


def _as_csv(cell: object) -> str | None:
    """A cell of a spreadsheet as a CSV file has it: an empty one is not known."""
    if isinstance(cell, bool):
        return str(cell).lower()
    return None if cell is None else str(cell)


def test_the_database_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("name", NAMES)
def test_the_database_holds_every_row(name: str, database: sqlite3.Connection, fictional_site: Path) -> None:
    count = database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608  # names of this test
    assert count == len(rows(fictional_site, name))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_sample_questions_have_answers(question: str, database: sqlite3.Connection) -> None:
    assert database.execute(QUESTIONS[question]).fetchall()


@pytest.mark.parametrize("word", ["łaźnia", "laznia", "ŁAŹNIA", "prysznic*"])
def test_search_needs_no_polish_letters(word: str, database: sqlite3.Connection) -> None:
    found = database.execute("SELECT id FROM services_search WHERE services_search MATCH ?", (word,)).fetchall()
    assert ("fundacja-przyklad/laznia",) in found
