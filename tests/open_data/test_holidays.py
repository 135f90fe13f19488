"""Public holidays: linked data, HSDS and tables say the same of them, and nothing where it is not known."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

import pytest

from catalogue_examples import TODAY, fictional, polish
from service_catalogue.history.dates import History
from service_catalogue.hours import Clock, public_holidays
from service_catalogue.model import Catalogue, Schedule, Service, holiday_hours
from service_catalogue.open_data.edition import Edition
from service_catalogue.open_data.hsds.ids import Ids
from service_catalogue.open_data.hsds.objects import Objects
from service_catalogue.open_data.hsds.terms import Terms
from service_catalogue.open_data.portals.jsonld import as_thing
from service_catalogue.open_data.tables.services import columns_of_services

CHRISTMAS = date(2026, 12, 25)
WEEK = Schedule(byday=("MO", "TU", "WE", "TH", "FR"), opens_at=Clock.read("8:00"), closes_at=Clock.read("16:00"))
NEXT_YEAR = {day for year in (2026, 2027) for day in public_holidays(year) if TODAY <= day < TODAY + timedelta(366)}
Known = Literal["open", "closed", "unknown"]


def edition(service: Service) -> Edition:
    """The fictional catalogue as what is published, with one service as it is given."""
    whole = fictional()
    services = tuple(service if one.id == service.id else one for one in whole.services)
    catalogue: Catalogue = replace(whole, services=services)
    return Edition(catalogue=catalogue, words=polish(), stage="pilot", site_url="", pages=(), history=History())


def bath(known: Known | None, slots: tuple[Schedule, ...] = (WEEK,)) -> Service:
    """A confirmed service with such hours."""
    service = fictional().service["fundacja-przyklad/laznia"]
    return replace(service, schedules=slots, public_holidays=known, season=None, alert=None)


def told(service: Service) -> dict[str, list[tuple[str, str]]]:
    """The opening and closing times that linked data give for single days."""
    hours = as_thing(service, edition(service)).get("hoursAvailable", [])
    assert isinstance(hours, list)
    days: dict[str, list[tuple[str, str]]] = {}
    for one in hours:
        if "validFrom" in one and one["validFrom"] == one.get("validThrough"):
            days.setdefault(one["validFrom"], []).append((one["opens"], one["closes"]))
    return days


def test_closed_is_said_of_every_holiday_of_the_next_year() -> None:
    found = told(bath("closed"))
    assert found.keys() == {day.isoformat() for day in NEXT_YEAR}
    assert len(NEXT_YEAR) >= 13
    assert {hours for day in found.values() for hours in day} == {("00:00:00", "00:00:00")}


def test_open_is_said_of_the_holidays_on_which_it_would_be_open() -> None:
    found = told(bath("open"))
    assert found.keys() == {day.isoformat() for day in NEXT_YEAR if day.weekday() < 5}
    assert found[CHRISTMAS.isoformat()] == [("08:00:00", "16:00:00")]


@pytest.mark.parametrize("known", ["unknown", None])
def test_nothing_is_said_where_nothing_is_known(known: Known | None) -> None:
    service = bath(known)
    assert told(service) == {}
    assert "specialOpeningHoursSpecification" not in str(as_thing(service, edition(service)))
    assert _column(service) is None
    assert "święta" not in str(_schedules(service))


def test_nothing_is_said_where_nobody_confirmed() -> None:
    assert told(replace(bath("closed"), assurance=None)) == {}


def test_nothing_is_said_of_days_after_the_last() -> None:
    assert told(replace(bath("closed"), valid_to="2026-12-31")).keys() == {"2026-12-24", "2026-12-25", "2026-12-26"}


def test_a_slot_that_has_ended_opens_no_holiday() -> None:
    service = bath("open", (replace(WEEK, valid_to="2026-12-24"),))
    assert told(service).keys() == {"2026-12-24"}


@pytest.mark.parametrize("known", ["open", "closed"])
def test_all_say_the_same(known: Known) -> None:
    service = bath(known)
    catalogue = edition(service).catalogue
    closed = [
        one.day.isoformat()
        for one in holiday_hours(service, catalogue.trust_in(service), catalogue.today)
        if not one.slots
    ]
    assert _column(service) == known
    note = str(_schedules(service)[0]["notes"])
    assert ("święta: nieczynne" in note, "święta: czynne" in note) == (known == "closed", known == "open")
    assert all(day in note for day in closed)
    assert sorted(day for day, hours in told(service).items() if hours == [("00:00:00", "00:00:00")]) == closed


def test_a_place_that_may_be_told_has_the_days_too() -> None:
    service = bath("closed")
    channels = as_thing(service, edition(service))["availableChannel"]
    assert isinstance(channels, list)
    places = [one["serviceLocation"] for one in channels if "serviceLocation" in one]
    assert places
    for place in places:
        assert CHRISTMAS.isoformat() in {one["validFrom"] for one in place["specialOpeningHoursSpecification"]}


def _column(service: Service) -> object:
    column = next(one for one in columns_of_services(edition(service)) if one.name == "public_holidays")
    return column.cell(service)


def _schedules(service: Service) -> list[dict[str, object]]:
    whole, ids = edition(service), Ids("")
    found = Objects(whole, ids, Terms(whole, ids)).full_service(service)["schedules"]
    assert isinstance(found, list)
    return found
