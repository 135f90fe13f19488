"""Help right now: numbers that are backed, no doubt where none may stand, places only where somebody confirmed them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalogue_examples import TODAY, fictional, polish, site
from service_catalogue.model import UrgentNeed, build
from service_catalogue.notation import Passage
from service_catalogue.pages.contacts import ask_in_need
from service_catalogue.pages.page import Page
from service_catalogue.pages.page_types import pages
from service_catalogue.pages.places_to_go import PlaceToGo, places_to_go
from service_catalogue.pages.quick_exit import is_risky
from service_catalogue.words import read_translation
from service_catalogue.words.translations import FOLDER
from site_reading import elements, pressed, text_before_the_last_number

NEED = "/pilne/nie-mam-gdzie-spac/"
CLAIMED = "Godziny według źródła: codziennie 8–20."


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


def test_a_line_that_is_withheld_waits_unpublished() -> None:
    waiting = made({"telefon-przykladowy": {"publication": "withheld"}})
    assert numbers(waiting[NEED]) == ["112"]
    assert "+48800000000" not in [line.call.tel for line in waiting["/pilne/"].context["lines"]]


def test_nothing_vanishes_by_the_calendar() -> None:
    assured = {"date": "2025-01-01", "method": "phone", "by": "redakcja"}
    line = made({"telefon-przykladowy": {"assurance": assured}}, date(2037, 11, 21))[NEED]
    assert numbers(line) == ["112", "+48800000000"]


def known_line(**parts: Any) -> Any:
    """What the page of numbers says of a line."""
    lines = made({"telefon-przykladowy": parts})["/pilne/"].context["lines"]
    return next(line for line in lines if line.call.tel == "+48800000000")


def test_whose_word_stands_for_a_number_is_told_on_the_page_of_numbers() -> None:
    assert known_line().known == "Numer podaje: Fundacja Przykład, marzec\N{NO-BREAK SPACE}2025."
    assert known_line().hours == "Godziny według źródła: codziennie 8–20."
    assert known_line().operator == "Prowadzi: Fundacja Przykład."


@pytest.mark.parametrize(("checked", "hours"), [("2026-06-01", "całodobowo"), ("2026-03-01", CLAIMED)])
def test_hours_we_were_told_are_shown_for_half_a_year(checked: str, hours: str) -> None:
    assured = {"date": checked, "method": "phone", "by": "redakcja", "hours": "całodobowo"}
    assert known_line(assurance=assured).hours == hours


def test_who_checked_a_line_is_told() -> None:
    known = known_line(assurance={"date": "2026-10-02", "method": "phone", "by": "redakcja"}).known
    assert known == "Numer sprawdzony 2\N{NO-BREAK SPACE}października\N{NO-BREAK SPACE}2026. Sprawdził(a): redakcja."


def test_a_chat_is_a_link_and_has_no_number() -> None:
    chat = next(one.call for one in made()["/pilne/wsparcie/"].context["lines"] if one.call.chat)
    assert (chat.href, chat.shown, chat.tel, chat.is_written) == ("https://example.org/czat", "example.org", "", True)


CALM = ["/pilne/nie-chce-zyc/", "/pilne/wsparcie/"]
DOUBT = re.compile(r"Wersja próbna|sprawdz(on|i)|potwierdz|nikt od nas|Godziny|\b(?:19|20)\d\d\b", re.IGNORECASE)
"""What nobody in danger reads above or beside a number."""


@pytest.mark.parametrize("address", [*CALM, NEED])
def test_beside_the_numbers_of_a_need_stand_neither_dates_nor_hours_nor_doubt(address: str) -> None:
    for line in made()[address].context["lines"]:
        assert (line.known, line.hours) == ("", "")


@pytest.mark.parametrize("address", CALM)
def test_no_doubt_and_no_date_stands_above_a_number_of_the_built_page(address: str, fictional_site: Path) -> None:
    shown = text_before_the_last_number(fictional_site / address.strip("/") / "index.html")
    assert not DOUBT.findall(shown), shown


def test_the_built_page_has_every_number_and_chat_of_its_need_in_order(fictional_site: Path) -> None:
    for need in fictional().urgent_needs:
        lines = fictional().lines(need.lines)
        wanted = [
            line.url or (f"sms:{line.dialled}" if line.channel == "sms" else f"tel:{line.dialled}") for line in lines
        ]
        assert pressed(fictional_site / f"pilne/{need.id}/index.html")[: len(wanted)] == wanted


def test_a_place_is_shown_only_while_its_contact_is_confirmed() -> None:
    fresh, later = made()[NEED], made(today=date(2027, 11, 21))[NEED]
    assert [card.id for card in fresh.context["places"]] == ["fundacja-przyklad/laznia"]
    assert later.context["places"] == ()


@pytest.mark.parametrize("address", [NEED, *CALM])
def test_each_need_has_its_own_sentence_on_whom_to_ask(address: str) -> None:
    page = made()[address]
    ask, need = page.context["ask"], page.about
    assert isinstance(need, UrgentNeed)
    assert need.ask
    assert ask.sentence == need.ask.sentence.pl
    assert not {call.tel for call in ask.calls} & set(numbers(page))


def test_without_a_service_of_its_own_a_need_asks_whom_the_settings_name() -> None:
    assert made()["/pilne/wsparcie/"].context["ask"].name == "Punkt informacyjny"


def test_who_cannot_speak_is_told_no_number_to_speak_to() -> None:
    need = replace(fictional().urgent_needs[0], written=True)
    ask = ask_in_need(need, fictional(), polish())
    assert ask
    assert ask.calls == ()
    assert ask.emails == fictional().service["miejski-osrodek-przykladowy/punkt-informacyjny"].contact_emails()


def to_go(day: date = TODAY, form: str = "laznia") -> tuple[PlaceToGo, ...]:
    """The places that a need names though nobody confirmed them."""
    catalogue = fictional(day)
    forms = (catalogue.term("service_types", form),)
    need = replace(catalogue.urgent_needs[0], service_types=forms, unconfirmed_places=True)  # type: ignore[arg-type]
    assert catalogue.sure_answers(need) == ()
    return places_to_go(need, catalogue, polish())


def test_a_place_to_go_says_what_is_known_when_and_what_is_not() -> None:
    sure, unsure = to_go()[0], to_go(date(2027, 11, 21))[0]
    assert (sure.name, unsure.name) == ("Łaźnia", "Łaźnia")
    assert sure.confirmed
    assert not re.search(r"\(\d{4}\)", sure.address)
    assert not unsure.confirmed
    assert re.search(r" \((\d{4}|bez daty)\)$", unsure.address)
    assert all(re.search(r"\((\d{4}|bez daty)\)$|nie wiemy|nie znamy", fact) for fact in unsure.facts)


def test_nobody_is_sent_to_a_place_out_of_its_season_or_to_a_protected_one() -> None:
    assert to_go(date(2027, 7, 1)) == ()
    assert to_go(form="schronienie") == ()


def test_other_languages_have_the_same_numbers_in_the_same_order() -> None:
    for address in (NEED, *CALM):
        page = made()[address]
        for first in page.context["others"]:
            assert [call.tel for call in (*(step.call for step in first.steps), *first.calls)] == numbers(page)


def test_first_lines_in_the_other_languages() -> None:
    assert [first.language for first in made()[NEED].context["others"]] == ["uk", "en"]
    assert made()[NEED].context["others"][1].steps[0].when == "You are freezing"


def test_what_to_say_is_there_in_the_other_languages_and_never_in_polish_among_them() -> None:
    uk, en = made()[NEED].context["others"]
    assert (uk.say, en.say, en.advice) == (("Скажіть",), ("Say",), ())


def test_no_doubt_stands_on_an_urgent_page(fictional_site: Path) -> None:
    for name in ("nie-chce-zyc", "nie-mam-gdzie-spac"):
        text = (fictional_site / f"pilne/{name}/index.html").read_text("utf-8")
        assert polish().text("header.pilot") not in text
        assert 'class="crumbs' not in text


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
        language = page.relative_to(fictional_site).parts[0]
        path = f"/{language}/pilne/" if language in ("uk", "en") else "/pilne/"
        assert path in {one.attributes.get("href") for one in elements(page) if one.name == "a"}, page


def test_polish_stands_beside_a_translation_that_nobody_has_read(fictional_site: Path) -> None:
    page = fictional_site / f"uk{NEED}index.html"
    beside = [one.text for one in elements(page) if one.attributes.get("class") == "beside-it"]
    need = next(one for one in fictional().urgent_needs if one.id in NEED)
    told = [label.pl for label in (need.name, *(step.when for step in need.steps), *need.say) if label.uk]
    assert told
    assert [text for text in told if text not in beside] == []
    assert all(one.attributes["lang"] == "pl" for one in elements(page) if one.attributes.get("class") == "beside-it")


def test_a_translation_that_was_read_stands_alone() -> None:
    read = replace(fictional(), site=replace(fictional().site, reviewed_languages=("uk",)))
    words = read_translation(FOLDER, "uk")
    found = [page for page in pages(read, polish(), {"uk": words}) if page.template == "need" and page.language == "uk"]
    assert found
    assert not any(isinstance(page.title, Passage) and "beside-it" in page.title.html for page in found)
