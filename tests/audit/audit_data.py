"""The open data of the real site: every validator of others that is at hand accepts it."""

import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import feedparser
import pytest
import rdflib
from jsonschema import Draft202012Validator
from rdflib.namespace import RDF

import reference
from published import POINTS, load, rows
from service_catalogue.open_data.tables.database import QUESTIONS


@pytest.mark.parametrize("package", ["datapackage.json", "hsds/hsds-tabular.zip"])
@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_nothing_wrong(package: str, site: Path) -> None:
    from frictionless import validate

    report = validate(str(site / "api/v1" / package), type="package")
    assert report.flatten(["title", "note"]) == []


@pytest.mark.parametrize(
    ("name", "files"),
    [
        *((name, f"{name}.json") for name in ("catalogue", "services", "organizations", "vocabularies", "index")),
        ("service", "services/*/*.json"),
        ("organization", "organizations/*.json"),
        ("catalogue", "releases/*/catalogue.json"),
    ],
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


def test_points_are_sound_and_public(site: Path) -> None:
    found = load(site, "services.geojson")
    assert found["features"]
    assert [fault.message for fault in Draft202012Validator(POINTS).iter_errors(found)] == []
    protected = {row["id"] for row in rows(site, "locations") if row["confidential"] == "true"}
    places = {feature["id"].partition("@")[::2] for feature in found["features"]}
    assert not {f"{service.partition('/')[0]}/{place}" for service, place in places} & protected


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_linked_data_has_every_service(site: Path) -> None:
    graph = rdflib.Graph().parse(site / "api/v1/services.jsonld", format="json-ld")
    services = set(graph.subjects(RDF.type, rdflib.URIRef("https://schema.org/Service")))
    assert len(services) == load(site, "index.json")["meta"]["services"]


def test_feeds_are_read_by_readers(site: Path) -> None:
    atom = feedparser.parse((site / "feed.atom").read_bytes())
    feed = json.loads((site / "feed.json").read_text("utf-8"))
    assert not atom.bozo
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [entry.link for entry in atom.entries] == [item["url"] for item in feed["items"]]


def test_every_count_is_the_same(site: Path) -> None:
    """In JSON, lines, tables, the database, HSDS and the release of today; NGOs told from public bodies in each."""
    meta = load(site, "index.json")["meta"]
    services = load(site, "services.json")["services"]
    lines = (site / "api/v1/services.ndjson").read_text("utf-8").count("\n")
    with closing(sqlite3.connect(site / "api/v1/catalogue.sqlite")) as database:
        kinds = dict(database.execute("SELECT organization_kind, count(*) FROM services GROUP BY 1").fetchall())
        (stored,) = database.execute("SELECT count(*) FROM organizations").fetchone()
    hsds = [load(site, f"hsds/{name}.json")["total_items"] for name in ("services", "organizations")]
    released = load(site, "releases/index.json")["releases"][0]
    assert kinds == meta["services_by_kind"] == released["services_by_kind"]
    assert meta["services"] == len(services) == lines == len(rows(site, "services")) == hsds[0] == released["services"]
    assert meta["organizations"] == stored == len(rows(site, "organizations")) == hsds[1]


@reference.needed
def test_the_data_package_profile_accepts_the_package(site: Path) -> None:
    assert reference.package_faults(load(site, "datapackage.json")) == []


@reference.needed
def test_the_official_hsds_schemas_accept_every_object(site: Path) -> None:
    assert list(reference.hsds_faults(site)) == []


@reference.needed
def test_the_shapes_of_dcat_accept_the_description(site: Path) -> None:
    assert reference.dcat_faults(site / "api/v1/catalog.ttl") == ""


@reference.needed
def test_the_harvester_of_the_national_portal_accepts_its_feed(site: Path) -> None:
    assert reference.harvester_faults(site / "api/v1/dane-gov.xml") == []
