"""Sheets of paper: which places stand on them, and the code that leads to their list."""

from pathlib import Path

import pytest

from catalogue_examples import fictional, polish
from service_catalogue.pages.listing import View
from service_catalogue.pages.paper import MOST, papers
from service_catalogue.publishing.qr_codes import qr_code
from site_reading import elements

VIEW = View(fictional(), polish())
SHEETS = {sheet.path: sheet for sheet in papers.pages(VIEW)}


def test_every_area_and_every_district_has_a_sheet() -> None:
    terms = [*VIEW.catalogue.terms["areas"], *VIEW.catalogue.terms["districts"]]
    assert set(SHEETS) == {f"/druk/{term.code}/" for term in terms}
    assert len(SHEETS) == len(terms)


@pytest.mark.parametrize("path", SHEETS)
def test_a_sheet_has_few_places_that_still_run(path: str) -> None:
    sheet = SHEETS[path]
    cards = [card for group in sheet.context["groups"] for card in group.cards]
    assert len(cards) <= MOST
    assert [card.id for card in cards if card.level == "expired"] == []
    assert sheet.sensitive == VIEW.link(sheet.about).sensitive
    assert not sheet.indexed


def test_an_address_has_a_code_and_a_path_has_none(fictional_subsite: Path) -> None:
    drawn = qr_code("https://przyklad.pl/obszary/bezdomnosc/")
    assert drawn.startswith("<svg ")
    assert drawn.count("<path") == 2
    assert "przyklad" not in drawn
    assert qr_code("/obszary/bezdomnosc/") == ""
    sheet = elements(fictional_subsite / "druk/bezdomnosc/index.html")
    assert [one for one in sheet if "qr" in one.attributes.get("class", "").split()] == []
