"""The map: what is on it, that it is the same every time, and that nothing of a record can run."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from catalogue_examples import polish, site
from map_examples import HOSTILE, STREET, THEME, catalogue, catalogue_of, component, files_of, place, service
from map_pages import crowded, whole_page, without_list
from service_catalogue.coverage import coverage, figures_of_city
from service_catalogue.geography import geography_of
from service_catalogue.maps import pictures_of
from service_catalogue.maps.libraries import read_assets
from service_catalogue.maps.living_map import living_map
from service_catalogue.maps.map_files import MapFiles
from service_catalogue.maps.points import district_places, points, small_map
from service_catalogue.model import build
from service_catalogue.publishing.assets import read_assets as theme_files

TESTS = Path(__file__).parents[1]


def _texts(files: MapFiles) -> dict[str, str]:
    return {path: data.decode() for path, data in files.files.items() if not path.endswith(".png")}


def test_point_tells_what_a_reader_needs() -> None:
    """A point has its place, its precision, its service and its page."""
    shown = catalogue(
        {"biuro": place(0, STREET, address_1="ul. Lipowa 1", district="lipowa")}, {"laznia": service("Łaźnia", "biuro")}
    )
    (point,) = points(shown)
    assert (point.latitude, point.longitude, point.precision) == (50.04, 19.9, "street")
    assert (point.name, point.place, point.url) == ("Łaźnia", "ul. Lipowa 1, Lipowa", "/uslugi/fundacja/laznia/")
    assert (point.service_id, point.location_id, point.areas) == ("fundacja/laznia", "biuro", ("dom",))


def test_place_without_point_counts_on_its_district() -> None:
    """A place is counted once however many services are there; a point of a district is no point."""
    middle = {"precision": "district", "source": "środek dzielnicy"}
    shown = catalogue(
        {"a": {"district": "debowa"}, "b": place(1, middle, district="debowa"), "c": place(2, district="lipowa")},
        {"jeden": service("Jeden", "a", "b"), "dwa": service("Dwa", "a"), "trzy": service("Trzy", "c")},
    )
    found = {term.code: places for term, places in district_places(shown)}
    assert found == {"lipowa": (), "debowa": (("fundacja/jeden", "fundacja/dwa"), ("fundacja/jeden",))}


def test_confidential_place_is_in_no_byte() -> None:
    """Even a point that the schema would have refused stays out, with its street and its district.

    Where the same organization has an open office, the office is drawn and not the protected service in it.
    """
    secret = {**place(7), "confidential": True, "address_1": "ul. Tajna 13", "district": "debowa"}
    services = {"schronienie": service("Schronienie", "biuro", "dom"), "porady": service("Porady", "biuro")}
    shown = catalogue({"biuro": place(1), "dom": secret}, services)
    files = files_of(shown)
    everything = b"".join(files.files.values()).decode(errors="ignore") + files.container
    everything += small_map(shown.services[0]) or ""
    assert [point.service_id for point in points(shown)] == [shown.services[1].id]
    assert files.points == 1
    assert not any(places for _, places in district_places(shown))
    assert not [secret for secret in ("Tajna", "50.0435", "19.907") if secret in everything]


PLACES: tuple[dict[str, object], ...] = (
    {},
    {**place(1), "district": "nad-rzeka", "address_1": "ul. Tajna 13", "name": "Dom"},
    {**place(40, {"precision": "estate", "source": "x", "radius_m": 300}), "service_area": {"districts": ["za-lasem"]}},
    place(7, STREET),
)
"""Where a protected place may be: nowhere known, in a district, on an estate, on a street that only its point tells."""
HIDDEN = [code for code, form in site().plain()[1]["service_types"].items() if form.get("address_policy") == "hidden"]


@pytest.mark.parametrize("form", ["", *HIDDEN])
def test_where_a_protected_place_is_changes_nothing(form: str) -> None:
    """Neither a byte nor a count, whether the place or the form of its service says so; nor that it is there at all."""
    _, vocabularies, city = site().plain()
    geography = geography_of(site().layers)

    def made(hidden: dict[str, object] | None) -> tuple[object, ...]:
        kept, beside = ({}, ()) if form else ({"confidential": True}, ("biuro",))
        services = {"porady": service("Porady", "biuro", support_areas=["bezdomnosc"])}
        if hidden is not None:
            told = {"support_areas": ["bezdomnosc"], "service_types": [form] if form else []}
            services["dom"] = service("Dom", "dom", *beside, **told)
        places = {"biuro": place(2), **({"dom": {**hidden, **kept}} if hidden is not None else {})}
        one = {"name": "F", "kind": "ngo", "description": "Opis.", "locations": places, "services": services}
        plain = {**city, "ask_first": []}
        shown = build({"f": one}, {**vocabularies, "urgent_needs": {}}, plain, date(2026, 11, 21), geography)
        pictures = pictures_of(shown)
        assert pictures
        said = figures_of_city(coverage(shown), shown)
        by_place = [one for one in said if one.of.district or one.of.wider or one.of.gmina]
        return files_of(shown), pictures.of_services(shown.running), by_place

    assert [made(one) for one in PLACES] == [made(None)] * len(PLACES)


def test_withheld_service_is_not_drawn() -> None:
    """Only listed services have points."""
    shown = catalogue(
        {"a": place(1), "b": place(2)},
        {"jawna": service("Jawna", "a"), "wstrzymana": service("W", "b", publication="withheld", withheld_reason="x")},
    )
    assert [point.service_id for point in points(shown)] == ["fundacja/jawna"]


def test_same_catalogue_gives_same_bytes() -> None:
    """Folium draws lots for names; ours are fixed."""
    assert files_of(catalogue_of(5)) == files_of(catalogue_of(5))


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_another_process_gives_same_bytes(seed: str) -> None:
    """No order of a set and no address in memory reaches a file."""
    code = (
        "import hashlib; from map_examples import catalogue_of, files_of;"
        "print(hashlib.sha256(repr(files_of(catalogue_of(5))).encode()).hexdigest())"
    )
    path = os.pathsep.join([str(TESTS / "support"), str(TESTS.parent / "plugins")])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
    command = [sys.executable, "-c", code]
    printed = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert printed.stdout.strip() == hashlib.sha256(repr(files_of(catalogue_of(5))).encode()).hexdigest()


def test_what_folium_said_before_makes_the_same_map() -> None:
    def remembered(question: Sequence[object], ask: Callable[..., Sequence[str]]) -> Sequence[str]:
        made: list[str] = json.loads(json.dumps(ask(*json.loads(json.dumps(question)))))
        return made

    shown, assets = catalogue_of(3), read_assets(theme_files(THEME).of_map)
    assert living_map(shown, assets, answer=remembered) == living_map(shown, assets)


def test_hostile_text_is_only_data() -> None:
    """Text of a record is in no script, and cannot leave the JSON it is in."""
    shown = catalogue({"a": place(1, address_1=HOSTILE)}, {"u": service(HOSTILE, "a")})
    files = files_of(shown)
    holding = [path for path, text in _texts(files).items() if "document.title=1" in text]
    assert holding == [files.source]
    source = files.files[files.source].decode()
    assert not set("<>&") & set(source)
    assert json.loads(source)["points"][0][3] == HOSTILE


def test_hostile_text_stays_in_its_attribute() -> None:
    """A small map's points stand in the page itself."""
    shown = catalogue({"a": place(1)}, {"u": service(HOSTILE, "a")})
    page = component(files_of(shown), drawing=small_map(shown.services[0]) or "")
    assert "<img" not in page
    (attribute,) = re.findall(r'data-points="([^"]*)"', page)
    assert "onerror" in attribute


