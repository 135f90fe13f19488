"""The tables: sound for others' validators, the same in every form, and safe to open in a spreadsheet."""

import csv
import io
import re
import sqlite3
import sys
import warnings
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue_examples import fictional, polish
from fictional import FICTIONAL, TODAY
from published import load, rows
from service_catalogue.history.dates import History
from service_catalogue.model import Phone
from service_catalogue.notation import no_formula
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.formats import data_files
from service_catalogue.open_data.tables.all_tables import all_tables
from service_catalogue.open_data.tables.csv_files import as_csv
from service_catalogue.open_data.tables.database import QUESTIONS, as_database
from service_catalogue.open_data.tables.parquet import PROGRAM, as_parquet
from service_catalogue.open_data.tables.services import columns_of_services
from service_catalogue.open_data.tables.shape import Cell, Column, Table
from service_catalogue.open_data.tables.workbook import as_workbook
from service_catalogue.publishing.preparation import prepared

PARQUET = {"integer": "int64", "number": "double", "boolean": "bool", "date": "date32[day]"}
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
    "announcements",
    "voices",
    "known_totals",
    "events",
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


HOSTILE = (
    *("=1+1", "+48 12", "-5", "@a", "\tx", "\r=1", "\n=1", "\uff1d1+1", '=HYPERLINK("//x")'),
    *("a;=1+1;b", "a; +1", "a\n-1", "a\t=1", 'a;"=1', 'a; ""+1'),
)
"""Texts that a spreadsheet takes for formulas, as a whole or where it begins a cell or a line inside them."""
LIVE = re.compile(r"(^|[;\t\r\n])[\s\"]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The fictional catalogue as what is published."""
    return Edition(catalogue=fictional(), words=polish(), stage="pilot", site_url="", pages=(), history=History())


@pytest.fixture(scope="module")
def hostile(edition: Edition) -> tuple[Table, ...]:
    """All tables, each with a row in which every column of text holds a hostile one."""
    return tuple(replace(one, rows=[_row(one, text) for text in HOSTILE]) for one in all_tables(edition))


def _row(one: Table, text: str) -> tuple[Cell, ...]:
    return tuple(text if column.kind in ("string", "date", "time") else None for column in one.columns)


def test_no_text_of_any_column_is_a_formula_in_csv(hostile: tuple[Table, ...]) -> None:
    for one in hostile:
        _, *found = csv.reader(io.StringIO(as_csv(one).decode(), newline=""))
        assert len(found) == len(HOSTILE)
        assert not [cell for row in found for cell in row if LIVE.search(cell)], one.name


@pytest.mark.parametrize(
    "text", ["pn-pt 8-16", "a = b", "e-mail: a@b", "12; 13", "za-1", "śr.", "a\n\nb\n", 'a "-1"', '„a"; "b"']
)
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert no_formula(text) == text


@given(st.text(' ;"\t\r\n=-@a\u00a0\uff0d', max_size=8))
def test_no_formula_begins_inside_a_text(text: str) -> None:
    assert not LIVE.search(no_formula(f"a{text}"))


def test_a_text_is_itself_in_a_spreadsheet_and_no_formula(edition: Edition, hostile: tuple[Table, ...]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_workbook(edition, hostile)))
    for one, sheet in zip(hostile, book.worksheets[1:], strict=True):
        for text, row in zip(HOSTILE, sheet.iter_rows(min_row=2), strict=True):
            told = [cell for cell in row if cell.value is not None]
            assert {cell.data_type for cell in told} == {"s"}, one.name
            assert {cell.value.replace("_x000D_", "\r") for cell in told} == {text.replace("_x000D_", "\r")}, one.name


def test_a_text_is_itself_in_the_database(edition: Edition) -> None:
    _, places, *_ = tables = all_tables(edition)
    sources = tuple(
        replace(places, rows=[("=1+1", *row[1:]) for row in places.rows[:1]]) if one is places else one
        for one in tables
    )
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(as_database(edition, sources))
        assert opened.execute("SELECT id FROM locations").fetchall() == [("=1+1",)]


def test_a_cell_is_taken_apart_into_as_many_items_as_there_are() -> None:
    cell = Column("aliases", "/aliases", lambda one: one).cell(("a; b", "c;d", "e"))
    assert cell == "a, b; c,d; e"


