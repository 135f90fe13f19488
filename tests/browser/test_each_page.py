"""One page of each type as people have it: large letters, a keyboard, colours of their own, no motion, no scripts."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from walking import one_of_each

ZOOMED = {"width": 320, "height": 256}
"""What is left of a screen of 1280 by 1024 at 400 %."""
STEPS = 12
PARTS = 4
FAULTS = """() => {
  const shown = (part) => part.checkVisibility({ visibilityProperty: true }) && part.getBoundingClientRect().width > 1;
  const told = (part) => `${part.tagName} ${part.className} ${part.textContent.trim().slice(0, 40)}`;
  const faults = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push("sideways");
  const { top } = document.querySelector("h1").getBoundingClientRect();
  const leave = document.querySelector("nav.leave");
  const edge = leave && shown(leave) ? leave.getBoundingClientRect().top : innerHeight;
  if (top + 20 > edge) faults.push(`h1 below the first screen: ${top}`);
  if (document.getAnimations().length) faults.push("moves");
  const sentence = "p a, li a, dd a, td a, th a, label a, summary a, .leave-note *";
  const own = ".button, .call, .row, nav a, .tick";
  const boxes = "input:not([type=checkbox]):not([type=radio])";
  for (const part of document.querySelectorAll(`a[href], button, summary, select, textarea, ${boxes}`)) {
    if (!shown(part) || (part.matches(sentence) && !part.matches(own)) || part.closest("svg, .skip")) continue;
    const { height } = part.getBoundingClientRect();
    if (height < 43.5) faults.push(`small (${Math.round(height)}): ${told(part)}`);
  }
  for (const part of document.querySelectorAll(`.call, .button, button:not(.quiet), select, ${boxes}`)) {
    const { borderTopWidth, textDecorationLine } = getComputedStyle(part);
    if (shown(part) && parseFloat(borderTopWidth) < 1 && textDecorationLine !== "underline") {
      faults.push(`no edge: ${told(part)}`);
    }
  }
  return faults;
}"""
"""What is too wide, too low, too small for a thumb, in motion, or without an edge where colours are the reader's."""
FOCUS = """() => {
  const part = document.activeElement;
  if (part === document.body) return "";
  const { outlineStyle, outlineWidth } = getComputedStyle(part);
  const { width, bottom, top } = part.getBoundingClientRect();
  const seen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && width && bottom > 0 && top < innerHeight;
  return seen ? "" : `no focus to be seen: ${part.outerHTML.slice(0, 100)}`;
}"""
DEAD = """() => [...document.querySelectorAll("button")]
  .filter((part) => part.checkVisibility() && !part.closest("form[action]"))
  .map((part) => part.outerHTML.slice(0, 100))"""


@pytest.fixture(scope="module")
def site(fictional_site: Path, serve: Callable[[Path], str]) -> str:
    """The fictional catalogue on a server."""
    return serve(fictional_site)


@pytest.fixture
def tabs(chromium: Browser) -> Iterator[tuple[Page, Page]]:
    """A tab zoomed to 400 % in colours of the reader's own, without motion; and one without scripts."""
    zoomed = chromium.new_context(viewport=ZOOMED, forced_colors="active", reduced_motion="reduce", locale="pl-PL")
    bare = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640}, locale="pl-PL")
    yield zoomed.new_page(), bare.new_page()
    zoomed.close()
    bare.close()


@pytest.mark.parametrize("part", range(PARTS))
def test_everybody_can_use_a_page(part: int, fictional_site: Path, site: str, tabs: tuple[Page, Page]) -> None:
    zoomed, bare = tabs
    found = []
    for path in one_of_each(fictional_site)[part::PARTS]:
        zoomed.goto(site + path.lstrip("/"))
        found += [f"{path}: {fault}" for fault in [*zoomed.evaluate(FAULTS), *_by_keyboard(zoomed)]]
        bare.goto(site + path.lstrip("/"))
        found += [f"{path} without scripts: {fault}" for fault in bare.evaluate(DEAD)]
        assert bare.locator("main h1").is_visible()
    assert found == []


def _by_keyboard(page: Page) -> list[str]:
    """Faults of the first steps of a keyboard: each is seen, and the first one skips to the content."""
    faults = []
    for step in range(STEPS):
        page.keyboard.press("Tab")
        faults += filter(None, [page.evaluate(FOCUS)])
        if not step and page.evaluate("document.activeElement.className") != "skip":
            faults.append("the way to the content does not come first")
    return faults