def test_page_does_not_grow_with_the_catalogue() -> None:
    """A thousand points cost the page what one costs."""
    sizes = [len(component(files_of(catalogue_of(count))).encode()) for count in (1, 1000)]
    assert abs(sizes[0] - sizes[1]) <= 200


def test_page_of_the_map_does_not_grow_with_the_catalogue() -> None:
    """All of the page but the list and what narrows it: of thousands it is as long as of a hundred."""
    pages = [whole_page(crowded(site(), count), polish())[0] for count in (100, 2000)]
    sizes = [len(without_list(page).encode()) for page in pages]
    assert abs(sizes[0] - sizes[1]) < 200


def test_points_are_small() -> None:
    """A point of ordinary length takes at most 200 bytes."""
    files = files_of(catalogue_of(1000))
    assert len(files.files[files.source]) <= 200 * 1000


def test_no_other_host_is_named() -> None:
    """The tiles and the credit are the only foreign addresses in what we write; Leaflet names itself."""
    files = files_of(catalogue_of(2))
    texts = {path: text for path, text in _texts(files).items() if "LICENSE" not in path}
    found = set(re.findall(r"(?:https?:)?//[\w.-]+\.[a-z]+[^\s\"'`<)]*", "".join([*texts.values(), component(files)])))
    comment = "https://bugzilla.mozilla.org/show_bug.cgi?id=888319"
    known = {"http://www.w3.org/2000/svg", "https://leafletjs.com", comment}
    assert found - known == {
        "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
        "https://www.openstreetmap.org/copyright",
    }


def test_page_has_no_inline_code() -> None:
    """A strict policy for scripts and styles holds."""
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", component(files_of(catalogue_of(2))))


def test_libraries_keep_their_licences() -> None:
    """Leaflet and its clusters are published with the terms they are under."""
    texts = _texts(files_of(catalogue_of(1)))
    licences = [text for path, text in sorted(texts.items()) if path.endswith("LICENSE.txt")]
    assert ["BSD 2-Clause" in licences[0], "MIT License" in licences[1]] == [True, True]
    shipped = {path.rsplit("/", 1)[-1] for path in texts}
    assert {"leaflet.js", "leaflet.markercluster.js"} <= shipped


def test_style_names_only_files_that_are_there() -> None:
    """Every picture a style asks for is published beside it."""
    files = files_of(catalogue_of(1))
    for style in files.styles:
        for target in re.findall(r"url\(([^#)]+)\)", files.files[style].decode()):
            assert f"{style.rpartition('/')[0]}/{target}" in files.files


def test_files_do_not_know_where_the_site_is() -> None:
    """A site under a sub-path differs in its pages alone."""
    page = component(files_of(catalogue_of(1)), site="https://x.github.io/katalog", home="/katalog/en")
    assert 'data-source="https://x.github.io/katalog/assets/map/points.' in page
    assert 'data-home="/katalog/en"' in page


def test_small_map_has_its_own_points_and_district() -> None:
    """A service's page brings its points with it; without a point there is no map."""
    shown = catalogue(
        {"a": place(1, district="debowa"), "b": {"district": "lipowa"}},
        {"tu": service("Tu", "a"), "gdzies": service("Gdzieś", "b")},
    )
    drawn = json.loads(small_map(shown.services[0]) or "")
    assert drawn["points"] == [[50.0405, 19.901, "building", "Tu", "Dębowa", "/uslugi/fundacja/tu/"]]
    assert drawn["districts"] == [[50.08, 20.02, "Dębowa", [], "/dzielnice/debowa/"]]
    assert small_map(shown.services[1]) is None


def test_start_is_tiny() -> None:
    """What every reader of a page with a map loads is under 1.5 KB."""
    assert (TESTS.parent / "theme/static/js/map-start.js").stat().st_size < 1500
