"""What is protected by the form of a service leaves nothing of its place in the model, whatever its record says."""

from datetime import date
from typing import Any

import pytest

from service_catalogue.model import Catalogue, Plain, Protection, build, tells_no_place

FORMS: dict[str, Any] = {
    "dom": {"name": {"pl": "Dom"}, "address_policy": "hidden"},
    "maly-dom": {"name": {"pl": "Mały dom"}, "broader": "dom"},
    "rozmowa": {"name": {"pl": "Rozmowa"}},
    "pobyt": {"name": {"pl": "Pobyt"}, "address_policy": "ask"},
}
VOCABULARIES: dict[str, dict[str, Any]] = {
    "areas": {"pomoc": {"name": {"pl": "Pomoc"}}},
    "service_types": FORMS,
    "audiences": {},
    "districts": {"knahdzielnica": {"name": "Dzielnica"}},
    "gminas": {"miasto": {"name": "Miasto"}},
    "languages": {},
    "help_lines": {},
}
SITE = {"name": "Katalog", "city": "Miasto", "city_in": "w Mieście", "gmina": "miasto", "languages": ["pl"]}
PUBLIC = {"publisher": "Fundacja", "url": "https://example.org/dom", "date": "2026-11-01"}
TELLING: dict[str, Any] = {
    "name": "knahnazwa",
    "address_1": "ul. knahulica 5",
    "postal_code": "31-999",
    "city": "knahmiasto",
    "district": "knahdzielnica",
    "district_source": "knahskad",
    "latitude": 50.07777,
    "longitude": 19.97777,
    "position": {"precision": "building", "source": "knahzrodlo"},
    "access_note": "knahwejscie",
    "accessibility": {"note": "knahpodjazd"},
    "service_area": {"text": "knahobszar"},
    "schedule_raw": "knahgodziny",
}


def service(**parts: Any) -> dict[str, Any]:
    return {"name": "Dom", "description": "Dom.", "publication": "listed", "support_areas": ["pomoc"]} | parts


def made(places: dict[str, Any], **services: Any) -> Catalogue:
    organization = {"name": "A", "kind": "ngo", "description": "A.", "locations": places, "services": services}
    return build({"a": organization}, VOCABULARIES, SITE, date(2026, 11, 21))


@pytest.mark.parametrize("field", TELLING)
@pytest.mark.parametrize("form", ["dom", "maly-dom"])
def test_the_place_of_a_protected_form_is_bare(form: str, field: str) -> None:
    """Also the id of the place, which its author did not choose for a protected one."""
    place = {field: TELLING[field]}
    catalogue = made({"knahplac-5": place}, dom=service(service_types=[form], locations=["knahplac-5"]))
    (told,) = catalogue.services
    assert told.confidential
    for part in ("knah", "31-999", "50.07777", "19.97777"):
        assert part not in repr(catalogue.organizations) + repr(told)


def test_without_a_place_it_is_protected_too() -> None:
    (told,) = made({}, dom=service(service_types=["dom"])).services
    assert told.confidential
    assert not told.district_unknown
    assert [(place.confidential, place.address_1) for place in told.locations] == [(True, None)]


def test_a_place_that_others_share_is_bare_for_all() -> None:
    places = {"biuro": {"address_1": "ul. Jasna 1"}, "dom": {"address_1": "ul. Ciemna 2"}}
    hidden = service(service_types=["dom"], locations=["dom"])
    catalogue = made(places, dom=hidden, rozmowa=service(service_types=["rozmowa"], locations=["biuro", "dom"]))
    assert "Ciemna" not in repr(catalogue.services)
    assert [place.address_1 for place in catalogue.service["a/rozmowa"].locations] == ["ul. Jasna 1", None]


def test_what_narrows_a_protected_place_down_stays_behind() -> None:
    parts: dict[str, Any] = {
        "service_area": {"districts": ["knahdzielnica"], "text": "całe miasto"},
        "operators": {"premises": "knahparafia", "funder": "Miasto"},
        "capacity": [{"maximum": 2, "unit": "places", "location": "knahplac"}],
    }
    protected = service(service_types=["dom"], locations=["knahplac"], **parts)
    (told,) = made({"knahplac": {"address_1": "ul. knahulica 5"}}, dom=protected).services
    assert "knah" not in repr(told)
    assert told.service_area
    assert (told.service_area.text, told.capacity[0].maximum) == ("całe miasto", 2)


def test_an_open_place_beside_a_protected_one_is_only_a_way_to_ask() -> None:
    """Who looks for somebody would look there, and the page of its district would name the service."""
    biuro = {"address_1": "ul. Jasna 1", "district": "knahdzielnica", "phones": [{"number": "12 345 67 89"}]}
    places = {"dom": {"confidential": True}, "biuro": biuro}
    hidden = service(locations=["dom", "biuro"], capacity=[{"maximum": 2, "unit": "places", "location": "biuro"}])
    catalogue = made(places, dom=hidden, rozmowa=service(service_types=["rozmowa"], locations=["biuro"]))
    told = catalogue.service["a/dom"]
    assert [place.address_1 for place in told.locations] == [None]
    assert (told.districts, told.capacity[0].location) == ((), None)
    assert [phone.number for phone in told.contact_phones()] == ["12 345 67 89"]
    assert catalogue.service["a/rozmowa"].locations[0].address_1 == "ul. Jasna 1"


@pytest.mark.parametrize("named", ["knahdom", "knahnikt"])
def test_a_count_of_places_names_no_place_that_is_not_told(named: str) -> None:
    """Neither a protected one nor one of withheld services alone."""
    places = {
        "knahdom": {"confidential": True},
        "knahnikt": {"address_1": "ul. Inna 2"},
        "biuro": {"address_1": "ul. Jasna 1"},
    }
    counted = [{"maximum": 2, "unit": "places", "location": named}]
    catalogue = made(places, rozmowa=service(service_types=["rozmowa"], locations=["biuro"], capacity=counted))
    assert "knah" not in repr(catalogue.services)


@pytest.mark.parametrize("missing", [*PUBLIC, None])
def test_only_a_whole_consent_takes_protection_off(missing: str | None) -> None:
    """Who, where and when: with less the place stays protected."""
    place = {"address_1": "ul. Jasna 1", "address_public": {key: one for key, one in PUBLIC.items() if key != missing}}
    record = {"locations": {"dom": place}}
    told = service(service_types=["dom"], locations=["dom"])
    assert Protection(FORMS).is_protected(record, told) is (missing is not None)


def test_a_form_to_be_asked_about_is_not_protected() -> None:
    place = {"address_1": "ul. Jasna 1"}
    (told,) = made({"dom": place}, pobyt=service(service_types=["pobyt"], locations=["dom"])).services
    assert told.locations[0].address_1 == "ul. Jasna 1"
    assert not told.confidential


@pytest.mark.parametrize(
    ("published", "silent"),
    [
        ({}, True),
        ({"locations": [{"id": "protected-1", "confidential": True, "phones": []}]}, True),
        ({"locations": [{"id": "dom", "confidential": True, "district": "xi"}]}, False),
        ({"locations": [{"id": "dom"}]}, False),
        ({"service_area": {"districts": ["xi"]}}, False),
        ({"operators": {"premises": "klasztor"}}, False),
    ],
)
def test_a_published_service_tells_of_no_place(published: Plain, silent: bool) -> None:  # noqa: FBT001
    """What a release of an earlier day said, held against the same rule as a record of today."""
    assert tells_no_place(published) is silent
