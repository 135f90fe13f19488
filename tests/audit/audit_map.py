"""The city as a picture in a browser: nothing lies on another at any width, and every number leads to its entry."""

import gzip
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PAGES = ("mapa", "obszary/kryzys-bezdomnosci", "obszary/osoby-starsze-i-niesamodzielne", "dzielnice/stare-miasto")
BOXES = """() => [...document.querySelectorAll(".city-over .city-name, .city-over .city-mark, .city-over .city-count")]
  .filter((part) => getComputedStyle(part).display !== "none" && part.getBoundingClientRect().width)
  .map((part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    return { left, right, top, bottom, kind: part.getAttribute("class"), text: part.textContent.trim() };
  })"""
LIVING = """() => [
    ...document.querySelectorAll(".map-name > span, .map-chip .map-number, .map-cluster .map-number, .map-street"),
  ]
  .filter((part) => part.closest(".leaflet-pane"))
  .map((part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const room = part.matches(".map-street") ? 11 : 0; // a ring of 22 pixels in a square of 44
    const box = { left: left + room, right: right - room, top: top + room, bottom: bottom - room };
    return { ...box, text: part.textContent.trim() };
  })"""
LEADS = """() => [...document.querySelectorAll("[data-map-picture] .city-over .city-mark")]
  .map((mark) => mark.getAttribute("href"))
  .filter((href) => !document.querySelector(href))"""


@pytest.fixture(scope="module")
def tab(site: Path, chromium: Browser, serve: Callable[[Path], str]) -> Iterator[tuple[Page, str]]:
    root = serve(site)
    page = chromium.new_page()
    yield page, root
    page.close()


WIDTHS = (320, 360, 768, 1280)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_lies_on_another(width: int, tab: tuple[Page, str]) -> None:
    page, root = tab
    page.set_viewport_size({"width": width, "height": 900})
    overlaps = []
    for path in PAGES:
        page.goto(f"{root}{path}/")
        overlaps += [(path, *found) for found in _overlaps(page.evaluate(BOXES))]
    assert overlaps == []


def _overlaps(boxes: list[dict[str, Any]]) -> Iterator[tuple[str, str, int, int]]:
    """Pairs of boxes that lie on one another, with how much; of no boxes there would be none."""
    assert boxes
    for one, other in combinations(boxes, 2):
        # A halo around letters and the edge of a ring may touch: a pixel and a half is seen by nobody.
        wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
        high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
        if wide > 1.5 and high > 1.5:
            yield one["text"], other["text"], round(wide), round(high)


def test_no_label_of_the_living_map_lies_on_another(tab: tuple[Page, str]) -> None:
    """Nor on a mark, at any width, as it opens and one step nearer; and axe finds nothing while it is open."""
    page, root = tab
    page.emulate_media(reduced_motion="reduce")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{root}mapa/")
        page.click("[data-map-start]")
        page.wait_for_selector("[data-map-ready]")
        for step in range(2):
            page.wait_for_timeout(300)
            found = list(_overlaps(page.evaluate(LIVING)))
            assert (width, step, found) == (width, step, [])
            page.click(".leaflet-control-zoom-in")
    page.evaluate(Axe().axe_script)
    violations = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"][:3]]) for one in violations] == []


def test_what_an_open_map_loads_is_light(site: Path) -> None:
    """Scripts and geography, packed: 70 kB at most; the points come on top."""
    folder = site / "assets/map"
    files = [*folder.rglob("*.js"), *folder.glob("ground.*.json")]
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= 70_000


def test_a_gmina_beyond_the_map_says_so(site: Path) -> None:
    for language, said in (("", "nie ma na naszej mapie"), ("en/", "not on our map"), ("uk/", "немає на нашій мапі")):
        page = (site / language / "gminy/skawina/index.html").read_text("utf-8")
        assert (said in page, "data-map-picture" in page) == (True, False)


def test_every_number_leads_to_an_entry_of_the_list(tab: tuple[Page, str]) -> None:
    page, root = tab
    for path in PAGES[1:]:
        page.goto(f"{root}{path}/")
        assert page.evaluate(LEADS) == []
