"""A licence for each file, and the same data without what is OpenStreetMap's."""

import json
from pathlib import Path

from catalogue_examples import fictional
from published import API, load
from service_catalogue.open_data.licences import CC0, ODBL, without_osm


def _points() -> list[bytes]:
    places = [place for one in fictional().organizations for place in one.locations]
    points = [str(place.latitude).encode() for place in places if place.point_of_osm]
    assert points
    return points


def test_what_is_cc0_holds_no_point_of_openstreetmap(fictional_site: Path) -> None:
    licences = {one["path"]: one["licence"] for one in load(fictional_site, "index.json")["files"]}
    holding = {name for name in licences for point in _points() if point in (fictional_site / API / name).read_bytes()}
    assert {licences[name] for name in holding} == {ODBL}
    assert {"catalogue.json", "services.geojson", "tables/locations.csv"} <= holding


def test_the_free_files_are_the_same_without_them(fictional_site: Path) -> None:
    free, whole = (load(fictional_site, name) for name in ("cc0/catalogue.json", "catalogue.json"))
    assert (free["meta"]["licence"], whole["meta"]["licence"]) == (CC0, ODBL)
    assert [one["id"] for one in free["services"]] == [one["id"] for one in whole["services"]]
    places = [place for one in free["organizations"] for place in one.get("locations", ())]
    assert [place for place in places if "OpenStreetMap" in str(place)] == []
    assert [place["latitude"] for place in places if "latitude" in place] != []


def test_portals_and_packages_name_the_licence_of_each_file(fictional_site: Path) -> None:
    package = load(fictional_site, "datapackage.json")
    by_name = {one["name"]: one["licenses"][0]["name"] for one in package["resources"]}
    assert (by_name["locations"], by_name["phones"]) == (ODBL, CC0)
    blocks = (fictional_site / API / "catalog.ttl").read_text("utf-8").split("\n<")
    names = ("catalogue.json", "vocabularies.json")
    said = {name: block for block in blocks for name in names if f"api/v1/{name}#" in block[:120]}
    assert "licence/ODC_BL" in said["catalogue.json"]
    assert "licence/CC0" in said["vocabularies.json"]
    assert load(fictional_site, "hsds/openapi.json")["info"]["license"]["identifier"] == ODBL
    assert json.loads((fictional_site / API / "index.json").read_bytes())["meta"]["licence"] == CC0


def test_nothing_of_openstreetmap_is_left_in_a_catalogue_without_it() -> None:
    assert fictional().holds_osm
    assert not without_osm(fictional()).holds_osm
