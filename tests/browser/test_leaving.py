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


@pytest.mark.parametrize("path", ["", "pilne/", "obszary/bezdomnosc/"])
def test_it_is_only_where_there_is_risk(path: str, page: Page, site: str) -> None:
    page.goto(site + path)
    assert page.locator("[data-leave], script[src*=leave]").count() == 0


AREA = "obszary/bezpieczenstwo/"
SERVICE = "main a[href^='/uslugi/']"


def left(page: Page) -> None:
    """Presses the button and waits for the neutral page."""
    page.locator(".leave-button").click()
    page.wait_for_url(NEUTRAL)


@pytest.mark.parametrize("link", [SERVICE, ".skip", ".brand, header a[href='/']"])
def test_no_link_of_a_guarded_page_leaves_it_behind(page: Page, site: str, asked: list[Request], link: str) -> None:
    page.goto(site + "dane/")
    page.goto(site + AREA)
    page.locator(link).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("before => location.href !== before", arg=site + AREA)
    page.go_back()
    assert page.url == site + "dane/"
    assert not asked


def test_area_service_area_exit_and_back_shows_nothing(page: Page, site: str, asked: list[Request]) -> None:
    page.goto(site)
    page.goto(site + AREA)
    page.locator(SERVICE).first.click()
    page.wait_for_url("**/uslugi/**")
    page.locator(f"a[href='/{AREA}']").first.click()
    page.wait_for_url(f"**/{AREA}")
    left(page)
    page.go_back()
    assert page.url == site
    assert asked


def test_a_new_tab_stays_a_new_tab(page: Page, site: str) -> None:
    page.goto(site + AREA)
    with page.context.expect_page() as opened:
        page.locator(SERVICE).first.click(modifiers=["Control"])
    opened.value.wait_for_url("**/uslugi/**")
    assert page.url == site + AREA


def test_three_clicks_with_shift_are_no_exit(page: Page, site: str, asked: list[Request]) -> None:
    page.goto(site + RISKY)
    for _ in range(4):
        page.locator("h1").click(modifiers=["Shift"])
    page.keyboard.press("Shift")
    page.wait_for_timeout(200)
    assert page.url == site + RISKY
    assert not asked


@pytest.mark.parametrize("between", ["a", "Tab", "Control", "Shift+ArrowRight"])
def test_shift_with_other_keys_between_is_no_exit(page: Page, site: str, asked: list[Request], between: str) -> None:
    page.goto(site + RISKY)
    for _ in range(4):
        page.keyboard.press("Shift")
        page.keyboard.press(between)
    page.wait_for_timeout(200)
    assert page.url == site + RISKY
    assert not asked


def test_shift_now_and_then_is_no_exit(page: Page, site: str, asked: list[Request]) -> None:
    page.goto(site + RISKY)
    for _ in range(3):
        page.keyboard.press("Shift")
        page.wait_for_timeout(1100)
    assert page.url == site + RISKY
    assert not asked


@pytest.mark.parametrize("path", [RISKY, "szukaj/"])
def test_it_is_seen_where_colours_are_the_readers(chromium: Browser, site: str, path: str) -> None:
    context = chromium.new_context(forced_colors="active", viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(site + path)
    if path == "szukaj/":
        dangerous(page)
    style = """element => {
        const { borderTopWidth, borderTopColor, color } = getComputedStyle(element);
        const { backgroundColor } = getComputedStyle(document.body);
        return [parseFloat(borderTopWidth) >= 2, borderTopColor, color, backgroundColor];
    }"""
    wide, edge, text, behind = page.locator(".leave-button").evaluate(style)
    assert wide
    assert behind not in (edge, text)
    context.close()


def dangerous(page: Page, words: str = "bije mnie") -> None:
    """Asks the search something that tells of violence."""
    page.fill("input[type=search][name=q]", words)
    page.wait_for_selector("[data-need=wsparcie]:visible")


def unfold(page: Page) -> None:
    """Opens the filters, and the one of areas."""
    for part in ("[data-narrow]", "details[data-facet=obszar]"):
        page.locator(part).evaluate("part => { part.open = true; }")


@pytest.mark.parametrize("root", ["", "uk/", "en/"])
def test_a_box_of_violence_brings_the_exit(page: Page, site: str, asked: list[Request], root: str) -> None:
    page.goto(site + "dane/")
    page.goto(f"{site}{root}szukaj/")
    assert page.locator(".leave, .leave-note").all()
    assert not page.locator(".leave:visible, .leave-note:visible").count()
    dangerous(page)
    assert page.locator(".leave-note").is_visible()
    left(page)
    page.go_back()
    assert page.url == site + "dane/"
    assert asked


def test_shift_leaves_the_search_only_where_there_is_danger(page: Page, site: str, asked: list[Request]) -> None:
    page.goto(site + "szukaj/")
    for words in ("posiłek", "marznę na dworze", "bije mnie", "posiłek"):
        page.fill("input[type=search][name=q]", words)
        page.wait_for_selector(f"[data-searched='{words}']")
        assert page.locator(".leave").is_visible() is (words == "bije mnie")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_timeout(200)
    assert not asked
    dangerous(page)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(NEUTRAL)


def test_what_is_chosen_in_danger_is_no_step_to_go_back_to(page: Page, site: str, asked: list[Request]) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site + "dane/")
    page.goto(site + "szukaj/")
    dangerous(page)
    unfold(page)
    page.locator("details[data-facet=obszar] input").first.check()
    page.wait_for_function("location.hash.includes('obszar')")
    page.keyboard.press("Enter")
    left(page)
    page.go_back()
    assert page.url == site + "dane/"
    assert asked


def test_a_list_narrowed_to_violence_has_the_exit(page: Page, site: str, asked: list[Request]) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site + "dane/")
    page.goto(site + "szukaj/")
    unfold(page)
    choice = page.locator("input[name=obszar][value=bezpieczenstwo]")
    choice.check()
    page.wait_for_selector(".leave:visible")
    page.wait_for_function("location.hash === '#obszar=bezpieczenstwo'")
    choice.uncheck()
    page.wait_for_selector(".leave", state="hidden")
    choice.check()
    left(page)
    page.go_back()
    assert page.url == site + "dane/"
    assert asked


def test_a_result_opened_in_danger_takes_the_place_of_the_search(page: Page, site: str) -> None:
    page.goto(site + "dane/")
    page.goto(site + "szukaj/")
    dangerous(page)
    page.locator("[data-results] [data-service]:visible a").first.click()
    page.wait_for_url("**/uslugi/**")
    page.go_back()
    assert page.url == site + "dane/"


def test_it_says_what_it_cannot_do(page: Page, site: str) -> None:
    page.goto(site + RISKY)
    assert page.get_by_text("nie usuwa historii przeglądarki").is_visible()
    page.locator(".leave-note summary").click()
    assert page.get_by_text("Nie wiemy, czy numer widać na rachunku").is_visible()


def test_help_is_two_taps_from_any_page(page: Page, site: str) -> None:
    page.goto(site + "dane/")
    page.locator(".urgent a", has_text="Pilna pomoc").click()
    assert page.locator("main a[href='tel:112']").first.is_visible()
