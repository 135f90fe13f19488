"""What portals, maps, feeds and search engines read."""

import hashlib
import json
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
import rdflib
from jsonschema import Draft202012Validator
from rdflib.namespace import RDF

import reference
from building import Order, build_site
from fictional import FICTIONAL, TODAY
from published import POINTS, load, rows
from service_catalogue.history.dates import History, RecordDates
from service_catalogue.history.days import Change, DayOfChanges
from service_catalogue.history.events import Event
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.feeds.atom import atom
from service_catalogue.open_data.feeds.json_feed import json_feed
from service_catalogue.open_data.json_api.changes import files as change_files
from service_catalogue.open_data.portals.dane_gov import ext_ident
from service_catalogue.publishing.preparation import prepared
from shared import Shared

SCHEMA = rdflib.Namespace("https://schema.org/")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")


@pytest.fixture(scope="session")
def public_site(shared: Shared) -> Path:
    """The fictional catalogue in its public stage."""
    root = "https://example.org"

    def make(folder: Path) -> None:
        build_site(Order(folder=FICTIONAL, output=folder / "site", today=TODAY, stage="public", site_url=root))

    return shared("public", make) / "site"


@pytest.fixture
def edition() -> Edition:
    """An edition whose history is known."""
    built = prepared(
        folder=FICTIONAL,
        theme=FICTIONAL.parents[1] / "theme",
        stage="pilot",
        site_url="https://example.org",
        today=TODAY,
    )
    change = RecordDates(date(2026, 1, 1), date(2026, 11, 1), "2026-11-01T12:00:00+01:00")
    told = (
        Change("confirmed", "fundacja-przyklad/laznia"),
        Change("changed", "fundacja-przyklad/laznia", ("name", "phones")),
        Change("changed", "fundacja-przyklad/dawna-usluga", ("name",)),
    )
    events = (
        Event("fundacja-przyklad", "2026-11-01T12:00:00+01:00", "2", told[1:2]),
        Event("fundacja-przyklad", "2026-11-01T09:00:00+01:00", "1", told[:1]),
        Event("fundacja-przyklad", "2026-10-30T09:00:00+01:00", "0", (Change("added", "fundacja-przyklad"),)),
        Event("dawna", "2026-10-30T09:00:00+01:00", "0", (Change("added", "dawna"),)),
    )
    history = History({"fundacja-przyklad": change}, (DayOfChanges(date(2026, 11, 1), told, removed=2),), events)
    return Edition(
        catalogue=built.catalogue,
        words=built.words,
        stage="pilot",
        site_url="https://example.org",
        pages=(),
        history=history,
    )


