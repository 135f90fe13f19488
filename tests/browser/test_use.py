"""What somebody in need does with a page: dials, prints, skips to the content."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

LARGE_ENOUGH = 44


@pytest.fixture(scope="module")
def site(fictional_site: Path, serve: Callable[[Path], str]) -> str:
    """The fictional catalogue on a server."""
    return serve(fictional_site)


def test_a_number_is_dialled_and_large_enough_to_press(page: Page, site: str) -> None:
    page.goto(f"{site}uslugi/fundacja-przyklad/dom-schronienia/")
    box = page.locator("a[href='tel:+48800000001']").first.bounding_box()
    assert box
    assert box["height"] >= LARGE_ENOUGH


def test_a_protected_place_has_no_way_and_no_map(page: Page, site: str) -> None:
    page.goto(f"{site}uslugi/fundacja-przyklad/dom-schronienia/")
    assert page.locator("[data-map-start], a[href*='openstreetmap.org/search']").count() == 0
    assert page.get_by_text("Adres jest chroniony").count() >= 1


def test_paper_shows_numbers_and_nothing_to_press(page: Page, site: str) -> None:
    page.goto(f"{site}uslugi/fundacja-przyklad/laznia/")
    page.emulate_media(media="print")
    assert page.locator(".call").first.is_visible()
    for hidden in (".crumbs", ".mend", ".way", ".foot nav"):
        assert page.locator(hidden).first.is_hidden(), hidden


def test_the_skip_link_comes_first_and_leads_to_the_content(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "tresc"
