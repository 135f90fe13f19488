"""HSDS: whole, sound as a package, true to the records; the official schemas are asked where they are at hand."""

import json
import re
import warnings
import zipfile
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from fictional import FICTIONAL
from published import load, rows, zipped
from service_catalogue.open_data.hsds.ids import NAMESPACE, Ids
from service_catalogue.open_data.hsds.paths import LISTS, SINGLE
from service_catalogue.records.sources import read_sources


def test_lists_and_single_records_are_the_same_things(fictional_site: Path) -> None:
    for name in LISTS:
        page = load(fictional_site, f"hsds/{name}.json")
        listed = {one["id"] for one in page["contents"]}
        assert page["total_items"] == page["size"] == len(listed)
        assert all(str(UUID(id_)) == id_ for id_ in listed)
        single = {file.stem for file in (fictional_site / f"api/v1/hsds/{name}").glob("*.json")}
        assert single == (listed if name in SINGLE else set())


def test_what_has_no_file_of_its_own_stands_whole_elsewhere(fictional_site: Path) -> None:
    """A place of a service in its service, a term in the list of terms: nothing has to be asked for twice."""
    full = load(fictional_site, "hsds/services-full.json")
    places = {place["id"] for one in full for place in one.get("service_at_locations", ())}
    assert places == {one["id"] for one in load(fictional_site, "hsds/service_at_locations.json")["contents"]}
    terms = {one["id"]: one for one in load(fictional_site, "hsds/taxonomy_terms.json")["contents"]}
    said = [attribute["taxonomy_term"] for one in full for attribute in one["attributes"]]
    assert said
    assert all(one.items() <= terms[one["id"]].items() for one in said)


def test_every_service_is_there(fictional_site: Path) -> None:
    full = load(fictional_site, "hsds/services-full.json")
    stable = {a["value"] for one in full for a in one["attributes"] if a["taxonomy_term"]["code"] == "facts/stable-id"}
    assert stable == {one["id"] for one in load(fictional_site, "services.json")["services"]}


def test_a_uuid_belongs_to_an_id_for_ever(fictional_site: Path, fictional_subsite: Path) -> None:
    first, second = (load(site, "hsds/services.json")["contents"] for site in (fictional_site, fictional_subsite))
    assert [one["id"] for one in first] == [one["id"] for one in second]
    bath = next(one for one in first if one["name"] == "Łaźnia")
    assert bath["id"] == "f722eceb-dfd6-5e13-a2fc-c05a8b943062"


@given(st.text(max_size=20))
def test_a_uuid_is_that_of_a_name_as_the_standard_makes_it(id_: str) -> None:
    assert Ids("krakow").of("service", id_) == str(uuid5(NAMESPACE, f"krakow/service/{id_}"))


def test_no_file_has_a_null(fictional_site: Path) -> None:
    """HSDS leaves out what is not known."""
    files = [*(fictional_site / "api/v1/hsds").rglob("*.json")]
    assert [file for file in files if re.search(r":\s*null\b", file.read_text("utf-8"))] == []


def test_nothing_is_null_and_times_are_whole(fictional_site: Path) -> None:
    text = (fictional_site / "api/v1/hsds/services-full.json").read_text("utf-8")
    assert "null" not in text
    bath = next(one for one in json.loads(text) if one["name"] == "Łaźnia")
    assert [slot["opens_at"] for slot in bath["schedules"]] == ["08:00:00", "22:00:00", "09:00:00"]
    assert all(slot["notes"].endswith("Europe/Warsaw") for slot in bath["schedules"])
    assert "capacities" not in bath


def test_a_protected_place_has_no_address(fictional_site: Path) -> None:
    full = load(fictional_site, "hsds/services-full.json")
    places = [at["location"] for one in full for at in one.get("service_at_locations", ())]
    protected = [place for place in places if place["location_type"] == "virtual"]
    assert protected
    for place in protected:
        assert not {"addresses", "latitude", "longitude", "description", "name"} & place.keys()


