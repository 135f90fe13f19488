"""The open JSON: it lists itself truly, and holds what is listed and nothing else."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fictional import COMMIT, FICTIONAL
from service_catalogue.open_data.licences import PAGES
from service_catalogue.records.schemas import schemas
from service_catalogue.records.sources import read_sources

IN_OTHER_WORDS = {"stated", "publication", "hours", "kind", "what"}
"""Published as codes, as the list a record is in, as `schedules`, or left out where it is what goes without saying."""


def load(site: Path, path: str) -> Any:
    """A JSON file of the site."""
    return json.loads((site / "api/v1" / path).read_text("utf-8"))


def test_the_index_lists_every_file_truly(fictional_site: Path) -> None:
    folder = fictional_site / "api/v1"
    listed = {entry["path"]: entry for entry in load(fictional_site, "index.json")["files"]}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert set(listed) == there - {"index.json", "SHA256SUMS"}
    for path, entry in listed.items():
        content = (folder / path).read_bytes()
        assert (entry["size"], entry["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
        assert entry["licence"] in PAGES
        assert entry["media_type"]
        assert entry["title"]
        assert entry["description"]


def test_services_have_the_parts_that_others_rely_on(fictional_site: Path) -> None:
    services = load(fictional_site, "services.json")["services"]
    for service in services:
        assert list(service)[:4] == ["id", "organization_id", "name", "state"]
        assert service["id"].startswith(service["organization_id"] + "/")
        assert load(fictional_site, f"services/{service['id']}.json")["service"] == service


def test_the_whole_catalogue_is_its_parts(fictional_site: Path) -> None:
    whole = load(fictional_site, "catalogue.json")
    assert whole["services"] == load(fictional_site, "services.json")["services"]
    assert whole["organizations"] == load(fictional_site, "organizations.json")["organizations"]
    assert whole["vocabularies"] == load(fictional_site, "vocabularies.json")["vocabularies"]


@pytest.mark.parametrize(
    "key", ["editors_note", "conflicts", "confidence", "stated", "date_estimate", "hidden_synonyms", "hours_claimed"]
)
def test_what_is_for_editors_is_in_no_file(key: str, fictional_site: Path) -> None:
    for file in (fictional_site / "api").rglob("*.json"):
        assert f'"{key}"' not in file.read_text("utf-8"), file


def test_nothing_needed_is_not_the_same_as_not_known(fictional_site: Path) -> None:
    services = load(fictional_site, "services.json")["services"]
    needed = [service.get("required_documents") for service in services]
    assert [] in needed
    assert None in needed


def published(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every value of the listed parts of a record that is not for editors alone, by its place."""
    services = {slug: one for slug, one in record["services"].items() if one["publication"] == "listed"}
    used = {code for one in services.values() for code in one.get("locations", ())}
    places = {code: one for code, one in record.get("locations", {}).items() if code in used}
    closed: list[tuple[str | int, ...]] = []
    for pointer, schema, value in schemas().walk("organization", {**record, "services": services, "locations": places}):
        if schema.get("x-published") is False:
            closed.append(pointer)
        if not isinstance(value, dict | list) and not any(pointer[: len(part)] == part for part in closed):
            yield ".".join(map(str, pointer)), str(value)


def values(data: object) -> Iterator[str]:
    """Every value in JSON."""
    if isinstance(data, dict):
        for part in data.values():
            yield from values(part)
    elif isinstance(data, list):
        for part in data:
            yield from values(part)
    else:
        yield str(data)


def test_nothing_that_may_be_told_is_lost(fictional_site: Path) -> None:
    """Every field of a listed record, of which the fictional ones use all, is in the whole catalogue."""
    told = set(values(load(fictional_site, "catalogue.json")))
    seen = 0
    for record in read_sources(FICTIONAL)[0].organizations.values():
        for place, value in published(record.data):
            seen += 1
            assert value in told or IN_OTHER_WORDS & {*place.split(".")}, (record.id, place, value)
    assert seen > 150


def test_every_file_says_which_day_version_and_zone_it_is_of(fictional_site: Path) -> None:
    for path in ("index.json", "catalogue.json", "services/parafia-przykladowa/kuchnia.json", "releases/index.json"):
        meta = load(fictional_site, path)["meta"]
        assert (meta["date"], meta["commit"], meta["timezone"]) == ("2026-11-21", COMMIT, "Europe/Warsaw")
        if not path.startswith("services/"):
            assert sum(meta["services_by_kind"].values()) == meta["services"]
            assert sum(meta["organizations_by_kind"].values()) == meta["organizations"]


def test_no_file_of_a_single_record_hangs_on_how_many_others_there_are(fictional_site: Path) -> None:
    for path in ("services/parafia-przykladowa/kuchnia.json", "organizations/parafia-przykladowa.json"):
        assert not load(fictional_site, path)["meta"].keys() & {"services", "services_by_kind", "withheld"}


def test_every_page_says_of_which_version_it_is(fictional_site: Path) -> None:
    pages = [page for page in fictional_site.rglob("*.html") if "assets" not in page.parts]
    assert len(pages) > 40
    address = f"https://example.org/katalog/commit/{COMMIT}"
    assert [page for page in pages if address not in page.read_text("utf-8")] == []
