"""The map in a real browser: nothing before it is asked for, everything by keyboard, text that stays text."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from catalogue_examples import polish
from map_examples import HOSTILE, STREET, THEME, catalogue, component, files_of, place, service
from service_catalogue.maps.points import small_map
from service_catalogue.publishing.street_tiles import read_streets
from tabs import PageLog
from tile_examples import archive

OSM = "https://tile.openstreetmap.org"
POLICY = f"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: {OSM}; connect-src 'self'"
TILE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00\x00\x00IEND\xaeB`\x82"
)
SQUARES = {(11, x, y): TILE for x in (1136, 1137, 1138) for y in (692, 693, 694, 695)}
NAMES = {"laznia": "Łaźnia", "dobra": "Dobra", "gdzies": "Gdzieś"}
ROWS = "".join(
    f'<li data-service="fundacja/{slug}"><a href="/katalog/uslugi/fundacja/{slug}/">{name}</a></li>'
    for slug, name in NAMES.items()
)
SHOWN = "ids => document.dispatchEvent(new CustomEvent('services-shown', { detail: { ids } }))"
OPEN = "[data-map-start]"
READY = "[data-map][data-map-ready='4']"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """A site under a sub-path: a page with the map of everything, one with a small map, one whose points are lost."""
    folder = tmp_path_factory.mktemp("site")
    root = folder / "katalog"
    shown = catalogue(
        {
            "ulica": place(70, STREET, address_1="ul. Lipowa 1", district="lipowa"),
            "a": place(1, address_1="ul. Dębowa 1"),
            "b": place(3, address_1="ul. Dębowa 3"),
            "okolica": {"district": "debowa"},
        },
        {
            "laznia": service("Łaźnia", "ulica"),
            "zla": service(HOSTILE, "a"),
            "dobra": service("Dobra", "b"),
            "druga": service("Druga", "b"),
            "gdzies": service("Gdzieś", "okolica"),
        },
    )
    files = files_of(shown)
    own = {file.name: file.read_bytes() for file in (THEME / "static/js/map-start.js", THEME / "static/css/tokens.css")}
    with_streets = files_of(shown, read_streets(archive(tmp_path_factory.mktemp("tiles"), SQUARES), polish()))
    for path, data in [*files.files.items(), *with_streets.files.items(), *own.items()]:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    parts = {"site": "/katalog", "home": "/katalog"}
    pages = {
        "mapa": component(files, **parts),
        "ulice": component(with_streets, **parts),
        "mala": component(files, **parts, drawing=small_map(shown.service["fundacja/laznia"]) or ""),
    }
    for one in shown.services:
        leaf = root / "uslugi" / one.id / "index.html"
        leaf.parent.mkdir(parents=True)
        leaf.write_text(
            f'<!doctype html><article class="sheet"><h1>x</h1><p class="trust">Jak pewne: {one.slug}</p></article>'
        )
    pages["zgubione"] = pages["mapa"].replace("points.", "points-lost.")
    for name, body in pages.items():
        page = _page(body)
        (root / f"{name}.html").write_text(page.replace(f" {OSM}", "") if name == "ulice" else page)
    return serve(folder) + "katalog/"


def _page(body: str) -> str:
    return (
        f'<!doctype html><html lang="pl"><head><meta charset="utf-8"><title>Mapa</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="referrer" content="no-referrer"><link rel="icon" href="data:,">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="/katalog/tokens.css">'
        f'<script type="module" src="/katalog/map-start.js"></script></head>'
        f"<body><main><h1>Mapa</h1><div data-map-page>{body}</div>"
        f'<div data-map-list><h2 id="lista">Lista</h2>'
        f"<details open><summary>Wszystkie</summary><ul>{ROWS}</ul></details></div>"
        f"</main></body></html>"
    )


def _open(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1000, "height": 900})
    page.goto(address)
    page.click(OPEN)
    page.wait_for_selector("[data-map-ready]")


def _mark(page: Page, name: str) -> None:
    """Open clusters by keyboard until a mark stands alone, and be on it."""
    for _ in range(8):
        page.wait_for_timeout(500)
        expect(page.locator(".leaflet-zoom-anim, .leaflet-cluster-anim")).to_have_count(0)
        if page.get_by_title(name, exact=True).count():
            page.get_by_title(name, exact=True).focus()
            return
        page.locator(".map-cluster").first.focus()
        page.keyboard.press("Enter")
    pytest.fail(f"no mark {name}")


def test_nothing_is_loaded_before_it_is_asked_for(page: Page, page_log: PageLog, site: str) -> None:
    """A reader who does not want the map pays for a button."""
    page.goto(site + "mapa.html", wait_until="networkidle")
    assert [url.removeprefix(site) for url in page_log.requests if not url.startswith("data:")] == [
        "mapa.html",
        "tokens.css",
        "map-start.js",
    ]
    expect(page.locator("[data-map]")).to_be_hidden()


def test_opened_map_is_whole_and_asks_nobody_else(page: Page, page_log: PageLog, site: str) -> None:
    """Every point is drawn under a strict policy, from this host alone."""
    _open(page, site + "mapa.html")
    expect(page.locator(READY)).to_be_visible()
    expect(page.locator("[data-map]")).to_be_focused()
    page.wait_for_load_state("networkidle")
    assert page_log.foreign(site) == []
    assert page_log.complaints == []


def test_streets_come_only_when_asked_for(page: Page, page_log: PageLog, site: str) -> None:
    """The button outside the map is the only way to another host, which learns the site but not the page."""
    told = set()

    def tile(route: Route) -> None:
        told.add(route.request.headers.get("referer"))
        route.fulfill(status=200, content_type="image/png", body=TILE)

    page.route("https://tile.openstreetmap.org/**", tile)
    _open(page, site + "mapa.html")
    expect(page.locator(".map-credit a")).to_be_visible()
    assert page.locator(".folium-map [data-map-streets]").count() == 0
    page.click("[data-map-streets]")
    expect(page.locator(".leaflet-tile-loaded").first).to_be_visible()
    expect(page.locator(".leaflet-control-attribution a")).to_be_visible()
    assert {url.split("/")[2] for url in page_log.foreign(site)} == {"tile.openstreetmap.org"}
    assert told == {site.removesuffix("katalog/")}
    assert page_log.complaints == []


def test_own_streets_are_there_without_a_question(page: Page, page_log: PageLog, site: str) -> None:
    """Of a PMTiles file: from this host, under a policy that names no other, with who made them."""
    _open(page, site + "ulice.html")
    expect(page.locator(".leaflet-tile-loaded").first).to_be_visible()
    expect(page.locator(".map-with-streets")).to_be_visible()
    expect(page.locator(".leaflet-control-attribution a")).to_be_visible()
    for button in ("streets", "asks"):
        expect(page.locator(f"[data-map-{button}]")).to_be_hidden()
    page.wait_for_load_state("networkidle")
    assert page_log.foreign(site) == []
    assert page_log.complaints == []


def test_mark_opens_and_closes_by_keyboard(page: Page, page_log: PageLog, site: str) -> None:
    """Enter goes to the link, Escape back to the mark, Space is as good as Enter."""
    _open(page, site + "mapa.html")
    _mark(page, "Łaźnia")
    for key in ("Enter", " "):
        page.keyboard.press(key)
        expect(page.get_by_role("dialog", name="Łaźnia")).to_be_visible()
        expect(page.locator("[data-map-link]")).to_be_focused()
        expect(page.locator("[data-map-link]")).to_have_attribute("href", "/katalog/uslugi/fundacja/laznia/")
        expect(page.locator(".leaflet-popup-content")).to_contain_text("map.street")
        expect(page.locator("[data-map-more] .trust")).to_have_text("Jak pewne: laznia")
        page.keyboard.press("Escape")
        expect(page.locator(".leaflet-popup")).to_have_count(0)
        expect(page.get_by_title("Łaźnia", exact=True)).to_be_focused()
    assert page_log.complaints == []


def test_marks_are_reached_by_tab(page: Page, site: str) -> None:
    """From the frame one comes to the streets, the map, every mark and the number of a district."""
    _open(page, site + "mapa.html")
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.className + document.activeElement.ariaLabel"))
    for part in ("folium-map", "map-mark", "Dębowa. map.district"):
        assert re.search(part, str(reached))


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_cluster_opens_by_keyboard(page: Page, site: str, motion: str) -> None:
    """Enter on several services lands on one of them, also where they share one house."""
    page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    _open(page, site + "mapa.html")
    seen = 0
    while page.locator(".map-cluster:visible").count() and seen < 5:
        page.locator(".map-cluster").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(700)
        expect(page.locator(".map-mark:focus")).to_have_count(1)
        seen += 1
        if page.get_by_title("Druga", exact=True).count():
            break
    expect(page.get_by_title("Druga", exact=True)).to_be_visible()


def test_hostile_name_is_shown_as_it_is_written(page: Page, page_log: PageLog, site: str) -> None:
    """A name is text, whatever it looks like."""
    _open(page, site + "mapa.html")
    _mark(page, HOSTILE)
    page.keyboard.press("Enter")
    expect(page.locator("[data-map-link]")).to_have_text(HOSTILE)
    assert page.title() == "Mapa"
    assert page.locator(".folium-map img").count() == 0
    assert page_log.complaints == []


def test_wheel_scrolls_the_page_until_the_map_has_focus(page: Page, site: str) -> None:
    """Somebody passing by does not zoom; somebody on the map does."""
    _open(page, site + "mapa.html")
    page.set_viewport_size({"width": 1000, "height": 500})
    district = page.locator(".map-chip").first
    stands = district.evaluate("mark => getComputedStyle(mark).transform")
    page.locator(".folium-map").hover()
    page.mouse.wheel(0, 300)
    expect(page.locator("h1")).not_to_be_in_viewport()
    expect(district).to_have_css("transform", stands)
    page.locator(".folium-map").focus()
    page.mouse.wheel(0, -100)
    expect(district).not_to_have_css("transform", stands)


def test_list_and_map_choose_for_one_another(page: Page, page_log: PageLog, site: str) -> None:
    """A row shows its point with the card, and of a chosen point the row stands out until the card is closed."""
    _open(page, site + "mapa.html")
    assert page.locator("[data-map-list] button").count() == 2
    page.get_by_role("button", name="map.show – Dobra").click()
    expect(page.get_by_role("dialog", name="Dobra")).to_be_visible()
    expect(page.locator("[data-map-more] .trust")).to_have_text("Jak pewne: dobra")
    expect(page.locator("[aria-current]")).to_have_attribute("data-service", "fundacja/dobra")
    page.keyboard.press("Escape")
    expect(page.locator("[aria-current]")).to_have_count(0)
    page.locator("[data-map-home]").click()
    _mark(page, "Łaźnia")
    page.keyboard.press("Enter")
    expect(page.locator("[aria-current]")).to_have_attribute("data-service", "fundacja/laznia")
    page.keyboard.press("Escape")
    page.locator("[data-service='fundacja/laznia'] a").hover()
    expect(page.locator(".map-pointed")).to_have_attribute("title", "Łaźnia")
    assert page_log.complaints == []


def test_a_narrowed_list_narrows_the_map(page: Page, site: str) -> None:
    """Points and the numbers of districts are those of the services that are left, and all of them again afterwards."""
    page.goto(site + "mapa.html")
    answer = "document.addEventListener('services-asked', () => (" + SHOWN + ")(['fundacja/laznia']))"
    page.evaluate(answer)
    page.click(OPEN)
    page.wait_for_selector("[data-map-ready]")
    expect(page.locator(".map-mark.leaflet-interactive")).to_have_count(1)
    expect(page.locator(".map-dot")).to_have_attribute("d", re.compile("^M[^M]+$"))
    expect(page.locator(".map-chip")).to_have_count(0)
    page.evaluate(SHOWN, ["fundacja/gdzies"])
    expect(page.locator(".map-mark.leaflet-interactive")).to_have_count(0)
    expect(page.locator(".map-chip")).to_have_text("1")
    page.evaluate(SHOWN, None)
    expect(page.get_by_title("Łaźnia", exact=True)).to_be_visible()
    expect(page.locator(".map-chip")).to_have_text("1")


def test_open_map_has_nothing_that_axe_finds(page: Page, site: str) -> None:
    """With clusters, numbers of districts and a card that is open."""
    _open(page, site + "mapa.html")
    _mark(page, "Łaźnia")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Łaźnia")).to_be_visible()
    expect(page.locator(".leaflet-popup")).to_have_css("opacity", "1")
    page.evaluate(Axe().axe_script)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_who_does_not_tell_where_they_are_chooses_a_district(page: Page, site: str) -> None:
    """The picture of the city, whose districts are links, comes back where the map has nothing to say."""
    page.goto(site + "mapa.html")
    picture = '<figure data-map-picture><a href="#debowa">Dębowa</a></figure>'
    page.evaluate("html => document.querySelector('.map').insertAdjacentHTML('beforebegin', html)", picture)
    page.click(OPEN)
    page.wait_for_selector("[data-map-ready]")
    page.click("[data-map-near]")
    expect(page.locator("[data-map-near-list]")).to_contain_text("map.nowhere")
    expect(page.locator("[data-map-near-list] [data-map-picture]:not(.map-before) a")).to_be_visible()


def test_small_map_brings_its_points(page: Page, page_log: PageLog, site: str) -> None:
    """A service's page loads no file of points."""
    _open(page, site + "mala.html")
    expect(page.locator("[data-map-ready='1']")).to_be_visible()
    expect(page.get_by_title("Łaźnia", exact=True)).to_be_visible()
    assert [url for url in page_log.requests if "points." in url] == []
    assert page_log.complaints == []


@pytest.mark.parametrize("lost", ["points-lost", "leaflet.js"])
def test_failure_points_to_the_list(page: Page, site: str, lost: str) -> None:
    """A map that cannot be drawn says so and where else to look."""
    page.route(f"**/*{lost}*", lambda route: route.abort())
    page.goto(site + "zgubione.html")
    page.click(OPEN)
    expect(page.get_by_role("alert").get_by_role("link")).to_have_attribute("href", "#lista")
    expect(page.locator("[data-map]")).to_be_hidden()


def test_targets_are_large_enough(page: Page, site: str) -> None:
    """A trembling finger hits every control and every mark."""
    _open(page, site + "mapa.html")
    for target in page.locator(".leaflet-bar a, .map-mark.leaflet-interactive").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_without_script_the_list_is_named(chromium: Browser, site: str) -> None:
    """No dead button stands on a page without JavaScript."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "mapa.html")
    expect(page.locator(OPEN)).to_be_hidden()
    expect(page.locator("noscript a")).to_have_attribute("href", "#lista")
    context.close()