def test_frictionless_finds_nothing_wrong_in_the_zip(fictional_site: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import validate

        report = validate(str(fictional_site / "api/v1/hsds/hsds-tabular.zip"), type="package")
    assert report.flatten(["title", "note"]) == []


def every_week(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The confirmed slots of a published service that hold in every week; HSDS has no word for the others."""
    slots = record.get("schedules", ()) if record["state"] == "confirmed" else ()
    return [slot for slot in slots if "irregular" not in slot]


def test_from_the_zip_one_comes_back_to_the_records(fictional_site: Path) -> None:
    """What both forms can say is the same, with no cell altered for spreadsheets."""
    attributes = zipped(fictional_site, "attributes")
    stable = {row["link_id"]: row["value"] for row in attributes if row["label"] == "stable-id"}
    listed = {one["id"]: one for one in load(fictional_site, "services.json")["services"]}
    services = zipped(fictional_site, "services")
    assert {stable[row["id"]] for row in services} == listed.keys()
    for row in services:
        record = listed[stable[row["id"]]]
        assert (row["name"], row["description"]) == (record["name"], record["description"])
        assert row["assured_date"] == record.get("assurance", {}).get("date", "")
        assert row["alert"] == record.get("alert", {}).get("text", "")
        assert row["eligibility_description"] == record.get("eligibility_description", "")
        numbers = [one["number"] for one in zipped(fictional_site, "phones") if one["service_id"] == row["id"]]
        assert len(numbers) == len(record.get("phones", ()))
        hours = [one["byday"] for one in zipped(fictional_site, "schedules") if one["service_id"] == row["id"]]
        assert hours == [",".join(slot["byday"]) for slot in every_week(record)]
        codes = {
            one["value"]
            for one in attributes
            if one["link_id"] == row["id"] and one["label"] and "/" not in one["value"]
        }
        assert {*record["support_areas"], *record.get("service_types", ()), *record.get("audiences", ())} <= codes


def test_organizations_and_places_come_back_too(fictional_site: Path) -> None:
    """YAML → tables → back: names, addresses, register numbers, mailboxes, languages, documents, areas."""
    attributes = {
        row["link_id"]: row["value"] for row in zipped(fictional_site, "attributes") if row["label"] == "stable-id"
    }
    addresses = {row["location_id"]: row for row in zipped(fictional_site, "addresses")}
    numbers = zipped(fictional_site, "organization_identifiers")
    for row in zipped(fictional_site, "organizations"):
        record = read_sources(FICTIONAL)[0].organizations[attributes[row["id"]]].data
        assert (row["name"], row["description"]) == (record["name"], record["description"])
        assert row["website"] == record.get("website", "")
        assert row["email"] == next(iter(record.get("emails", ())), "")
        told = {one["identifier"] for one in numbers if one["organization_id"] == row["id"]}
        assert told == {*record.get("organization_identifiers", {}).values()}
    for row in zipped(fictional_site, "locations"):
        organization, _, code = row["external_identifier"].partition("/")
        place = read_sources(FICTIONAL)[0].organizations[organization].data["locations"][code]
        assert [float(row[name] or 0) for name in ("latitude", "longitude")] == [
            place.get(name, 0) for name in ("latitude", "longitude")
        ]
        if row["id"] in addresses:
            address = addresses[row["id"]]
            assert [address[name] for name in ("address_1", "postal_code", "city")] == [
                place[name] for name in ("address_1", "postal_code", "city")
            ]
    for row in zipped(fictional_site, "services"):
        organization, _, slug = attributes[row["id"]].partition("/")
        record = read_sources(FICTIONAL)[0].organizations[organization].data["services"][slug]
        for table, column, field in (
            ("languages", "code", "languages"),
            ("required_documents", "document", "required_documents"),
        ):
            told = [one[column] for one in zipped(fictional_site, table) if one["service_id"] == row["id"]]
            assert told == record.get(field, [])
        assert row["url"] == record.get("website", "")


def test_counts_agree(fictional_site: Path) -> None:
    assert len(zipped(fictional_site, "services")) == len(rows(fictional_site, "services"))
    assert len(zipped(fictional_site, "organizations")) == len(rows(fictional_site, "organizations"))
    assert len(zipped(fictional_site, "locations")) == len(rows(fictional_site, "locations"))
    assert len(zipped(fictional_site, "phones")) == len(rows(fictional_site, "phones"))
    services = load(fictional_site, "services.json")["services"]
    assert len(zipped(fictional_site, "schedules")) == sum(len(every_week(one)) for one in services)


def test_the_zip_has_no_clock(fictional_site: Path) -> None:
    with zipfile.ZipFile(fictional_site / "api/v1/hsds/hsds-tabular.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