def test_sums_are_right(fictional_site: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=fictional_site / "api/v1",
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stdout
    there = {path for path in (fictional_site / "api/v1").rglob("*") if path.is_file()}
    assert done.stdout.count(b": OK") == len(there) - 1


def test_lines_are_the_services(fictional_site: Path) -> None:
    lines = (fictional_site / "api/v1/services.ndjson").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == load(fictional_site, "services.json")["services"]


def test_points_are_sound_and_public(fictional_site: Path) -> None:
    found = load(fictional_site, "services.geojson")
    assert [fault.message for fault in Draft202012Validator(POINTS).iter_errors(found)] == []
    public = {row["id"] for row in rows(fictional_site, "locations") if row["precision"] in ("building", "street")}
    for feature in found["features"]:
        service, _, place = feature["id"].partition("@")
        assert f"{service.partition('/')[0]}/{place}" in public
    assert len(found["features"]) == 2


def test_the_data_set_lists_its_files(fictional_site: Path) -> None:
    graph = rdflib.Graph().parse(fictional_site / "api/v1/catalog.ttl")
    assert len(list(graph.subjects(RDF.type, DCAT.Dataset))) == 1
    listed = {str(address) for address in graph.objects(None, DCAT.downloadURL)}
    assert "https://example.org/katalog/api/v1/tables/services.csv" in listed
    for address in listed:
        assert (fictional_site / address.removeprefix("https://example.org/katalog/")).exists()


@reference.needed
def test_the_shapes_of_dcat_accept_it(fictional_site: Path) -> None:
    assert reference.dcat_faults(fictional_site / "api/v1/catalog.ttl") == ""


@reference.needed
def test_the_harvester_accepts_its_feed(fictional_site: Path) -> None:
    assert reference.harvester_faults(fictional_site / "api/v1/dane-gov.xml") == []


def test_the_harvesters_feed_is_well_formed_and_has_its_fingerprint(fictional_site: Path) -> None:
    content = (fictional_site / "api/v1/dane-gov.xml").read_bytes()
    root = ET.fromstring(content)  # noqa: S314  # our own
    space = {"d": "urn:otwarte-dane:harvester:1.10"}
    names = [one.text for one in root.iterfind(".//d:extIdent", space)]
    assert len(set(names)) == len(names) == 6
    fingerprint = (fictional_site / "api/v1/dane-gov.md5").read_text("ascii")
    assert fingerprint == hashlib.md5(content, usedforsecurity=False).hexdigest()


def test_what_the_portal_knows_a_file_by_never_changes() -> None:
    assert ext_ident("krakow") == "39e391ebc60ff24f750344771824a142"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_linked_data_says_the_same(fictional_site: Path) -> None:
    graph = rdflib.Graph().parse(fictional_site / "api/v1/services.jsonld", format="json-ld")
    services = set(graph.subjects(RDF.type, SCHEMA.Service))
    assert len(services) == len(load(fictional_site, "services.json")["services"])
    for service in services:
        provider = graph.value(service, SCHEMA.provider)
        assert graph.value(service, SCHEMA.name)
        assert graph.value(provider, RDF.type) in (SCHEMA.NGO, SCHEMA.GovernmentOrganization, SCHEMA.Organization)
    assert rdflib.URIRef("https://example.org/baza/Q0") in set(graph.objects(None, SCHEMA.sameAs))
    assert {str(value) for value in graph.objects(None, SCHEMA.opens)} == {"08:00:00", "00:00:00"}
    numbers = {str(value) for value in graph.objects(None, SCHEMA.value)}
    assert {"0000000001", "0000011"} <= numbers


def test_only_a_public_page_speaks_to_search_engines(fictional_site: Path, public_site: Path) -> None:
    page = "uslugi/fundacja-przyklad/laznia/index.html"
    assert "ld+json" not in (fictional_site / page).read_text("utf-8")
    block = (public_site / page).read_text("utf-8").partition('<script type="application/ld+json">')[2]
    said = json.loads(block.partition("</script>")[0])
    assert (said["@type"], said["name"], said["provider"]["@type"]) == ("Service", "Łaźnia", "NGO")


def test_each_change_is_one_entry_with_an_id_of_its_own(edition: Edition) -> None:
    """What is new is called new; nothing is told of what is not listed."""
    found = feedparser.parse(atom(edition))
    assert not found.bozo
    assert [(one.title, one.updated) for one in found.entries] == [
        ("Zmieniono wpis: Łaźnia (Fundacja Przykład)", "2026-11-01T12:00:00+01:00"),
        ("Zmieniono wpis: Łaźnia (Fundacja Przykład)", "2026-11-01T09:00:00+01:00"),
        ("Nowe: Fundacja Przykład", "2026-10-30T09:00:00+01:00"),
    ]
    assert found.entries[0].summary == "Zmieniono: Łaźnia (Fundacja Przykład) (Nazwa, Telefony)"
    assert len({one.id for one in found.entries}) == 3
    feed = json.loads(json_feed(edition))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [(item["id"], item["title"]) for item in feed["items"]] == [(one.id, one.title) for one in found.entries]
    for item in feed["items"]:
        assert item["content_text"]
        assert item["url"].startswith("https://example.org/")
        assert datetime.fromisoformat(item["date_modified"]).astimezone(UTC)


def test_a_change_has_the_same_id_wherever_the_site_stands(edition: Edition) -> None:
    elsewhere = feedparser.parse(atom(replace(edition, site_url="https://other.example/katalog")))
    assert [one.id for one in elsewhere.entries] == [one.id for one in feedparser.parse(atom(edition)).entries]


def test_feeds_are_empty_where_nothing_is_known(edition: Edition) -> None:
    unknown = replace(edition, history=History())
    assert feedparser.parse(atom(unknown)).entries == []
    assert json.loads(json_feed(unknown))["items"] == []


def test_changes_are_told_in_words(edition: Edition) -> None:
    whole, day = (json.loads(file.content) for file in change_files(edition))
    assert whole["days"] == [day]
    assert day["said"] == [
        "Potwierdzono: Łaźnia (Fundacja Przykład)",
        "Zmieniono: Łaźnia (Fundacja Przykład) (Nazwa, Telefony)",
        "Z katalogu zniknęły 2 usługi",
    ]
