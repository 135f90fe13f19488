"""The open JSON: it lists itself truly, and holds what is listed and nothing else."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest


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
        assert entry["licence"] == "CC0-1.0"
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
