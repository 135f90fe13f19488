"""The fictional catalogue as a site: sound HTML, links that lead somewhere, nothing foreign."""

from collections.abc import Callable
from pathlib import Path

import pytest

from service_catalogue.words.translations import FOLDER, read_translation
from site_reading import (
    RULES,
    broken_links,
    elements,
    narrow_lists,
    pages,
    protected_services,
    unsound,
)


@pytest.mark.parametrize("rule", RULES)
def test_every_page_is_sound(rule: Callable[[Path], list[str]], fictional_site: Path) -> None:
    assert unsound(fictional_site, rule) == {}


def test_every_link_leads_somewhere(fictional_site: Path) -> None:
    assert broken_links(fictional_site) == []


def test_every_link_leads_somewhere_in_a_folder_of_a_server(fictional_subsite: Path) -> None:
    assert broken_links(fictional_subsite, "/katalog") == []


def test_every_page_of_a_pilot_says_so_once_below_its_heading_and_is_not_indexed(fictional_site: Path) -> None:
    """Where somebody is in danger nothing stands above the numbers; what problems mean tells of no service."""
    words = {one: read_translation(FOLDER, one).text("header.pilot") for one in ("pl", "uk", "en")}
    for page in pages(fictional_site):
        text = page.read_text("utf-8")
        language = next((one for one in ("uk", "en") if f'<html lang="{one}"' in text), "pl")
        doubt, is_calm = words[language], bool({"pilne", "uwagi"} & set(page.parts))
        assert text.count(f'<p class="doubt">{doubt}</p>') == (0 if is_calm else 1 + (page.parent.name == "styl")), page
        assert is_calm or text.index("</h1>") < text.index(doubt) < text.index("</main>"), page
        robots = [e.attributes.get("content") for e in elements(page) if e.attributes.get("name") == "robots"]
        assert robots == ["noindex"], page
        assert 'type="application/ld+json"' not in text, page


def test_every_listed_service_has_a_mark_on_the_search_page(fictional_site: Path) -> None:
    import json

    listed = {
        service["id"]
        for service in json.loads((fictional_site / "api/v1/services.json").read_text("utf-8"))["services"]
    }
    marked = {
        e.attributes["data-service"]
        for e in elements(fictional_site / "szukaj/index.html")
        if "data-service" in e.attributes
    }
    assert listed
    assert marked == listed


def test_no_district_and_no_map_tells_of_a_protected_place(fictional_site: Path) -> None:
    assert protected_services(fictional_site) == {"fundacja-przyklad/dom-schronienia"}
    assert narrow_lists(fictional_site) == set()
