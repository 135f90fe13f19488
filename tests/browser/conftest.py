"""What every browser test shares.

`page` is a fresh tab that keeps account of what it does in `page_log`; `serve(folder)` gives the address of a folder.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browsing import chromium, serve
from tabs import PageLog, watch

__all__ = ["chromium", "serve"]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh tab with nothing stored, 360 by 800 as a small phone; `set_viewport_size` widens it."""
    context = chromium.new_context(viewport={"width": 360, "height": 800}, locale="pl-PL")
    yield context.new_page()
    context.close()


@pytest.fixture
def page_log(page: Page) -> PageLog:
    """The account of the tab `page`, from before its first address."""
    log = PageLog()
    watch(page, log)
    return log
