"""Pages as Chromium 80 shows them: with styles and scripts reduced to what it knows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from old_browsers import AS_IN_2020, as_in_2020
from tabs import PageLog

LOOKS = """() => {
  const box = (element) => element.getBoundingClientRect();
  const shown = [...document.querySelectorAll("main svg.icon, header svg.icon")].filter((one) => box(one).width);
  const call = document.querySelector("main .call");
  const [icon, number] = [call.querySelector("svg"), call.querySelector("strong")].map(box);
  return {
    icons: Math.max(...shown.map((one) => box(one).width)),
    wide: document.documentElement.scrollWidth > innerWidth,
    touch: box(call).height,
    between: number.left - icon.right,
    edge: parseFloat(getComputedStyle(document.querySelector(".wide")).paddingLeft),
  };
}"""


@pytest.fixture
def old_page(page: Page) -> Page:
    """A tab that knows what was known in the spring of 2020."""

    def reduced(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=as_in_2020(answer.text()))

    page.route("**/*.css", reduced)
    page.add_init_script(AS_IN_2020)
    return page


@pytest.mark.parametrize("path", ["pilne/", "uslugi/fundacja-przyklad/laznia/"])
def test_a_page_has_its_shape_in_an_old_browser(
    path: str, old_page: Page, page_log: PageLog, fictional_site: Path, serve: Callable[[Path], str]
) -> None:
    old_page.goto(serve(fictional_site) + path)
    looks = old_page.evaluate(LOOKS)
    assert looks["icons"] <= 30
    assert not looks["wide"]
    assert looks["touch"] >= 44
    assert looks["between"] >= 6
    assert looks["edge"] >= 12
    assert page_log.complaints == []


def test_an_old_browser_searches(old_page: Page, fictional_site: Path, serve: Callable[[Path], str]) -> None:
    old_page.goto(serve(fictional_site) + "szukaj/#q=%C5%82a%C5%BAnia")
    results = old_page.locator("[data-results]")
    expect(results).to_have_attribute("data-searched", "łaźnia")
    assert "laznia" in (results.locator("[data-service]").first.get_attribute("data-service") or "")
    expect(old_page.locator("[data-cannot]")).to_be_hidden()


def test_a_browser_that_cannot_search_says_so(
    old_page: Page, fictional_site: Path, serve: Callable[[Path], str]
) -> None:
    """Whether the engine breaks in it or the script is not even started, areas are shown and the list is whole."""
    site = serve(fictional_site)
    old_page.add_init_script("delete String.prototype.matchAll; delete Array.prototype.flatMap")
    old_page.goto(f"{site}szukaj/#q=%C5%82a%C5%BAnia")
    instead = old_page.locator("[data-cannot]")
    expect(instead.get_by_role("link").first).to_have_attribute("href", "/obszary/")
    expect(instead).to_be_visible()
    old_page.route("**/search.*.js", lambda route: route.abort())
    old_page.reload()
    expect(instead).to_be_visible()
    assert old_page.locator("[data-results] article").count() > 1
