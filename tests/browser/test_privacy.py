"""What `/prywatnosc/` promises, on a page of every type: nothing stored, nothing foreign, no words to any server."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tabs import PageLog, watch
from walking import one_of_each

KEPT = """async () => [
  document.cookie,
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await caches.keys()),
  ...(await indexedDB.databases()).map((one) => one.name),
  ...(await navigator.serviceWorker.getRegistrations()).map((one) => one.scope),
].filter(Boolean)"""


@pytest.fixture
def context(own_context: BrowserContext) -> BrowserContext:
    """Nothing may be there before."""
    return own_context


@pytest.fixture(scope="module")
def site(fictional_site: Path, serve: Callable[[Path], str]) -> str:
    """The fictional catalogue on a server."""
    return serve(fictional_site)


def test_no_page_keeps_or_asks_for_anything(fictional_site: Path, site: str, page: Page, page_log: PageLog) -> None:
    paths = one_of_each(fictional_site)
    tabs = [page, *(page.context.new_page() for _ in paths[1:])]
    for tab, path in zip(tabs, paths, strict=True):
        if tab != page:
            watch(tab, page_log)
        tab.goto(site + path.lstrip("/"))
    for tab, path in zip(tabs, paths, strict=True):
        tab.wait_for_load_state("networkidle")
        assert tab.evaluate(KEPT) == [], path
    assert page.context.cookies() == []
    assert page_log.foreign(site) == []
    assert [url for url in page_log.requests if "?" in url] == []


@pytest.mark.parametrize("start", ["", "szukaj/", "404.html"])
def test_words_stay_on_the_device(start: str, site: str, page: Page, page_log: PageLog) -> None:
    page.goto(site + start)
    page.fill("input[name=q]", "nie mam gdzie spać")
    page.keyboard.press("Enter")
    page.wait_for_url("**/szukaj/#q=*")
    assert [url for url in page_log.requests if "spa" in url] == []


def test_the_list_of_urgent_needs_stores_no_answer(site: str, page: Page) -> None:
    page.goto(f"{site}pilne/")
    page.locator(".needs a").first.click()
    assert page.evaluate(KEPT) == []
    assert page.locator("main form, main input").count() == 0
    assert "?" not in page.url
    assert "#" not in page.url


def test_links_that_lead_away_tell_nothing(site: str, page: Page) -> None:
    """Every page but those with a map sends no referrer at all; a link off the site says so itself."""
    page.goto(f"{site}uslugi/fundacja-przyklad/laznia/")
    links = page.locator("a[href^=http]:not([rel~=license])").all()
    assert links
    own = ("openstreetmap.org/copyright",)
    for link in links:
        href = link.get_attribute("href") or ""
        assert "noreferrer" in (link.get_attribute("rel") or "") or href.endswith(own), href
