"""The published schemas accept every file that is published, and refuse broken ones."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from published import load


def validator(site: Path, name: str) -> Draft202012Validator:
    """A published schema, itself sound."""
    schema = json.loads((site / f"schemas/v1/published/{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("catalogue", "catalogue.json"),
        ("services", "services.json"),
        ("organizations", "organizations.json"),
        ("vocabularies", "vocabularies.json"),
        ("index", "index.json"),
        ("service", "services/*/*.json"),
        ("organization", "organizations/*.json"),
    ],
)
def test_every_file_is_accepted(name: str, files: str, fictional_site: Path) -> None:
    asked = validator(fictional_site, name)
    found = sorted((fictional_site / "api/v1").glob(files))
    assert found
    for file in found:
        assert [fault.message for fault in asked.iter_errors(json.loads(file.read_text("utf-8")))] == [], file


def broken(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """A whole file, each time with one thing wrong."""

    def with_service(**members: object) -> dict[str, Any]:
        wrong = copy.deepcopy(data)
        wrong["services"][0] |= members
        return wrong

    yield "misspelt member", with_service(nmae="x")
    yield "number for text", with_service(name=1)
    yield "unknown state", with_service(state="sure")
    yield "unknown status", with_service(status="open")
    yield "text for a list", with_service(keywords="x")
    yield "no code", with_service(support_areas=["Bezdomność!"])
    yield "broken cost", with_service(cost={"kind": "cheap"})
    yield "broken date", with_service(assurance={"date": "wczoraj", "method": "phone", "by": "x"})
    yield "broken hours", with_service(schedules=[{"byday": ["PON"], "opens_at": "8:00", "closes_at": "9:00"}])
    yield "an editor's note", with_service(editors_note="x")
    yield "null", with_service(alert=None)
    yield "no services", {**data, "services": {}}
    yield "no meta", {key: value for key, value in data.items() if key != "meta"}


def test_broken_files_are_refused(fictional_site: Path) -> None:
    asked = validator(fictional_site, "services")
    wrong = dict(broken(load(fictional_site, "services.json")))
    assert [name for name, data in wrong.items() if asked.is_valid(data)] == []


@pytest.mark.parametrize("member", ["id", "organization_id", "name", "state", "description", "support_areas"])
def test_what_must_be_there_is_missed(member: str, fictional_site: Path) -> None:
    data = load(fictional_site, "services.json")
    del data["services"][0][member]
    assert not validator(fictional_site, "services").is_valid(data)
