"""What every browser test shares.

`page` is a fresh tab that keeps account of what it does in `page_log`; `serve(folder)` gives the address of a folder.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browsing import PHONE, chromium, serve, shared_context
from tabs import PageLog, watch

__all__ = ["chromium", "serve", "shared_context"]


@pytest.fixture
def own_context(chromium: Browser) -> Iterator[BrowserContext]:
    """A context for one test. Modules that set clocks, go offline or keep copies name it as their `context`."""
    context = chromium.new_context(viewport=PHONE, locale="pl-PL")
    yield context
    context.close()


@pytest.fixture
def context(shared_context: BrowserContext) -> BrowserContext:
    """Where `page` is opened."""
    return shared_context


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A fresh tab with nothing stored, 360 by 800 as a small phone; `set_viewport_size` widens it."""
    before = set(context.pages)
    page = context.new_page()
    yield page
    _forget(page)
    for opened in set(context.pages) - before:
        opened.close()


def _forget(page: Page) -> None:
    """Takes away what the site of a tab has stored."""
    address = urlsplit(page.url)
    origin = {"origin": f"{address.scheme}://{address.netloc}", "storageTypes": "all"}
    page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", origin)


@pytest.fixture
def page_log(page: Page) -> PageLog:
    """The account of the tab `page`, from before its first address."""
    log = PageLog()
    watch(page, log)
    return log
