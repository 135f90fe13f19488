"""What each level of sureness may do, over the whole built site: nothing says more than somebody confirmed."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue_examples import TODAY, fictional
from service_catalogue.model import Alert, Catalogue, Season, Service
from service_catalogue.model.confirmed_hours import confirmed_hours, confirmed_schedules, hours_for_all
from service_catalogue.model.trust import Trust, trust
from site_reading import elements, pages

BATH, POINT = "fundacja-przyklad/laznia", "miejski-osrodek-przykladowy/punkt-informacyjny"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The fictional catalogue."""
    return fictional()


@pytest.fixture(scope="module")
def states(fictional_site: Path) -> dict[str, str]:
    """The level of each published service."""
    found = json.loads((fictional_site / "api/v1/services.json").read_text("utf-8"))["services"]
    return {service["id"]: service["state"] for service in found}


def known(catalogue: Catalogue, id_: str) -> tuple[Service, Trust]:
    """A service with how sure we are of it."""
    service = next(one for one in catalogue.services if one.id == id_)
    return service, trust(service, TODAY, catalogue.site.trust)


def test_only_confirmed_hours_are_live(fictional_site: Path, states: dict[str, str]) -> None:
    """A live line stands in no card of a service that nobody confirmed lately."""
    live = set()
    for page in pages(fictional_site):
        service = ""
        for element in elements(page):
            service = element.attributes.get("data-service", service)
            live |= {service} if "data-live" in element.attributes else set()
    assert live
    assert {states[service] for service in live} == {"confirmed"}


def test_what_has_ended_is_on_no_map_and_on_no_page_for_danger(fictional_site: Path, states: dict[str, str]) -> None:
    ended = {service for service, state in states.items() if state == "expired"}
    assert ended
    for page in [fictional_site / "mapa/index.html", *(fictional_site / "pilne").rglob("*.html")]:
        assert not ended & {element.attributes.get("data-service") for element in elements(page)}, page
    told = (fictional_site / "api/v1/services.geojson").read_text("utf-8")
    assert not {service for service in ended if f'"{service}"' in told}


def test_what_has_ended_says_so_on_its_page(fictional_site: Path, states: dict[str, str]) -> None:
    for service in (service for service, state in states.items() if state == "expired"):
        page = (fictional_site / "uslugi" / service / "index.html").read_text("utf-8")
        assert re.search("Nie wiemy, czy działa dalej|tej pomocy już nie ma", page)


def test_facts_of_every_week_are_confirmed_regular_and_running(catalogue: Catalogue) -> None:
    """Every second Saturday is told in words; a place under repair has no hours."""
    bath, sure = known(catalogue, BATH)
    assert sure.level == "confirmed"
    assert any(slot.irregular for slot in bath.schedules)
    assert not any(slot.irregular for slot in confirmed_schedules(bath, sure))
    assert confirmed_schedules(replace(bath, status="temporarily_closed"), sure) == ()
    for level in ("ageing", "unconfirmed", "expired"):
        unsure = replace(sure, level=level)
        assert (confirmed_schedules(bath, unsure), confirmed_hours(bath, unsure)) == ((), None)


def test_search_engines_are_told_no_hours_that_do_not_hold_for_all(catalogue: Catalogue) -> None:
    """Not those of a season, of a group, of the telephone, or while something is changed."""
    point, sure = known(catalogue, POINT)
    slots = hours_for_all(point, sure)
    assert slots == point.schedules
    assert hours_for_all(replace(point, season=Season(from_="11", to="03")), sure) == ()
    assert hours_for_all(replace(point, alert=Alert(text="Remont", from_="2026-11-20")), sure) == ()
    changed = (replace(slots[0], for_="osoby nowe"), replace(slots[0], what="phone"), slots[1])
    assert hours_for_all(replace(point, schedules=changed), sure) == (slots[1],)
