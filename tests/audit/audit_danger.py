"""The numbers of the real site that are shown in danger: the right ones, in order, and nothing doubtful above them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_reading import elements, pressed, text_before_the_last_number

CHILDREN, OMBUDSMAN = "tel:116111", "tel:+48800121212"
CHATS = ["https://116111.pl", "https://czat.brpd.gov.pl"]
BLUE_LINE, ADULTS = "tel:+48800120002", "tel:116123"
FIRST = {
    "mam-mniej-niz-18": ["tel:112", CHILDREN, OMBUDSMAN, *CHATS],
    "dziecko": ["tel:112", CHILDREN, OMBUDSMAN, *CHATS],
    "bezpieczenstwo": ["tel:112", BLUE_LINE],
    "z-dzieckiem": ["tel:112", BLUE_LINE],
    "wsparcie": ["tel:112", BLUE_LINE],
    "nie-chce-zyc": ["tel:112", ADULTS, CHILDREN],
    "boje-sie-o-kogos": ["tel:112", ADULTS, CHILDREN],
    "nie-slysze": ["sms:+48728112112"],
    "nie-mam-gdzie-spac": ["tel:112", "tel:986"],
}
CALM = (
    "nie-chce-zyc",
    "boje-sie-o-kogos",
    "samookaleczenia",
    "mam-mniej-niz-18",
    "bezpieczenstwo",
    "wsparcie",
    "dziecko",
)
DOUBT = re.compile(r"Wersja próbna|sprawdz(on|i)|potwierdz|nikt od nas|Godziny|\b(?:19|20)\d\d\b", re.IGNORECASE)
SCREEN_AND_A_HALF = 960
ROOM_TO_SPARE = 16
"""Another line of text may come: so much is left."""
ENOUGH_PLACES = 3


def need(site: Path, code: str) -> Path:
    """The page of an urgent need."""
    return site / "pilne" / code / "index.html"


@pytest.mark.parametrize(("code", "first"), FIRST.items())
def test_the_first_numbers_of_a_need_are_the_right_ones(code: str, first: list[str], site: Path) -> None:
    assert pressed(need(site, code))[: len(first)] == first


@pytest.mark.parametrize("code", CALM)
def test_no_doubt_stands_above_or_beside_a_number(code: str, site: Path) -> None:
    shown = text_before_the_last_number(need(site, code))
    assert [found[0] for found in DOUBT.finditer(shown)] == []


def test_a_line_that_ended_is_on_no_page(site: Path) -> None:
    assert not [page for page in site.rglob("*.html") if "800702222" in page.read_text("utf-8")]


def test_every_shown_number_is_on_the_page_of_numbers(site: Path) -> None:
    told = set(pressed(site / "pilne/index.html"))
    shown = {
        href for page in (site / "pilne").glob("*/index.html") for href in pressed(page) if href.startswith("tel:116")
    }
    assert shown <= told


def test_who_cannot_hear_is_given_no_voice_beside_those_of_the_first_steps(site: Path) -> None:
    voices = {href for href in pressed(need(site, "nie-slysze")) if href.startswith("tel:")}
    assert voices == {"tel:112"}


def test_places_to_sleep_are_two_taps_away_on_a_screen_and_a_half(
    site: Path, chromium: Browser, serve: Callable[[Path], str]
) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 640}, locale="pl-PL")
    page.goto(serve(site))
    page.locator(".urgent-all").click()
    page.locator("main").get_by_role("link", name="Nie mam gdzie spać").first.click()
    page.wait_for_url("**/pilne/nie-mam-gdzie-spac/")
    bottoms = page.eval_on_selector_all("[data-go]", "found => found.map(one => one.getBoundingClientRect().bottom)")
    ways = page.locator("[data-go] a[href*='openstreetmap']").count()
    page.close()
    assert ENOUGH_PLACES <= len(bottoms) == ways
    assert max(bottoms) <= SCREEN_AND_A_HALF - ROOM_TO_SPARE


def test_places_to_sleep_say_whom_they_admit_in_what_state_and_since_when(site: Path) -> None:
    places = [one.text for one in elements(need(site, "nie-mam-gdzie-spac")) if "data-go" in one.attributes]
    for text in places:
        assert re.search(r"\d+[a-z]? \((\d{4}|bez daty)\)", text), text
        assert re.search(r"kobiety|mężczyźni|osoby", text), text
        assert re.search(r"po alkoholu|trzeźw", text), text
    assert any("kobiety" in text for text in places)
    assert any("mężczyźni" in text for text in places)


def test_without_anybody_on_duty_a_secret_address_has_no_button_but_words_on_what_to_do(site: Path) -> None:
    for page in (site / "organizacje").glob("*/index.html"):
        (told,) = (one for one in elements(page) if "secret" in one.attributes.get("class", "").split())
        assert "112" in told.text, page
        assert "catalogue/site.yaml" in told.text, page
        assert not [one for one in told.node.iter() if "href" in one.attrib], page


VIOLENCE = dict.fromkeys(("bezpieczenstwo", "wsparcie", "z-dzieckiem"), "800120002")
FIRST_SCREEN = {"mam-mniej-niz-18": "116111", "dziecko": "116111", "nie-chce-zyc": "116123", **VIOLENCE}


@pytest.mark.parametrize("language", ["", "/en", "/uk"])
def test_the_number_for_a_danger_stands_on_the_first_screen_above_the_exit(
    language: str, site: Path, chromium: Browser, serve: Callable[[Path], str]
) -> None:
    """On a small telephone whose lower edge is the way out, which is whole itself."""
    page, address = chromium.new_page(viewport={"width": 360, "height": 640}), serve(site)
    for code, number in FIRST_SCREEN.items():
        page.goto(f"{address}{language}/pilne/{code}/")
        call = page.locator(f"main a[href$='{number}']").first.bounding_box()
        leave = page.locator("nav.leave")
        edge = leave.bounding_box() if leave.count() else None
        assert call
        assert edge or code not in VIOLENCE
        assert not edge or edge["y"] + edge["height"] <= 640
        assert call["y"] + call["height"] <= (edge["y"] if edge else 640), code
    page.close()
