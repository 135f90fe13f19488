"""Who says that its address must not be told has a private way, and reads truthfully who gets it and how soon."""

from pathlib import Path

import pytest

from catalogue_examples import fictional
from site_reading import elements

PAGES = ["organizacje/fundacja-przyklad", "uslugi/fundacja-przyklad/laznia", "organizacje/stowarzyszenie-wzor"]


@pytest.mark.parametrize("page", PAGES)
def test_a_private_way_to_who_is_on_duty(page: str, fictional_site: Path) -> None:
    found = elements(fictional_site / page / "index.html")
    section = next(one for one in found if "secret" in (one.attributes.get("class") or "").split())
    publisher = fictional().site.publisher
    assert "Nasz adres jest tajny" in section.text
    assert f"Przeczyta go tylko: {publisher.name}." in section.text
    assert str(publisher.answers) in section.text
    ways = [one.attributes["href"] for one in found if one.name == "a" and one.text == "Napisz prywatnie do redakcji"]
    assert [way.partition("?")[0] for way in ways] == [f"mailto:{publisher.private_mailbox}"]
