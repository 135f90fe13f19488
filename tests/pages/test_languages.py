"""A type of page in every language: each in a folder of its own, each page knows where it is in the others."""

from collections.abc import Iterator

import pytest

from catalogue_examples import fictional, polish
from service_catalogue.pages.languages import in_languages, seen_in
from service_catalogue.pages.listing import Group, View
from service_catalogue.pages.page import CARDS_ON_A_PAGE, Page, page_type, paged
from service_catalogue.words import read_translation
from service_catalogue.words.translations import FOLDER

MORE_THAN_A_PAGE = CARDS_ON_A_PAGE + 1


@page_type("list", in_every_language=True)
def long_list(view: View) -> Iterator[Page]:
    """A list of two pages."""
    card = next(iter(view.cards.values()))
    yield from paged(f"{view.root}/lista/", "Lista", [Group(heading="", path="", cards=(card,) * MORE_THAN_A_PAGE)], {})


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """The pages of the list in two languages by address."""
    others = seen_in(fictional(), {"uk": read_translation(FOLDER, "uk")})
    return {page.path: page for page in in_languages(long_list, View(fictional(), polish()), others)}


def test_every_language_has_a_folder(pages: dict[str, Page]) -> None:
    assert {path: page.language for path, page in pages.items()} == {
        "/lista/": "pl",
        "/lista/strona-2/": "pl",
        "/uk/lista/": "uk",
        "/uk/lista/strona-2/": "uk",
    }


@pytest.mark.parametrize("path", ["/lista/strona-2/", "/uk/lista/strona-2/"])
def test_the_second_page_leads_to_the_second_page(pages: dict[str, Page], path: str) -> None:
    assert pages[path].in_languages == {"pl": "/lista/strona-2/", "uk": "/uk/lista/strona-2/"}


def test_a_list_goes_on_in_its_own_language(pages: dict[str, Page]) -> None:
    assert pages["/uk/lista/"].context["page_paths"] == ["/uk/lista/", "/uk/lista/strona-2/"]
