"""The texts of records for readers of another language: translations that hold, old ones, and Polish that says so."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from catalogue_examples import fictional
from service_catalogue.model import Service, Translation, Translations
from service_catalogue.notation import Passage
from service_catalogue.records.schemas import SCHEMA_FOLDER
from service_catalogue.words import is_up_to_date, original_of, told_in
from service_catalogue.words.of_records import TEXTS

BATH = "fundacja-przyklad/laznia"
NAMES = {"name", "aliases", "address_1", "city", "publisher", "provider", "funder", "commissioned_by", "premises"}
NAMES |= {"partners", "who", "by"}
"""What things are called is the same in every language."""


def translated(**texts: str) -> Service:
    """The bath with its texts in Ukrainian, as somebody translated them from what it says today."""
    bath = fictional().service[BATH]
    of = texts.pop("of", original_of(bath)[:8])
    return replace(bath, translations=Translations(uk=Translation(of=of, **texts)))


def told(service: Service) -> Service:
    """A service as Ukrainian readers see it."""
    return told_in(replace(fictional(), services=(service,)), "uk").services[0]


def test_polish_readers_see_the_records_themselves() -> None:
    assert told_in(fictional(), "pl") is fictional()


def test_what_is_translated_is_told_and_the_rest_is_polish_and_says_so() -> None:
    service = translated(name="Лазня")
    seen = told(service)
    assert is_up_to_date(service, "uk")
    assert seen.name == "Лазня"
    assert isinstance(seen.name, Passage)
    assert seen.name.html == 'Лазня <span class="beside-it" lang="pl">Łaźnia</span>'
    assert isinstance(seen.description, Passage)
    assert seen.description.language == "pl"
    assert seen.description == service.description


def test_a_translation_of_what_has_changed_says_so() -> None:
    seen = told(translated(name="Лазня", description="Купання.", of="0000"))
    assert isinstance(seen.description, Passage)
    assert seen.description.is_dated
    assert not seen.description.language


def test_what_records_share_stays_shared() -> None:
    seen = told_in(fictional(), "uk")
    by_id = {organization.id: organization for organization in seen.organizations}
    assert all(service.organization is by_id[service.organization.id] for service in seen.services)
    assert [one.id for one in seen.services] == [one.id for one in fictional().services]


def test_names_stay_as_they_are() -> None:
    seen = told_in(fictional(), "uk").service[BATH]
    assert not isinstance(seen.organization.locations[0].name, Passage)
    assert not isinstance(seen.organization.locations[0].address_1, Passage)


def prose(schema: Any, name: str = "") -> Iterator[str]:
    """The names of all fields of a schema that hold words of whoever wrote a record: no choice, no set form."""
    if not isinstance(schema, dict):
        return
    if schema.get("type") == "string" and not {"enum", "pattern", "format", "const"} & schema.keys():
        yield name
    for key, part in schema.get("properties", {}).items():
        yield from prose(part, key)
    for key in ("items", "additionalProperties"):
        yield from prose(schema.get(key), name)


@pytest.mark.parametrize("path", [("$defs", "service"), ("$defs", "location"), ()])
def test_every_text_of_a_record_is_told_in_a_language_or_is_a_name(path: tuple[str, ...]) -> None:
    schema: Any = json.loads((SCHEMA_FOLDER / "organization.schema.json").read_text("utf-8"))
    for step in path:
        schema = schema[step]
    known = {name.rstrip("_") for names in TEXTS.values() for name in names}
    hidden = {"editors_note", "district_source", "reason", "contact", "note", "keywords", "stated"}
    codes = {"locations", "support_areas", "service_types", "audiences", "languages", "districts", "gminas"}
    codes |= {"location", "district", "gmina"}
    assert set(prose(schema)) - known - NAMES - hidden - codes == set()


def test_no_text_is_forgotten_in_the_model() -> None:
    for kind, names in TEXTS.items():
        assert is_dataclass(kind)
        assert set(names) <= {field.name for field in fields(kind)}
