"""The open data of the real site: every validator of others that is at hand accepts it."""

import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import reference
from service_catalogue.exports.database import QUESTIONS


@pytest.mark.parametrize("package", ["datapackage.json", "hsds/hsds-tabular.zip"])
@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_nothing_wrong(package: str, site: Path) -> None:
    from frictionless import validate

    report = validate(str(site / "api/v1" / package), type="package")
    assert report.flatten(["title", "note"]) == []


@pytest.mark.parametrize(
    ("name", "files"),
    [("catalogue", "catalogue.json"), ("service", "services/*/*.json"), ("organization", "organizations/*.json")],
)
def test_the_published_schemas_accept_every_file(name: str, files: str, site: Path) -> None:
    schema = json.loads((site / f"schemas/v1/published/{name}.schema.json").read_text("utf-8"))
    asked = Draft202012Validator(schema)
    for file in (site / "api/v1").glob(files):
        assert [fault.message for fault in asked.iter_errors(json.loads(file.read_text("utf-8")))] == [], file


def test_the_database_is_sound_and_answers(site: Path) -> None:
    with closing(sqlite3.connect(site / "api/v1/catalogue.sqlite")) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert all(database.execute(sql).fetchall() for sql in QUESTIONS.values())


def test_sums_are_right(site: Path) -> None:
    command = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    assert subprocess.run(command, cwd=site / "api/v1", check=False).returncode == 0


@reference.needed
def test_the_official_hsds_schemas_accept_every_object(site: Path) -> None:
    assert list(reference.hsds_faults(site)) == []


@reference.needed
def test_the_shapes_of_dcat_accept_the_description(site: Path) -> None:
    assert reference.dcat_faults(site / "api/v1/catalog.ttl") == ""


@reference.needed
def test_the_harvester_of_the_national_portal_accepts_its_feed(site: Path) -> None:
    assert reference.harvester_faults(site / "api/v1/dane-gov.xml") == []
