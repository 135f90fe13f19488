"""The real site: sound pages, links that lead somewhere, sizes within bounds, nothing that must not be told."""

import gzip
import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext

from address_forms import informal
from building import Order, build_site
from service_catalogue.publishing.difference import content_of
from service_catalogue.records.sources import Sources, read_sources
from service_catalogue.safeguards.leaks import find_leaks, secrets
from site_reading import (
    RULES,
    broken_links,
    elements,
    narrow_lists,
    pages,
    protected_services,
    unsound,
)
from walking import VIEWS, View, complaints, every_page, one_of_each

CSS_LIMIT, JS_LIMIT = 14_000, 5_000
"""Bytes after gzip that a page may load before anyone searches or opens a map."""


@pytest.fixture(scope="session")
def sources(catalogue: Path) -> Sources:
    """The records the site was made from."""
    return read_sources(catalogue)[0]


def test_a_build_that_knows_the_last_one_makes_the_same_site(site: Path, catalogue: Path, tmp_path: Path) -> None:
    shutil.copytree(site.parent / "cache", tmp_path / "cache")
    build_site(Order(folder=catalogue, output=tmp_path / "site", cache=tmp_path / "cache"))
    assert content_of(tmp_path / "site") == content_of(site)


@pytest.mark.parametrize("rule", RULES)
def test_every_page_is_sound(rule: Callable[[Path], list[str]], site: Path) -> None:
    assert unsound(site, rule) == {}


def test_every_link_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_every_link_leads_somewhere_in_a_folder_of_a_server(site_in_folder: Path) -> None:
    assert broken_links(site_in_folder, "/katalog") == []


def test_nothing_to_complain_about_in_a_browser(
    site: Path, shared_context: BrowserContext, serve: Callable[[Path], str]
) -> None:
    """`PAGES=all` in the environment asks every Polish page, which takes half an hour, and not one of each type."""
    root = serve(site)
    paths = every_page(site) if os.environ.get("PAGES") == "all" else one_of_each(site)
    assert [said for path in paths for said in complaints(shared_context, root, path)] == []


@pytest.mark.parametrize(("language", "view"), [("uk", VIEWS[0]), ("en", VIEWS[-1])])
def test_nothing_to_complain_about_in_other_languages(
    language: str, view: View, site: Path, shared_context: BrowserContext, serve: Callable[[Path], str]
) -> None:
    """One page of each type, in one size and scheme: only words differ."""
    root, once = serve(site), "/404.html"
    paths = [f"/{language}{path}" for path in one_of_each(site) if path != once]
    assert [said for path in paths for said in complaints(shared_context, root, path, (view,))] == []


def test_ukrainian_texts_of_records_say_vy(catalogue: Path) -> None:
    files = (file for file in catalogue.rglob("*.yaml") if file.stem != "thesaurus")
    assert informal(file.read_text("utf-8") for file in files) == set()


def test_nothing_leaks(site: Path, sources: Sources) -> None:
    assert find_leaks(site, secrets(sources)) == []


def test_no_withheld_service_has_left_a_trace(site: Path, sources: Sources) -> None:
    services = [
        (f"{id_}/{slug}", service)
        for id_, record in sources.organizations.items()
        for slug, service in record.data.get("services", {}).items()
    ]
    withheld = {id_ for id_, service in services if service["publication"] == "withheld"}
    listed = {id_ for id_, service in services if service["publication"] == "listed"}
    marked = {
        e.attributes["data-service"] for page in pages(site) for e in elements(page) if "data-service" in e.attributes
    }
    assert marked == listed
    assert not any((site / "uslugi" / id_).exists() for id_ in withheld)
    published = {one["id"] for one in json.loads((site / "api/v1/services.json").read_text("utf-8"))["services"]}
    assert published == listed


def test_protected_places_tell_nothing(site: Path) -> None:
    for file in (site / "api/v1/services").rglob("*.json"):
        for place in json.loads(file.read_text("utf-8"))["service"].get("locations", []):
            if place.get("confidential"):
                assert set(place) <= {"id", "confidential", "city", "gmina", "phones", "emails"}, file


def test_no_district_and_no_map_tells_of_a_protected_place(site: Path) -> None:
    assert protected_services(site)
    assert narrow_lists(site) == set()


def test_pages_are_light(site: Path) -> None:
    """The form is what its page is for: its script is weighed in a browser, where the form is tried."""
    for page in pages(site):
        if page.parent.name == "formularz":
            continue
        assert _weight(site, page, "link", "href", r"\.css$") <= CSS_LIMIT, page
        assert _weight(site, page, "script", "src", r"\.js$") <= JS_LIMIT, page


def _weight(site: Path, page: Path, name: str, attribute: str, pattern: str) -> int:
    """Bytes after gzip of the files of a kind that a page loads by itself."""
    named = {e.attributes.get(attribute, "") for e in elements(page) if e.name == name}
    files = [site / urlsplit(address).path.lstrip("/") for address in named if re.search(pattern, address)]
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
