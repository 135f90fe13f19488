"""The fictional site in a real browser: nothing to complain about on one page of each type."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from walking import VIEWS, complaints, one_of_each

TWO_VIEWS = (VIEWS[0], VIEWS[-1])
"""A small light screen and a large dark one; the audit of the real site looks at all four."""


PARTS = 8
"""So many tests share the pages out, so that they run side by side."""


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_to_complain_about(
    part: int, fictional_site: Path, shared_context: BrowserContext, serve: Callable[[Path], str]
) -> None:
    root = serve(fictional_site)
    paths = one_of_each(fictional_site)[part::PARTS]
    assert paths
    assert [complaint for path in paths for complaint in complaints(shared_context, root, path, TWO_VIEWS)] == []


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
