"""The city as a picture in a browser: nothing lies on another at any width, and every number leads to its entry."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

PAGES = ("mapa", "obszary/kryzys-bezdomnosci", "obszary/osoby-starsze-i-niesamodzielne", "dzielnice/stare-miasto")
BOXES = """() => [...document.querySelectorAll(".city-over .city-name, .city-over .city-mark, .city-over .city-count")]
  .filter((part) => getComputedStyle(part).display !== "none" && part.getBoundingClientRect().width)
  .map((part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    return { left, right, top, bottom, kind: part.getAttribute("class"), text: part.textContent.trim() };
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


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_label_lies_on_another(width: int, tab: tuple[Page, str]) -> None:
    page, root = tab
    page.set_viewport_size({"width": width, "height": 900})
    overlaps = []
    for path in PAGES:
        page.goto(f"{root}{path}/")
        boxes = page.evaluate(BOXES)
        assert boxes
        for one, other in combinations(boxes, 2):
            # A halo around letters and the edge of a ring may touch: a pixel and a half is seen by nobody.
            wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
            high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            if wide > 1.5 and high > 1.5:
                overlaps.append((path, one["text"], other["text"], round(wide), round(high)))
    assert overlaps == []


def test_every_number_leads_to_an_entry_of_the_list(tab: tuple[Page, str]) -> None:
    page, root = tab
    for path in PAGES[1:]:
        page.goto(f"{root}{path}/")
        assert page.evaluate(LEADS) == []
