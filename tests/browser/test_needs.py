"""The question to the map of needs in a real browser: what it answers is what its queries give on the open data."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from asked_again import of_csv, published_csv
from tabs import PageLog

ANSWER = "[data-question] [data-answer]"


@pytest.fixture(scope="module")
def site(fictional_site: Path, serve: Callable[[Path], str]) -> str:
    """The fictional catalogue on a server."""
    return serve(fictional_site)


def ask(page: Page, **wanted: str) -> None:
    """Chooses in the form, and waits for the answer."""
    for name, value in wanted.items():
        page.select_option(f"[data-question] select[name={name}]", value)
    page.wait_for_selector(f"{ANSWER}:visible")
    told = "&".join(value.replace(":", "=") if name == "gdzie" else f"{name}={value}" for name, value in wanted.items())
    expect(page.locator("[data-question]")).to_have_attribute("data-asked", told)


@pytest.mark.parametrize(
    "wanted",
    [
        {"obszar": "bezdomnosc"},
        {"obszar": "bezdomnosc", "gdzie": "dzielnica:stary-rynek"},
        {"forma": "laznia", "dla": "dorosli", "gdzie": "dzielnica:rynek-szeroko"},
        {"obszar": "bezdomnosc", "gdzie": "gmina:wzorowo"},
    ],
)
def test_an_answer_is_what_its_queries_give(
    wanted: dict[str, str], page: Page, page_log: PageLog, site: str, fictional_site: Path
) -> None:
    page.goto(f"{site}mapa-potrzeb/")
    ask(page, **wanted)
    shown = {one.get_attribute("data-measure"): one.inner_text() for one in page.locator("[data-measure]").all()}
    queries = page.locator("[data-sql]").text_content() or ""
    with of_csv(published_csv(fictional_site)) as database:
        asked = [database.execute(query) for query in queries.split(";") if query.strip()]
        row = dict(zip((column[0] for column in asked[0].description), asked[0].fetchone(), strict=True))
        units = [] if len(asked) == 1 else asked[1].fetchall()
    assert page.locator("[data-services]").inner_text() == str(row["services"])
    assert {name: re.sub(r" .*", "", text or "") for name, text in shown.items()} == {
        name: str(row[name]) for name in shown if name
    }
    said = page.locator("[data-places]").inner_text()
    assert [int(number) for number in re.findall(r"(?:^|, )(\d+)", said)] == [number for _, number, _ in units]
    assert page_log.complaints == []
    assert page_log.foreign(site) == []


def test_a_nothing_says_what_it_means(page: Page, site: str) -> None:
    """Nobody has looked there; none of the catalogue."""
    page.goto(f"{site}mapa-potrzeb/")
    ask(page, forma="laznia", gdzie="gmina:wzorowo")
    expect(page.locator("[data-why]")).to_have_text("Tej gminy jeszcze nie sprawdzaliśmy.")
    expect(page.locator("[data-services]")).to_have_text("–")
    ask(page, forma="pralnia", gdzie="dzielnica:za-lasem")
    expect(page.locator("[data-why]")).to_contain_text("W katalogu nie ma takiej usługi.")


def test_an_address_asks_and_the_city_is_shaded_anew(page: Page, site: str) -> None:
    page.goto(f"{site}mapa-potrzeb/#obszar=bezdomnosc&dzielnica=stary-rynek")
    page.wait_for_selector(f"{ANSWER}:visible")
    assert page.input_value("select[name=gdzie]") == "dzielnica:stary-rynek"
    assert Axe().run(page).response["violations"] == []
    rows = page.locator(".city-shaded tbody tr:has(a)")
    assert sum(int(one) for one in rows.locator("td").all_inner_texts()) > 0
    page.select_option("select[name=obszar]", "")
    expect(page.locator("[data-question]")).to_have_attribute("data-asked", "dzielnica=stary-rynek")


def test_without_a_script_the_tables_are_all_there(page: Page, site: str) -> None:
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{site}mapa-potrzeb/")
    expect(page.locator("[data-question]")).to_be_hidden()
    expect(page.locator("table.heat")).to_be_visible()
