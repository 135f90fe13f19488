"""The search page in a real browser: words and filters, the address that keeps them, keyboard, no script."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from building import Order, build_site
from catalogue_examples import fictional, said
from fictional import FICTIONAL, TODAY
from service_catalogue.pages.page import CARDS_ON_A_PAGE, FIRST_CARDS
from service_catalogue.search import search_files
from service_catalogue.search.parts import Sizes
from shared import Shared
from tabs import PageLog

READY = "html[data-search=ready]"
BOX = "input[type=search][name=q]"
SHOWN = "[data-results] [data-service]:visible"
LISTED = "[data-list] article[data-service]:visible"


@pytest.fixture(scope="module")
def site(fictional_site: Path, serve: Callable[[Path], str]) -> str:
    """The fictional catalogue on a server."""
    return serve(fictional_site)


def opened(page: Page, address: str) -> None:
    """The search page, once somebody has gone to the box and it is ready."""
    page.goto("about:blank")
    page.goto(address)
    page.focus(BOX)
    page.wait_for_selector(READY)


def ids(page: Page) -> list[str]:
    """The services shown, in order."""
    return [found.get_attribute("data-service") or "" for found in page.locator(SHOWN).all()]


def test_words_are_found_without_their_marks_and_in_any_order(page: Page, page_log: PageLog, site: str) -> None:
    opened(page, f"{site}szukaj/")
    page.fill(BOX, "odziez LAZNIA")
    expect(page.locator("[data-results]")).to_have_attribute("data-searched", "odziez LAZNIA")
    assert ids(page) == ["fundacja-przyklad/laznia"]
    expect(page.get_by_role("status")).to_have_text("Znaleziono 1\u00a0usługę")
    assert page.evaluate("location.search") == ""
    assert page_log.complaints == []
    assert page_log.foreign(site) == []


def test_of_a_long_list_only_the_cards_that_are_shown_are_read(
    page: Page, page_log: PageLog, site: str, fictional_site: Path
) -> None:
    """The page as it stands before a list of thousands: one card of its own, all else in the index and elsewhere."""
    html = (fictional_site / "szukaj/index.html").read_text("utf-8")
    first, *others = re.findall(r"<li[^>]*><article class=\"card\".*?</article>\s*</li>", html, re.DOTALL)
    for other in others:
        html = html.replace(other, "")
    assert first in html
    body = html.replace("data-tick=", "data-is-long data-tick=")
    page.route("**/szukaj/", lambda route: route.fulfill(body=body, content_type="text/html"))
    opened(page, f"{site}szukaj/")
    page.fill(BOX, "odziez LAZNIA")
    expect(page.locator("[data-results]")).to_have_attribute("data-searched", "odziez LAZNIA")
    assert ids(page) == ["fundacja-przyklad/laznia"]
    page.fill(BOX, "posiłek")
    expect(page.locator("[data-results]")).to_have_attribute("data-searched", "posiłek")
    assert ids(page) == ["parafia-przykladowa/kuchnia"]
    asked = [address for address in page_log.requests if "/organizacje/" in address]
    assert len(asked) == len(set(asked)) <= len({"fundacja-przyklad", "parafia-przykladowa"})
    assert page_log.complaints == []


def test_a_divided_index_answers_as_the_whole_one(page: Page, page_log: PageLog, site: str) -> None:
    """Of the parts only those are fetched that somebody asked for, each once."""
    asked = ("odziez LAZNIA", "posiłek", "gdzie zjem", "pomoc w nocy", "telefon", "за лесом")
    opened(page, f"{site}szukaj/")
    whole = [searched(page, one) for one in asked]
    found = search_files(fictional(), said(), Sizes(long=3, part=40)).files
    files = {path.split(".")[0]: content for path, content in found.items() if "part-" not in path}
    parts = {path: content for path, content in found.items() if "part-" in path}
    page.route("**/assets/search/*.json", lambda route: _answered(route, files, parts))
    opened(page, f"{site}szukaj/")
    assert not [url for url in page_log.requests if "part-" in url]
    assert [searched(page, one) for one in asked] == whole
    fetched = [url for url in page_log.requests if "part-" in url]
    assert 0 < len(fetched) == len(set(fetched)) < len(parts)
    assert page_log.complaints == []


def _answered(route: Route, files: dict[str, bytes], parts: dict[str, bytes]) -> None:
    path = f"assets/search/{route.request.url.rsplit('/', 1)[1]}"
    route.fulfill(body=parts.get(path) or files[path.split(".", maxsplit=1)[0]], content_type="application/json")


def test_the_address_is_read_when_opened_and_when_changed(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/#obszar=mieszkanie&dzielnica=za-lasem")
    assert ids(page) == ["miejski-osrodek-przykladowy/punkt-informacyjny"]
    page.evaluate("location.hash = '#q=posi%C5%82ek'")
    expect(page.locator("[data-results]")).to_have_attribute("data-searched", "posiłek")
    assert ids(page) == ["parafia-przykladowa/kuchnia"]


def test_a_typed_query_string_moves_to_the_fragment(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/?q=kuchnia&obszar=bezdomnosc")
    assert page.evaluate("location.search + location.hash") == "#q=kuchnia&obszar=bezdomnosc"
    assert ids(page) == ["parafia-przykladowa/kuchnia"]


def test_a_service_without_a_district_is_found_as_such(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/#dzielnica=nieznana")
    assert ids(page) == ["parafia-przykladowa/kuchnia", "stowarzyszenie-wzor/szkolenia"]


def test_filters_and_results_are_reached_by_keyboard(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/")
    page.focus("[data-narrow] > summary")
    page.keyboard.press("Enter")
    page.focus("details[data-facet=dla] summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_function("location.hash.startsWith('#dla=')")
    page.focus(BOX)
    page.keyboard.press("Enter")
    expect(page.locator("[data-results]")).to_be_focused()


def test_a_list_is_narrowed_by_keyboard_and_says_how_much_is_left(page: Page, page_log: PageLog, site: str) -> None:
    """A choice that leaves nothing is not offered; what is shown is told to whoever draws it elsewhere."""
    page.goto(f"{site}obszary/bezdomnosc/")
    page.evaluate("addEventListener('services-shown', ({ detail }) => { window.told = detail.ids })")
    page.focus("[data-narrow] > summary")
    page.keyboard.press("Enter")
    page.focus("input[value=bezplatnie]")
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_have_text("Znaleziono 2 usługi")
    assert page.evaluate("location.hash") == "#koszt=bezplatnie"
    left = page.eval_on_selector_all(LISTED, "found => found.map((one) => one.dataset.service)")
    assert page.evaluate("window.told") == left
    assert len(left) == 2
    expect(page.locator("details[data-facet=dla] li:has(input[value=osoby-po-przemocy])")).to_have_count(0)
    page.get_by_role("button", name="Pokaż (2)").click()
    expect(page.locator("[data-list]")).to_be_focused()
    page.get_by_role("button", name="Wyczyść").click()
    expect(page.locator(LISTED)).to_have_count(4)
    assert page.evaluate("location.hash") == ""
    assert page_log.complaints == []


def test_a_narrowed_list_is_what_its_address_says(page: Page, site: str) -> None:
    page.goto(f"{site}obszary/bezdomnosc/#koszt=bezplatnie")
    expect(page.locator(LISTED)).to_have_count(2)
    page.goto(f"{site}obszary/bezdomnosc/#mapa")
    expect(page.locator(LISTED)).to_have_count(2)
    page.goto(f"{site}obszary/bezdomnosc/#koszt=czego-nie-ma")
    expect(page.get_by_role("status")).to_have_text("Nic tu nie pasuje do wszystkich filtrów naraz")


def test_filters_are_cleared_at_once(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/#q=brak-takiego-slowa")
    expect(page.locator("[data-nothing]")).to_be_visible()
    page.get_by_role("button", name="Wyczyść").click()
    assert page.evaluate("location.hash") == ""
    assert len(ids(page)) > 1


def test_what_has_ended_stands_apart_in_a_closed_group(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/")
    assert "stowarzyszenie-wzor/porady-w-domu" not in ids(page)
    group = page.locator("details[data-expired]")
    assert group.get_attribute("open") is None
    assert group.locator("[data-service='stowarzyszenie-wzor/porady-w-domu']").count() == 1


def test_the_box_of_the_first_page_leads_to_the_list(page: Page, site: str) -> None:
    page.goto(site)
    page.fill(BOX, "łaźnia & pranie")
    page.keyboard.press("Enter")
    page.wait_for_selector(READY)
    assert page.evaluate("location.search") == ""
    expect(page.locator("[data-results]")).to_have_attribute("data-searched", "łaźnia & pranie")


def test_without_a_script_the_list_is_whole_and_the_box_sends_nothing(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}szukaj/")
    assert page.locator("[data-facets]").is_hidden()
    assert page.locator("noscript p").first.is_visible()
    page.fill(BOX, "tajne")
    page.keyboard.press("Enter")
    assert page.url == f"{site}szukaj/"
    assert len(ids(page)) > 1
    context.close()


def searched(page: Page, words: str) -> list[str]:
    """Types words and waits for what they find."""
    page.fill(BOX, words)
    expect(page.locator("[data-results]")).to_have_attribute("data-searched", words)
    return ids(page)


def test_nothing_is_loaded_before_somebody_searches(page: Page, page_log: PageLog, site: str) -> None:
    page.goto(f"{site}szukaj/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in page_log.requests if "/search" in url.removeprefix(site) and "search." not in url]
    assert not [url for url in page_log.requests if url.endswith(".json")]
    assert page.locator("html").get_attribute("data-search") is None
    page.focus(BOX)
    page.wait_for_selector(READY)
    assert [url for url in page_log.requests if url.endswith(".json")]


AS_PEOPLE_ASK = [
    *("łaźniami", "lazni", "łaźia", "ŁAŹN", "prysznice", "umyć", "помитися", "shower", "лазня", "½ łaźnia", "㎏ łaźni"),
]


@pytest.mark.parametrize("typed", AS_PEOPLE_ASK)
def test_a_service_is_found_as_people_ask(page: Page, site: str, typed: str) -> None:
    opened(page, f"{site}szukaj/")
    searched(page, typed)
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "fundacja-przyklad/laznia")


def test_what_was_widened_is_said_and_undone(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/")
    searched(page, "lazniia")
    expect(page.locator("[data-said]")).to_contain_text("łaźnia")
    page.get_by_role("button", name="Pokaż tylko „lazniia”").click()
    expect(page.get_by_role("button", name="Szukaj szerzej")).to_be_visible()
    assert ids(page) == []
    expect(page.locator("[data-nothing]")).to_be_visible()


def test_danger_has_its_box_and_leaves_no_trace(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/#q=bije+mnie")
    expect(page.locator("[data-need=wsparcie] a[href='tel:112']")).to_be_visible()
    assert ids(page)[0] == "miejski-osrodek-przykladowy/punkt-informacyjny"
    expect(page.locator("main > .doubt")).to_be_hidden()
    page.wait_for_function("location.hash === ''")
    searched(page, "posiłek")
    expect(page.locator("[data-urgent]")).to_be_hidden()
    expect(page.locator("main > .doubt")).to_be_visible()


@pytest.mark.parametrize("before", ["", "#q=posi%C5%82ek"])
def test_a_danger_asked_by_a_link_inside_the_page_stays(page: Page, site: str, before: str) -> None:
    opened(page, f"{site}szukaj/{before}")
    for _ in range(2):
        page.evaluate("location.hash = '#q=marzn%C4%99+na+dworze'")
        expect(page.locator("[data-need=nie-mam-gdzie-spac] a[href='tel:112']")).to_be_visible()
        page.wait_for_function("location.hash === ''")
        page.wait_for_timeout(300)
        assert page.input_value(BOX) == "marznę na dworze"
        expect(page.locator("[data-urgent]")).to_be_visible()


def test_back_from_a_danger_shows_what_was_there_before(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/#q=posi%C5%82ek")
    page.evaluate("location.hash = '#q=marzn%C4%99+na+dworze'")
    expect(page.locator("[data-urgent]")).to_be_visible()
    page.go_back()
    expect(page.locator("[data-results]")).to_have_attribute("data-searched", "posiłek")
    expect(page.locator("[data-urgent]")).to_be_hidden()
    assert page.evaluate("location.hash") == "#q=posi%C5%82ek"


def test_words_of_a_moment_ago_are_not_written_over_those_of_now(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/")
    page.fill(BOX, "posiłek")
    page.evaluate("location.hash = '#q=marzn%C4%99+na+dworze'")
    expect(page.locator("[data-urgent]")).to_be_visible()
    page.wait_for_timeout(700)
    assert page.evaluate("location.hash") == ""
    assert page.input_value(BOX) == "marznę na dworze"


LONG = {"one word": "ł" * 200_000, "signs": "[" * 200_000, "words": "łaźnia " * 30_000, "letters": "a " * 100_000}


@pytest.mark.parametrize("typed", LONG.values(), ids=LONG)
def test_a_question_without_end_is_cut_and_said_so(page: Page, site: str, typed: str) -> None:
    opened(page, f"{site}szukaj/")
    asked = """([box, words]) => {
        const start = performance.now();
        box.value = words;
        box.dispatchEvent(new Event("input", { bubbles: true }));
        return new Promise((done) => setTimeout(() => done(performance.now() - start), 0));
    }"""
    assert page.evaluate(asked, [page.query_selector(BOX), typed]) < 2000
    expect(page.locator("[data-said]")).to_contain_text("pierwszych 200 znaków")
    page.wait_for_timeout(700)
    assert len(page.evaluate("decodeURIComponent(location.hash)")) <= 203
    searched(page, "łaźnia")
    assert "znaków" not in page.locator("[data-said]").inner_text()


def test_a_question_without_end_is_cut_on_the_first_page_too(page: Page, site: str) -> None:
    page.goto(site)
    page.fill(BOX, "ł" * 399 + "🙂" * 100_000)
    page.keyboard.press("Enter")
    expect(page.locator("[data-said]")).to_contain_text("pierwszych 200 znaków")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_what_is_folded_is_whole_on_paper(chromium: Browser, site: str, *, scripts: bool) -> None:
    context = chromium.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{site}szukaj/")
    ended = page.locator("[data-expired] [data-service='stowarzyszenie-wzor/porady-w-domu']")
    assert not ended.is_visible()
    page.emulate_media(media="print")
    assert ended.is_visible()
    assert ended.locator("a").first.is_visible()
    context.close()


def test_what_old_browsers_fold_is_opened_for_paper(page: Page, site: str) -> None:
    page.goto(f"{site}dane/")
    folded = page.locator("main details").count()
    assert folded
    page.evaluate("document.querySelector('main details').open = true")
    opened_before = page.locator("main details[open]").count()
    assert 1 <= opened_before < folded
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main details[open]").count() == folded
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("main details[open]").count() == opened_before


def test_words_that_hurt_are_not_repeated(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/")
    assert searched(page, "kloszardzi")
    expect(page.get_by_role("status")).to_contain_text("Znaleziono")
    assert "kloszard" not in page.locator("main").inner_text().lower()


HOSTILE = [
    *("<img src=x onerror=alert(1)>", ".*+?^${}()|[]", "🙂", "مساعدة", "__proto__"),
    *("½ łaźnia", "㎏ łaźnia", "ﷺ łaźnia", "łażnia", "İ łaźnia"),
]
"""Also letters that become two words or none when they are made plain."""


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_words_are_only_words(page: Page, page_log: PageLog, site: str, typed: str) -> None:
    opened(page, f"{site}szukaj/")
    searched(page, typed)
    assert page.locator("main img").count() == 0
    assert page_log.complaints == []


@pytest.mark.parametrize(("language", "title"), [("uk", "Шукати допомогу"), ("en", "Search for help")])
def test_the_search_page_speaks_other_languages(
    page: Page, page_log: PageLog, site: str, language: str, title: str
) -> None:
    opened(page, f"{site}{language}/szukaj/")
    assert page.locator("html").get_attribute("lang") == language
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert searched(page, "łaźnia")[0] == "fundacja-przyklad/laznia"
    assert page.locator("ul.languages a").count() == 2
    assert page_log.complaints == []


@pytest.mark.parametrize(
    ("language", "typed", "offered"),
    [
        ("", "душ", ["pl", "uk", "en"]),
        ("", "хочу їсти", ["uk"]),
        ("", "нужен врач", ["pl", "uk", "en"]),
        ("", "негде жить", ["pl", "uk", "en"]),
        ("", "трэба дапамога", ["pl", "uk", "en"]),
        ("", "потрібна допомога", ["uk"]),
        ("", "пераначаваць сёння, ўсё", ["pl", "uk", "en"]),
        ("uk/", "помитися", []),
        ("uk/", "где помыться", ["pl", "uk", "en"]),
        ("uk/", "душ", []),
        ("en/", "їдальня", ["uk"]),
        ("", "łaźnia", []),
    ],
)
def test_who_asks_in_cyrillic_is_offered_a_language(
    page: Page, site: str, language: str, typed: str, offered: list[str]
) -> None:
    opened(page, f"{site}{language}szukaj/")
    searched(page, typed)
    links = page.locator("[data-offer] a:visible")
    assert [link.get_attribute("hreflang") for link in links.all()] == offered


def test_the_question_goes_along_to_another_language(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/")
    searched(page, "душ")
    page.wait_for_url("**/szukaj/#*")
    page.locator("[data-offer] a[hreflang=uk]:visible").click()
    expect(page.locator("html[lang=uk] input[name=q]")).to_have_value("душ")


def test_nothing_to_complain_about_before_and_after(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/")
    assert Axe().run(page).violations_count == 0
    searched(page, "bije mnie")
    assert Axe().run(page).violations_count == 0


@pytest.fixture(scope="module")
def long_list(shared: Shared, serve: Callable[[Path], str]) -> str:
    """The fictional catalogue with so many more services that their list has several pages, on a server."""
    return serve(shared("long", _many_services) / "site")


def _many_services(folder: Path) -> None:
    shutil.copytree(FICTIONAL, folder / "catalogue")
    organizations = folder / "catalogue" / "organizations"
    head, kitchen = (organizations / "parafia-przykladowa.yaml").read_text("utf-8").split("  kuchnia:\n")
    for number in range(1 + CARDS_ON_A_PAGE // 40):
        kitchens = (f"  kuchnia-{place}:\n{kitchen}" for place in range(40))
        named = head.replace("Parafia Przykładowa", f"Parafia Przykładowa {number}")
        (organizations / f"parafia-{number}.yaml").write_text(named + "".join(kitchens), "utf-8")
    build_site(Order(folder=folder / "catalogue", output=folder / "site", today=TODAY))


def test_what_stands_on_another_page_of_a_long_list_is_found(page: Page, page_log: PageLog, long_list: str) -> None:
    last = "stowarzyszenie-wzor/szkolenia"
    page.goto(f"{long_list}szukaj/")
    assert page.locator(f"[data-service='{last}']").count() == 0
    page.goto(f"{long_list}szukaj/#q=szkolenia")
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", last)
    page.get_by_role("button", name="Wyczyść").click()
    expect(page.locator(SHOWN)).to_have_count(FIRST_CARDS)
    page.locator("[data-less] > summary").click()
    expect(page.locator(f"[data-service='{last}']")).to_be_visible()
    assert len(ids(page)) > CARDS_ON_A_PAGE
    assert page.locator(".pager").count() == 0
    assert page_log.complaints == []


def test_what_nobody_gives_is_said_with_whom_to_ask(page: Page, site: str) -> None:
    opened(page, f"{site}szukaj/")
    assert searched(page, "latający dywan") == []
    expect(page.locator("[data-nothing]")).to_contain_text("To nie znaczy, że pomocy nie ma")
    expect(page.locator("[data-nothing] .call")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Nie mamy tego w katalogu")


def test_a_page_older_than_the_last_publication_finds_its_files(page: Page, site: str) -> None:
    """The files of the page that is open are gone; the page that stands there now names others."""
    page.route("**/szukaj/", _as_it_was)
    page.goto(f"{site}szukaj/#q=posi%C5%82ek")
    expect(page.locator("[data-results]")).to_have_attribute("data-searched", "posiłek")
    assert ids(page) == ["parafia-przykladowa/kuchnia"]


def _as_it_was(route: Route) -> None:
    """The page as it is now where a script asks for it, else as it was: with the name of a file that is gone."""
    answer = route.fetch()
    is_asked_by_script = route.request.resource_type == "xhr"
    text = answer.text()
    gone = text.replace("/assets/search/pl.", "/assets/search/pl.0")
    route.fulfill(response=answer, body=text if is_asked_by_script else gone)
