"""Leaving a page about violence: at once, without a trace in Back, by thumb, by key and without scripts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route

NEUTRAL = "https://example.org/pogoda"
RISKY = "pilne/wsparcie/"


@pytest.fixture(scope="module")
def site(fictional_site: Path, serve: Callable[[Path], str]) -> str:
    """The fictional catalogue on a server."""
    return serve(fictional_site)


@pytest.fixture
def asked(page: Page) -> Iterator[list[Request]]:
    """What is asked of the neutral page, which answers with a few words."""
    asked: list[Request] = []

    def answer(route: Route) -> None:
        asked.append(route.request)
        route.fulfill(body="<title>Pogoda</title>", content_type="text/html")

    page.route("https://example.org/**", answer)
    yield asked
    page.unroute_all()


def test_the_button_leaves_and_back_does_not_return(page: Page, site: str, asked: list[Request]) -> None:
    page.goto(site)
    page.goto(site + RISKY)
    page.locator(".leave-button").click()
    page.wait_for_url(NEUTRAL)
    assert "referer" not in asked[0].all_headers()
    page.go_back()
    assert page.url == site


def test_shift_three_times_leaves(page: Page, site: str, asked: list[Request]) -> None:
    page.goto(site + RISKY)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(NEUTRAL)
    assert asked


def test_shift_for_a_capital_letter_does_not_leave(page: Page, site: str, asked: list[Request]) -> None:
    page.goto(site + RISKY)
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    page.wait_for_timeout(200)
    assert page.url == site + RISKY
    assert not asked


def test_the_page_is_covered_before_the_next_one_is_there(page: Page, site: str) -> None:
    page.route("https://example.org/**", lambda _: None)
    page.goto(site + RISKY)
    left = """() => {
        document.querySelector(".leave-button").click();
        const { width, height } = document.querySelector(".leave-cover").getBoundingClientRect();
        return [width, height, document.title.trim()];
    }"""
    assert page.evaluate(left) == [360, 800, ""]


def test_a_page_with_a_map_does_not_tell_where_one_comes_from(page: Page, site: str, asked: list[Request]) -> None:
    page.goto(site + RISKY)
    page.evaluate("document.querySelector('meta[name=referrer]').content = 'strict-origin-when-cross-origin'")
    page.locator(".leave-button").click()
    page.wait_for_url(NEUTRAL)
    assert "referer" not in asked[0].all_headers()


def test_without_scripts_it_is_a_link(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(site + RISKY)
    button = page.locator(".leave-button")
    assert button.get_attribute("href") == NEUTRAL
    assert button.get_attribute("rel") == "nofollow noreferrer"
    box = button.bounding_box()
    assert box
    assert box["height"] >= 44
    assert box["y"] > 700
    context.close()


def test_it_is_the_second_thing_a_keyboard_reaches(page: Page, site: str) -> None:
    page.goto(site + RISKY)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Wyjdź szybko"


@pytest.mark.parametrize("path", ["", "pilne/", "obszary/bezdomnosc/", "szukaj/"])
def test_it_is_only_where_there_is_risk(path: str, page: Page, site: str) -> None:
    page.goto(site + path)
    assert page.locator("[data-leave], script[src*=leave]").count() == 0


def test_it_says_what_it_cannot_do(page: Page, site: str) -> None:
    page.goto(site + RISKY)
    assert page.get_by_text("nie usuwa historii przeglądarki").is_visible()
    page.locator(".leave-note summary").click()
    assert page.get_by_text("Nie wiemy, czy numer widać na rachunku").is_visible()


def test_help_is_two_taps_from_any_page(page: Page, site: str) -> None:
    page.goto(site + "dane/")
    page.locator(".urgent a", has_text="Inna pilna sprawa").click()
    assert page.locator("main a[href='tel:112']").first.is_visible()
