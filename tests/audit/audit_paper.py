"""The sheets of paper of the real catalogue."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser


def test_the_longest_sheets_fit_on_both_sides_of_one(
    site: Path, chromium: Browser, serve: Callable[[Path], str]
) -> None:
    root, tab = serve(site), chromium.new_page()
    longest = sorted((site / "druk").glob("*/index.html"), key=lambda file: -file.stat().st_size)[:6]
    for sheet in longest:
        tab.goto(f"{root}druk/{sheet.parent.name}/")
        drawn = tab.pdf(prefer_css_page_size=True, format="A4")
        assert len(re.findall(rb"/Type\s*/Page\b", drawn)) <= 2, sheet.parent.name
    tab.close()
