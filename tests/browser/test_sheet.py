"""A sheet of one's own: ticked anywhere but where it tells of violence, kept in the fragment, stored if asked."""

from collections.abc import Callable
from pathlib import Path

import pytest
import segno
from playwright.sync_api import BrowserContext, Page, expect

from site_reading import elements
from tabs import PageLog

BATH = "fundacja-przyklad/laznia"
STORED = "Object.entries(localStorage).concat(Object.entries(sessionStorage), document.cookie || [])"


@pytest.fixture
def context(own_context: BrowserContext) -> BrowserContext:
    """Nothing may be there before."""
    return own_context


@pytest.fixture(scope="module")
def site(fictional_site: Path, serve: Callable[[Path], str]) -> str:
    """The fictional catalogue on a server."""
    return serve(fictional_site)


def test_places_go_along_in_the_address_and_nothing_is_stored(page: Page, page_log: PageLog, site: str) -> None:
    page.goto(f"{site}obszary/bezdomnosc/")
    page.locator(f"article[data-service='{BATH}'] .tick").click()
    page.locator("a.top-name").click()
    page.wait_for_url(f"**/#kartka={BATH}")
    page.goto(f"{site}szukaj/#q=hostel&kartka={BATH}")
    expect(page.locator("[data-results]")).to_have_attribute("data-searched", "hostel")
    page.locator("[data-tick-bar] a").click()
    page.wait_for_url(f"**/kartka/#kartka={BATH}")
    slip = page.locator(".my-sheet .slip")
    expect(slip.locator("h2")).to_have_text("Łaźnia")
    assert "sms:?&body=%C5%81a%C5%BAnia" in (page.locator("[data-sms]").get_attribute("href") or "")
    assert page.evaluate(STORED) == []
    page.locator("[data-remember]").check()
    page.goto(f"{site}kartka/")
    expect(slip).to_have_count(1)
    page.locator("[data-forget]").click()
    expect(slip).to_have_count(0)
    assert "kartka=" not in page.url
    assert page.evaluate(STORED) == []
    assert page_log.complaints == []
    assert [url for url in page_log.requests if "kartka=" in url] == []


FULL = (17, 78, 154, 271, 367, 586, 858, 1273)
"""Bytes that fill a code to the last, so that nothing is there to be filled up in a maker's own way."""


def test_a_sheet_is_told_to_another_telephone_by_a_code(page: Page, site: str) -> None:
    page.goto(f"{site}kartka/#kartka={BATH}")
    code = page.locator("[data-code] svg")
    expect(code).to_be_visible()
    drawn = page.evaluate(
        """async (lengths) => {
        const { modules } = await import(document.querySelector("[data-sheet]").dataset.qr);
        return lengths.map((length) => [0, 5, 7].map((mask) => modules("a".repeat(length), mask)));
    }""",
        FULL,
    )
    theirs = [
        [segno.make("a" * length, error="l", mask=mask, mode="byte", boost_error=False) for mask in (0, 5, 7)]
        for length in FULL
    ]
    assert drawn == [[[list(row) for row in one.matrix] for one in of_length] for of_length in theirs]
    assert (
        page.evaluate(
            "async () => (await import(document.querySelector('[data-sheet]').dataset.qr)).modules('a'.repeat(1274))"
        )
        is None
    )
    assert int(code.get_attribute("width") or 0) == 2 * (
        len(segno.make(f"{site}kartka/#kartka={BATH}", error="l", mode="byte", boost_error=False, micro=False).matrix)
        + 4
    )


def test_what_tells_of_violence_is_never_offered(fictional_site: Path, page: Page, site: str) -> None:
    guarded = [file for file in fictional_site.rglob("*.html") if 'class="guarded"' in file.read_text("utf-8")]
    scripts = {one.attributes.get("src", "") for file in guarded if "szukaj" not in str(file) for one in elements(file)}
    assert guarded
    assert [src for src in scripts if "tick" in src or "kartka" in src] == []
    page.goto(f"{site}szukaj/")
    page.locator("input[name=q]").focus()
    expect(page.locator(".tick").first).to_be_visible()
    assert page.locator("article[data-obszar~=bezpieczenstwo] .tick").count() == 0
    quiet = page.locator("article[data-obszar~=bezpieczenstwo]").first.get_attribute("data-service")
    page.goto(f"{site}kartka/#kartka={quiet},../../x,{BATH}")
    expect(page.locator(".my-sheet > li")).to_have_count(1)
