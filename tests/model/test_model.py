"""The frozen catalogue: it has what the schema publishes, and nothing of what it hides."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest

from service_catalogue.hours import Clock
from service_catalogue.model import Catalogue, Location, Organization, Schedule, Service, build
from service_catalogue.records.schemas import schemas

OTHERWISE = {
    "Organization": {"id", "services"},
    "Location": {"id", "hours"},
    "Service": {"id", "organization", "publication", "withheld_reason", "replaced_by", "hours"},
}
"""What a record says elsewhere (its file, its key), what ends with the checks, and typed hours."""


PARTS = {Organization: (), Service: ("services", "x"), Location: ("locations", "x")}


def members(kind: Any) -> tuple[set[str], set[str]]:
    """The names of published and of hidden properties of the schema of a kind of thing."""
    properties = schemas().part("organization", PARTS[kind])["properties"]
    hidden = {name for name, part in properties.items() if "x-published" in part}
    return set(properties) - hidden, hidden


@pytest.mark.parametrize("kind", PARTS)
def test_schema_and_model_have_the_same_parts(kind: Any) -> None:
    shown, hidden = members(kind)
    attributes = {part.name.rstrip("_") for part in fields(kind)}
    other = OTHERWISE[kind.__name__]
    assert attributes - other == shown - other
    assert not attributes & hidden


def nested(kind: Any, seen: set[Any]) -> Iterator[Any]:
    """A dataclass and all dataclasses inside it."""
    if kind in seen or not is_dataclass(kind):
        return
    seen.add(kind)
    yield kind
    for hint in get_type_hints(kind).values():
        for inner in (hint, *get_args(hint)):
            yield from nested(inner, seen)


def test_everything_in_a_catalogue_is_frozen() -> None:
    for kind in nested(Catalogue, set()):
        assert kind.__dataclass_params__.frozen, kind


VOCABULARIES: dict[str, dict[str, Any]] = {
    "areas": {"dom": {"name": {"pl": "Dom"}}},
    "service_types": {},
    "audiences": {},
    "districts": {"stare": {"name": "Stare"}},
    "gminas": {"miasto": {"name": "Miasto"}},
    "languages": {},
    "help_lines": {},
}
SITE = {"name": "Katalog", "city": "Miasto", "city_in": "w Mieście", "gmina": "miasto", "languages": ["pl"]}


def service(**parts: Any) -> dict[str, Any]:
    return {"name": "Łaźnia", "description": "Kąpiel.", "publication": "listed", "support_areas": ["dom"]} | parts


def made(**services: Any) -> Catalogue:
    places = {"biuro": {"address_1": "ul. Jasna 1", "district": "stare"}, "tajne": {"confidential": True}}
    organization = {
        "name": "A",
        "kind": "ngo",
        "description": "A.",
        "locations": places,
        "services": services,
        "editors_note": "sekret",
    }
    return build({"a": organization}, VOCABULARIES, SITE, date(2026, 11, 21))


def test_withheld_services_and_their_places_stay_behind() -> None:
    withheld = service(publication="withheld", withheld_reason="ended", locations=["tajne"])
    catalogue = made(laznia=service(locations=["biuro"]), hostel=withheld)
    assert [one.id for one in catalogue.services] == ["a/laznia"]
    assert [place.id for place in catalogue.organizations[0].locations] == ["biuro"]
    assert catalogue.withheld == (("ended", 1),)
    assert "sekret" not in repr(catalogue)


def test_an_organization_with_nothing_listed_is_not_there() -> None:
    catalogue = made(hostel=service(publication="withheld", withheld_reason="ended"))
    assert catalogue.organizations == ()
    assert catalogue.services == ()


def test_typed_hours_and_schedules_are_the_same() -> None:
    typed = made(laznia=service(hours="pn, śr 8-12:30; pt 22-6")).services[0]
    written = [
        {"byday": ["MO", "WE"], "opens_at": "8:00", "closes_at": "12:30"},
        {"byday": ["FR"], "opens_at": "22:00", "closes_at": "6:00"},
    ]
    assert typed.schedules == made(laznia=service(schedules=written)).services[0].schedules
    assert typed.schedules[0] == Schedule(
        byday=("MO", "WE"), opens_at=Clock.read("8:00"), closes_at=Clock.read("12:30")
    )


def test_a_service_is_called_at_its_own_number_before_its_places_or_its_organizations() -> None:
    own = made(laznia=service(phones=[{"number": "12 345 67 89", "kind": "fax"}, {"number": "986"}])).services[0]
    assert [phone.dialled for phone in own.contact_phones()] == ["986"]
    assert made(laznia=service()).services[0].contact_phones() == ()


def test_no_documents_needed_is_not_the_same_as_not_known() -> None:
    assert made(laznia=service(required_documents=[])).services[0].required_documents == ()
    assert made(laznia=service()).services[0].required_documents is None