def test_the_phone_of_a_service_is_one_that_is_answered(edition: Edition) -> None:
    numbers = (
        Phone(number="12 345 67 89", kind="fax"),
        Phone(number="500 600 700", kind="sms"),
        Phone(number="+48 12 345 67 90", extension="12"),
    )
    service = replace(edition.catalogue.services[0], phones=numbers)
    column = next(one for one in columns_of_services(edition) if one.name == "phone")
    assert column.cell(service) == "48 12 345 67 90 w. 12"


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_begins_a_formula(name: str, fictional_site: Path) -> None:
    cells = [cell for row in rows(fictional_site, name) for cell in row.values()]
    assert cells
    assert not [cell for cell in cells if LIVE.search(cell)]


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


def test_programs_find_the_search_of_services(database: sqlite3.Connection) -> None:
    """An index belongs to a table where it names it as its content and has its rows under the same numbers."""
    (made,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'services_search'").fetchone()
    assert "USING fts5" in made
    assert 'content="services"' in made
    asked = "SELECT id FROM services WHERE rowid IN (SELECT rowid FROM services_search WHERE services_search MATCH ?)"
    assert database.execute(asked, ('"lazni"*',)).fetchall() == [("fundacja-przyklad/laznia",)]
    with closing(sqlite3.connect(":memory:")) as copy:
        database.backup(copy)
        copy.execute("INSERT INTO services_search (services_search, rank) VALUES ('integrity-check', 1)")
        copy.commit()
        copy.execute("VACUUM")
        assert copy.execute(asked, ('"lazni"*',)).fetchall() == [("fundacja-przyklad/laznia",)]


def test_the_database_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("name", NAMES)
def test_the_database_holds_every_row(name: str, database: sqlite3.Connection, fictional_site: Path) -> None:
    count = database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608  # names of this test
    assert count == len(rows(fictional_site, name))


@pytest.mark.parametrize("name", NAMES)
def test_parquet_holds_the_same(name: str, fictional_site: Path) -> None:
    """Every cell of the CSV file under the type that the package names; what is not known is null."""
    table = pq.read_table(fictional_site / f"api/v1/tables/{name}.parquet")
    (about,) = [one for one in load(fictional_site, "datapackage-parquet.json")["resources"] if one["name"] == name]
    assert [(one["name"], PARQUET.get(one["type"], "string")) for one in about["schema"]["fields"]] == [
        (column.name, str(column.type)) for column in table.schema
    ]
    found = [[_as_csv(cell) for cell in row.values()] for row in table.to_pylist()]
    expected = [[cell or None for cell in row.values()] for row in rows(fictional_site, name)]
    for place, column in enumerate(table.schema):
        if str(column.type) == "double":
            for row in expected:
                row[place] = row[place] and str(float(row[place]))
    assert found == expected


def test_a_text_is_itself_in_parquet(hostile: tuple[Table, ...]) -> None:
    for one in hostile:
        texts = replace(one, columns=[replace(column, kind="string") for column in one.columns])
        table = pq.read_table(io.BytesIO(as_parquet(texts)))
        assert [{*row.values()} - {None} for row in table.to_pylist()] == [{text} for text in HOSTILE]


def test_without_pyarrow_the_rest_is_made_and_the_build_says_so(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {file.name for file in data_files(edition)}
    monkeypatch.setitem(sys.modules, PROGRAM, None)
    without = {file.name for file in data_files(edition)}
    assert {one for one in whole - without if not one.endswith(".parquet")} == {"datapackage-parquet.json"}
    assert without < whole
    built = prepared(folder=FICTIONAL, theme=FICTIONAL.parents[1] / "theme", stage="pilot", site_url="", today=TODAY)
    assert built.notes == ("no_parquet",)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_sample_questions_have_answers(question: str, database: sqlite3.Connection) -> None:
    assert database.execute(QUESTIONS[question]).fetchall()


@pytest.mark.parametrize("word", ["łaźnia", "laznia", "ŁAŹNIA", "prysznic*"])
def test_search_needs_no_polish_letters(word: str, database: sqlite3.Connection) -> None:
    found = database.execute("SELECT id FROM services_search WHERE services_search MATCH ?", (word,)).fetchall()
    assert ("fundacja-przyklad/laznia",) in found
