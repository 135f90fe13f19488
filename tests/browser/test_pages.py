"""The fictional site in a real browser: nothing to complain about on one page of each type."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from walking import VIEWS, complaints, one_of_each

TWO_VIEWS = (VIEWS[0], VIEWS[-1])
"""A small light screen and a large dark one; the audit of the real site looks at all four."""


def test_nothing_to_complain_about(fictional_site: Path, chromium: Browser, serve: Callable[[Path], str]) -> None:
    root = serve(fictional_site)
    found = [said for path in one_of_each(fictional_site) for said in complaints(chromium, root, path, TWO_VIEWS)]
    assert found == []


def test_every_service_can_be_read_without_scripts(
    fictional_site: Path, chromium: Browser, serve: Callable[[Path], str]
) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="pl-PL")
    page = context.new_page()
    page.goto(serve(fictional_site) + "szukaj/")
    cards = page.locator("[data-results] [data-service]")
    assert cards.count() > 0
    assert all(card.is_visible() for card in cards.all())
    assert not page.locator("[data-map-start]").is_visible()
    context.close()
