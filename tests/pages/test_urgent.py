"""Help right now: numbers that are backed, no doubt where none may stand, places only where somebody confirmed them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalogue_examples import TODAY, fictional, polish, site
from service_catalogue.model import build
from service_catalogue.pages.page import Page
from service_catalogue.pages.page_types import pages
from service_catalogue.pages.quick_exit import is_risky
from site_reading import elements

NEED = "/pilne/nie-mam-gdzie-spac/"


def made(lines: Mapping[str, Mapping[str, Any]] | None = None, today: date = TODAY) -> dict[str, Page]:
    """The pages of the fictional catalogue by address, some parts of its help lines changed."""
    organizations = {id_: record.data for id_, record in site().organizations.items()}
    vocabularies = {name: dict(record.data) for name, record in site().vocabularies.items()}
    for code, parts in (lines or {}).items():
        kept = {key: value for key, value in vocabularies["help_lines"][code].items() if key != "assurance"}
        vocabularies["help_lines"][code] = {**kept, **parts}
    settings = site().site
    assert settings
    return {page.path: page for page in pages(build(organizations, vocabularies, settings.data, today), polish(), {})}


def numbers(page: Page) -> list[str]:
    """The numbers of a need, in order."""
    return [one.call.tel for one in (*page.context["steps"], *page.context["lines"])]


def test_numbers_come_first_and_once() -> None:
    assert numbers(made()[NEED]) == ["112", "+48800000000"]


def test_a_line_that_nobody_backs_waits_unpublished() -> None:
    waiting = made({"telefon-przykladowy": {}})
    assert numbers(waiting[NEED]) == ["112"]
    assert [line.call.tel for line in waiting["/pilne/"].context["lines"]] == []


def test_the_operators_own_page_backs_a_line_and_nobody_checked_it() -> None:
    line = made({"telefon-przykladowy": {"operator_source": True}})[NEED].context["lines"][0]
    assert line.known == "Numer podaje Fundacja Przykład. Nikt od nas jeszcze tam nie zadzwonił."
    assert line.hours == ""


@pytest.mark.parametrize(("checked", "hours"), [("2026-06-01", "całodobowo"), ("2026-03-01", "")])
def test_hours_are_shown_for_half_a_year(checked: str, hours: str) -> None:
    assured = {"date": checked, "method": "phone", "by": "redakcja", "hours": "całodobowo"}
    assert made({"telefon-przykladowy": {"assurance": assured}})[NEED].context["lines"][0].hours == hours


def test_an_old_check_backs_no_line() -> None:
    assured = {"date": "2025-01-01", "method": "phone", "by": "redakcja"}
    assert numbers(made({"telefon-przykladowy": {"assurance": assured}})[NEED]) == ["112"]


def test_who_checked_a_line_is_told() -> None:
    known = made()[NEED].context["lines"][0].known
    assert known == "Numer sprawdzony 2\N{NO-BREAK SPACE}października\N{NO-BREAK SPACE}2026. Sprawdził(a): redakcja."


def test_no_doubt_stands_beside_a_number_where_somebody_may_die() -> None:
    page = made({"telefon-przykladowy": {"operator_source": True}})["/pilne/nie-chce-zyc/"]
    assert page.context["ask"] is None
    assert [line.known for line in page.context["lines"]] == ["Numer podaje Fundacja Przykład."]
    assert numbers(made({"telefon-przykladowy": {}})["/pilne/nie-chce-zyc/"]) == ["112"]


def test_a_place_is_shown_only_while_its_contact_is_confirmed() -> None:
    fresh, later = made()[NEED], made(today=date(2027, 11, 21))[NEED]
    assert [card.id for card in fresh.context["places"]] == ["fundacja-przyklad/laznia"]
    assert later.context["places"] == ()


def test_the_information_point_repeats_no_number() -> None:
    ask = made()[NEED].context["ask"]
    assert ask
    assert not {call.tel for call in ask.calls} & set(numbers(made()[NEED]))


def test_first_lines_in_the_other_languages() -> None:
    assert [first.language for first in made()[NEED].context["others"]] == ["uk", "en"]
    assert made()[NEED].context["others"][1].steps[0].when == "You are freezing"


def test_what_to_say_is_there_in_the_other_languages_and_never_in_polish_among_them() -> None:
    uk, en = made()[NEED].context["others"]
    assert (uk.say, en.say, en.advice) == (("Скажіть",), ("Say",), ())


def test_the_doubt_of_a_pilot_comes_last_where_somebody_may_die(fictional_site: Path) -> None:
    for name, calm in (("nie-chce-zyc", True), ("nie-mam-gdzie-spac", False)):
        text = (fictional_site / f"pilne/{name}/index.html").read_text("utf-8")
        assert text.count("Wersja próbna") == 1
        assert (text.index("Wersja próbna") > text.index("</main>")) == calm


def test_a_protected_address_is_told_by_a_voice(fictional_site: Path) -> None:
    page = (fictional_site / "uslugi/fundacja-przyklad/dom-schronienia/index.html").read_text("utf-8")
    told = "Adres jest chroniony. Zadzwoń: 800 000 001. Powiedzą Ci, gdzie i jak przyjść."
    assert told in page.replace("\N{NO-BREAK SPACE}", " ")


def test_what_is_risky() -> None:
    """The sensitive area, its services, an organization of nothing else and the needs on harm; nothing beside."""
    risky = {path for path, page in made().items() if page.sensitive}
    assert {"/obszary/bezpieczenstwo/", "/pilne/wsparcie/", "/uslugi/fundacja-przyklad/dom-schronienia/"} <= risky
    assert not risky & {"/", "/pilne/", NEED, "/obszary/bezdomnosc/", "/organizacje/fundacja-przyklad/", "/mapa/"}


def test_risk_is_told_by_what_a_page_is_about() -> None:
    assert {page.about for page in made().values() if page.template in ("home", "search", "map", "urgent")} == {None}
    assert not is_risky(None, fictional())


def test_a_title_tells_nothing_where_somebody_may_look(fictional_site: Path) -> None:
    page = fictional_site / "pilne/wsparcie/index.html"
    assert [one.text for one in elements(page) if one.name == "title"] == ["Katalog przykładowy"]


def test_every_page_leads_to_urgent_help_in_one_tap(fictional_site: Path) -> None:
    for page in fictional_site.rglob("*.html"):
        assert "/pilne/" in {one.attributes.get("href") for one in elements(page) if one.name == "a"}, page
