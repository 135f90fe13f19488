"""One rule for all: which numbers somebody answers, which a reader may press, and who is told which."""

from dataclasses import replace
from pathlib import Path

import pytest

from catalogue_examples import fictional, polish
from service_catalogue.history.dates import History
from service_catalogue.model import Organization, Phone, Service, to_press
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.portals.jsonld import as_thing
from service_catalogue.pages.cards import card
from service_catalogue.pages.contacts import calls, faxes
from service_catalogue.records import schemas

FAX = Phone(number="12 345 67 01", kind="fax")
SMS = Phone(number="500 600 700", kind="sms")
VOICE = Phone(number="12 345 67 02")
OTHER = Phone(number="12 345 67 03")
KINDS = schemas().part("organization", ("phones", 0, "kind"))["enum"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_the_schema_has_its_place(kind: str) -> None:
    phone = Phone(number="12 345 67 89", kind=kind)
    assert [phone.is_callable, phone.takes_texts, not phone.reaches_people].count(True) == 1


def test_a_number_without_a_kind_is_answered() -> None:
    assert Phone(number="112").is_callable


def with_phones(own: tuple[Phone, ...], organization: tuple[Phone, ...] = ()) -> Service:
    """A service with such numbers of its own and of its organization, and of no place."""
    service = fictional().services[0]
    whole: Organization = replace(service.organization, phones=organization)
    return replace(service, organization=whole, locations=(), phones=own)


@pytest.mark.parametrize(
    ("own", "organization", "reached"),
    [
        ((FAX, VOICE), (OTHER,), (VOICE,)),
        ((FAX,), (FAX, SMS, OTHER), (SMS, OTHER)),
        ((SMS, VOICE), (OTHER,), (SMS, VOICE)),
        ((SMS,), (FAX, OTHER), (SMS, OTHER)),
        ((SMS,), (FAX,), (SMS,)),
        ((FAX,), (FAX,), ()),
    ],
)
def test_a_service_is_reached(
    own: tuple[Phone, ...], organization: tuple[Phone, ...], reached: tuple[Phone, ...]
) -> None:
    service = with_phones(own, organization)
    assert service.contact_phones() == reached
    assert service.callable_phones() == tuple(phone for phone in reached if phone.is_callable)


def test_nothing_to_press_dials_a_fax() -> None:
    shown = calls((FAX, SMS, VOICE), polish())
    assert [(one.tel, one.sms) for one in shown] == [(SMS.dialled, True), (VOICE.dialled, False)]
    assert faxes((FAX, VOICE), polish()) == ("12\u00a0345\u00a067\u00a001",)
    assert [one.tel for one in card(with_phones((FAX, VOICE)), fictional(), polish()).calls] == [VOICE.dialled]


def test_linked_data_tells_calls_from_messages() -> None:
    edition = Edition(catalogue=fictional(), words=polish(), stage="pilot", site_url="", pages=(), history=History())
    channels = as_thing(with_phones((FAX, SMS, VOICE)), edition)["availableChannel"]
    assert isinstance(channels, list)
    told = {name: part[name] for part in channels for name in ("servicePhone", "serviceSmsNumber") if name in part}
    assert [one["telephone"] for one in told["servicePhone"]] == [VOICE.dialled]
    assert [one["telephone"] for one in told["serviceSmsNumber"]] == [SMS.dialled]
    channels = as_thing(with_phones((SMS, FAX)), edition).get("availableChannel", [])
    assert "servicePhone" not in str(channels)
    assert FAX.dialled not in str(channels)


def test_only_one_module_knows_the_kinds() -> None:
    """What compares a kind of number by its name stands in the model, or names every kind for another standard."""
    rooms = Path(__file__).parents[2] / "plugins" / "service_catalogue"
    knowing = {file.relative_to(rooms).as_posix() for file in rooms.rglob("*.py") if '"fax"' in file.read_text("utf-8")}
    assert knowing <= {"open_data/hsds/parts.py"}


def test_to_press_keeps_the_order_of_the_record() -> None:
    assert to_press((SMS, OTHER, FAX, VOICE)) == (SMS, OTHER, VOICE)
