"""One page of each type, opened as people open them: narrow and wide, light and dark."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from tabs import PageLog, watch

View = tuple[tuple[int, int], Literal["light", "dark"]]
VIEWS: tuple[View, ...] = (((360, 800), "light"), ((360, 800), "dark"), ((1280, 900), "light"), ((1280, 900), "dark"))
NARROWEST = 320
OF_ONE_KIND = (
    *("/mapa-potrzeb/", "/plan/", "/glosy/", "/kalendarz/", "/co-najpierw/", "/dla-organizacji/", "/metropolia/"),
    *("/druk/", "/druk/pilne/", "/kartka/", "/redakcja/", "/prosto/"),
)


def one_of_each(site: Path) -> list[str]:
    """An address of each type of page; of services one with a map and one without a phone, where there are."""
    fixed = ["/", "/szukaj/", "/obszary/", "/formy/", "/dla/", "/dzielnice/", "/gminy/", "/organizacje/", "/uslugi/"]
    fixed += [
        "/pilne/",
        "/znajdz/",
        "/mapa/",
        "/dane/",
        "/o-katalogu/",
        "/jak-edytowac/",
        "/jak-edytowac/formularz/",
        "/prywatnosc/",
        "/dostepnosc/",
        "/404.html",
    ]
    fixed += [path for path in OF_ONE_KIND if (site / path.strip("/") / "index.html").is_file()]
    services = json.loads((site / "api/v1/services.json").read_text("utf-8"))["services"]
    steps = max(site.glob("znajdz/*/dla/*/index.html"), key=lambda page: page.stat().st_size).parent
    fixed += [f"/{steps.parents[1].relative_to(site)}/", f"/{steps.relative_to(site)}/"]
    return [*fixed, *_fullest(site), *(f"/uslugi/{service['id']}/" for service in _telling(services))]


def every_page(site: Path) -> list[str]:
    """The addresses of all Polish pages: those at the root, not those of other languages."""
    found = (page.relative_to(site).as_posix() for page in sorted(site.rglob("*.html")))
    return [f"/{path.removesuffix('index.html')}" for path in found if path[:3] not in {"en/", "uk/"}]


def _fullest(site: Path) -> Iterator[str]:
    """In each section the page with the most to show; of areas the one with the least too."""
    for section in ("druk", "mapa-potrzeb", "pilne", "obszary", "formy", "dla", "dzielnice", "gminy", "organizacje"):
        found = sorted((site / section).glob("*/index.html"), key=lambda page: page.stat().st_size)
        chosen = {found[0], found[-1]} if section in {"pilne", "obszary"} else {found[-1]}
        yield from (f"/{section}/{page.parent.name}/" for page in sorted(chosen))


def _telling(services: list[dict[str, object]]) -> list[dict[str, object]]:
    """The service of which most is known, the one of which least is, and one whose address is protected."""
    by_length = sorted(services, key=lambda service: len(str(service)))
    protected = [service for service in services if "'confidential': True" in str(service)]
    return [by_length[0], by_length[-1], *protected[:1]]


def complaints(context: BrowserContext, root: str, path: str, views: Iterable[View] = VIEWS) -> list[str]:
    """What is wrong with a page in any size and scheme: violations, errors, foreign requests, width."""
    page, log = context.new_page(), PageLog()
    watch(page, log)
    page.goto(root + path.lstrip("/"))
    page.evaluate(Axe().axe_script)
    found = [said for view, rules in _with_rules(views) for said in _violations(page, view, rules)]
    found += [*log.complaints, *log.foreign(root), *_sideways(page)]
    page.close()
    return [f"{path}: {said}" for said in found]


def _with_rules(views: Iterable[View]) -> Iterator[tuple[View, dict[str, list[str]]]]:
    """All rules in each size; in its other scheme those about colours, for nothing else is another there."""
    sizes = set()
    for size, scheme in views:
        yield (size, scheme), {"runOnly": ["cat.color"]} if size in sizes else {}
        sizes.add(size)


def _violations(page: Page, view: View, rules: dict[str, list[str]]) -> list[str]:
    size, scheme = view
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)
    found = page.evaluate("rules => axe.run({ resultTypes: ['violations'], ...rules })", rules)["violations"]
    return [f"{size[0]} {scheme}: {one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]


def _sideways(page: Page) -> list[str]:
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return [f"scrolls sideways at {NARROWEST} px"] if wide else []
