"""What stays in a browser: only what is on the one list, only when asked for, and nothing about violence."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from service_catalogue.publishing.kept import KEPT
from tabs import PageLog

SCRIPTS = Path(__file__).parents[2] / "theme"
STORES = {"device": r"\blocalStorage\b", "copy": r"\bcaches\.(?:open|has)\b"}
NOWHERE = re.compile(r"\b(?:sessionStorage|indexedDB|document\.cookie|cookieStore)\b")
COPIED = """async () => {
  const paths = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname);
  }
  return paths;
}"""
LEFT = """async () => [...Object.keys(localStorage), ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map((one) => one.scope)]"""


@pytest.fixture
def context(own_context: BrowserContext) -> BrowserContext:
    """Copies and being offline stay in their context."""
    return own_context


@pytest.mark.parametrize("store", STORES)
def test_scripts_keep_what_is_on_the_list(store: str) -> None:
    """`desk` is a file of its own on an editor's machine; `forget.js` is given the names by the list."""
    files = [file for file in SCRIPTS.rglob("*.js") if file.parent.name != "desk" and file.name != "forget.js"]
    texts = {file.relative_to(SCRIPTS).as_posix(): file.read_text("utf-8") for file in files}
    assert [name for name, text in texts.items() if NOWHERE.search(text)] == []
    keys = {row.key for row in KEPT if row.store == store}
    keeping = [text for text in texts.values() if re.search(STORES[store], text)]
    assert {name for text in keeping for name in re.findall(r'const (?:NAME|KEPT|COPY) = "([^"]+)"', text)} == keys


def test_a_copy_is_kept_when_asked_for_and_nothing_of_violence(
    page: Page, page_log: PageLog, fictional_site: Path, serve: Callable[[Path], str]
) -> None:
    site = serve(fictional_site)
    page.goto(f"{site}pilne/")
    assert page.evaluate(LEFT) == []
    page.get_by_role("button", name="Zachowaj na czas bez internetu").click()
    expect(page.locator("[data-offline] [role=status]")).to_contain_text("Zachowane. Kopia jest z 21 listopada 2026")
    page.goto(f"{site}kartka/#kartka=fundacja-przyklad/laznia")
    page.locator("[data-remember]").check()
    page.wait_for_function(f"async () => (await ({COPIED})()).includes('/uslugi/fundacja-przyklad/laznia/')")
    guarded = [file for file in fictional_site.rglob("index.html") if 'class="guarded"' in file.read_text("utf-8")]
    paths = {f"/{file.parent.relative_to(fictional_site).as_posix()}/" for file in guarded}
    page.goto(site + next(path for path in paths if path.startswith("/uslugi/")).lstrip("/"))
    assert paths.isdisjoint(page.evaluate(COPIED))
    assert page_log.complaints == []
    page.context.set_offline(offline=True)
    page.goto(f"{site}pilne/")
    expect(page.locator("[data-offline] [role=status]")).to_contain_text("To kopia z 21 listopada 2026")
    page.goto(f"{site}kartka/")
    expect(page.locator(".my-sheet .slip h2")).to_have_text("Łaźnia")
    page.context.set_offline(offline=False)
    page.goto(f"{site}prywatnosc/")
    page.get_by_role("button", name="Zapomnij wszystko").click()
    expect(page.locator("[data-forget-all] [role=status]")).to_contain_text("Zapomniane")
    assert page.evaluate(LEFT) == []
