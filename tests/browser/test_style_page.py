"""Every component in every state, on the style page: accessible, as drawn before, whole with any text.

`pytest --update-golden` draws the pictures anew; they are looked at in review.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from pictures import difference, draw_letters_as_boxes, picture

PICTURES = Path(__file__).parent / "pictures"
COMPONENTS = sorted(
    folder.name for folder in (Path(__file__).parents[2] / "theme/templates/components").iterdir() if folder.is_dir()
)
TOLERANCE = 0.001
"""What the smoothing of edges may differ between machines; one line in another colour is more."""
REPEATED_HERE = {"landmark-unique": {"enabled": False}}
"""Only this page shows one component many times, each with the same name for its part of the page."""


@pytest.fixture(scope="module")
def style(fictional_site: Path, chromium: Browser, serve: Callable[[Path], str]) -> Iterator[Page]:
    """The style page as a small phone shows it."""
    context = chromium.new_context(viewport={"width": 360, "height": 800}, locale="pl-PL", bypass_csp=True)
    page = context.new_page()
    page.goto(serve(fictional_site) + "styl/")
    yield page
    context.close()


@pytest.fixture(scope="module")
def drawn(style: Page) -> Page:
    """The same with letters that are the same on every machine."""
    style.set_viewport_size({"width": 360, "height": 800})
    style.emulate_media(color_scheme="light")
    draw_letters_as_boxes(style)
    return style


@pytest.fixture(scope="module")
def canvas(chromium: Browser) -> Iterator[Page]:
    """A blank tab to draw in."""
    page = chromium.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_violation(style: Page, width: int, scheme: Literal["light", "dark"]) -> None:
    style.set_viewport_size({"width": width, "height": 800})
    style.emulate_media(color_scheme=scheme)
    style.evaluate(Axe().axe_script)
    found = style.evaluate("rules => axe.run({ resultTypes: ['violations'], rules })", REPEATED_HERE)["violations"]
    assert [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]] == []


@pytest.mark.parametrize("width", [320, 360])
def test_no_text_leaves_its_frame(style: Page, width: int) -> None:
    style.set_viewport_size({"width": width, "height": 800})
    wider = "parts => parts.filter(part => part.scrollWidth > part.clientWidth).map(part => part.id)"
    assert style.locator("[data-example]").evaluate_all(wider) == []
    assert style.evaluate("document.documentElement.scrollWidth === document.documentElement.clientWidth")


def test_hostile_text_is_text(style: Page) -> None:
    assert style.title().startswith("Wygląd")
    assert style.locator("[data-example] script:not([type='application/json']), [data-example] img").count() == 0
    assert style.locator("[data-example]", has_text="<script>document.title=").count() > 0
    assert style.locator("[data-example]", has_text="{{ 7 * 7 }}").count() > 0


@pytest.mark.parametrize("component", COMPONENTS)
def test_looks_as_before(component: str, drawn: Page, canvas: Page, request: pytest.FixtureRequest) -> None:
    now, golden = picture(drawn.locator(f"#{component}"), canvas), PICTURES / f"{component}.png"
    if request.config.getoption("--update-golden"):
        golden.write_bytes(now)
    assert difference(now, golden.read_bytes(), canvas) <= TOLERANCE


@pytest.mark.parametrize("change", ["color: var(--line)", "padding-inline-start: 8px"])
def test_one_line_in_another_colour_or_place_is_seen(change: str, drawn: Page, canvas: Page) -> None:
    """The tolerance is for edges of letters, not for changes."""
    part = drawn.locator("#trust")
    before = picture(part, canvas)
    part.locator(".trust").first.evaluate("(line, change) => { line.style.cssText = change }", change)
    after = picture(part, canvas)
    part.locator(".trust").first.evaluate("line => { line.style.cssText = '' }")
    assert difference(before, after, canvas) > TOLERANCE
