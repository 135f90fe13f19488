"""Three steps: every choice leads on, and at the end to services or to somebody who can answer."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from catalogue_examples import fictional, polish
from service_catalogue.pages.first_steps import first_steps
from service_catalogue.pages.listing import View
from service_catalogue.pages.page import Page
from service_catalogue.pages.steps import for_whom, what, where
from service_catalogue.pages.terms import indexes
from site_reading import elements


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """The pages of all steps by path."""
    view = View(fictional(), polish())
    return {page.path: page for kind in (what, for_whom, where) for page in kind.pages(view)}


def test_every_link_of_a_step_is_a_step(pages: dict[str, Page]) -> None:
    led = {path for page in pages.values() for path, _, _ in page.context.get("links", ())}
    services = {path for path in led if path.startswith("/uslugi/")}
    assert services
    assert led - services | {"/znajdz/"} == pages.keys()


def test_a_count_is_what_the_last_step_shows(pages: dict[str, Page]) -> None:
    for page in pages.values():
        if page.context["step"] == 2:
            for path, _, count in page.context["links"]:
                if path not in pages:
                    assert count == 1
                    continue
                cards = [card.id for group in pages[path].context["groups"] for card in group.cards]
                assert len(cards) == len(set(cards)) == count, path


def test_every_page_ends_at_services_or_at_somebody_to_ask(fictional_site: Path) -> None:
    for page in fictional_site.glob("znajdz/**/index.html"):
        classes = {one for element in elements(page) for one in element.attributes.get("class", "").split()}
        assert classes & {"row", "card"} or "ask" in classes, page
        assert "ask" in classes, page


def test_steps_about_violence_have_a_way_out(fictional_site: Path) -> None:
    sensitive = next(term for term in fictional().terms["areas"] if term.sensitive)
    for page in fictional_site.glob(f"znajdz/{sensitive.code}/**/index.html"):
        assert "data-leave" in page.read_text("utf-8")


def test_the_steps_work_without_a_script(fictional_site: Path) -> None:
    page = (fictional_site / "znajdz/index.html").read_text("utf-8")
    assert not re.search(r"<(input|select|button)", page.partition("<main")[2])


def test_areas_stand_in_one_order_wherever_one_chooses() -> None:
    catalogue = fictional()
    codes = [term.code for term in catalogue.terms["areas"] if not term.for_organizations]
    site = replace(catalogue.site, first_areas=(codes[-1], codes[0]))
    view = View(replace(catalogue, site=site), polish())
    steps = next(iter(what.pages(view))).context["codes"]
    overview = next(page for page in indexes.pages(view) if page.path == "/obszary/").context["links"]
    broadest = [link.term.code for link in overview]
    first = next(iter(first_steps.pages(view))).context["links"]
    assert steps[:2] == [codes[-1], codes[0]]
    assert [link.term.code for link in first] == steps
    assert [code for code in broadest if code in steps] == [code for code in steps if code in broadest]
