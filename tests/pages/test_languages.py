"""A type of page in every language: each in a folder of its own, each page knows in which others it is."""

from collections.abc import Iterator

import pytest

from catalogue_examples import fictional, polish
from service_catalogue.pages.listing import Group, View
from service_catalogue.pages.page import CARDS_ON_A_PAGE, Page, page_type, paged
from service_catalogue.words import in_language, read_translation
from service_catalogue.words.translations import FOLDER

MORE_THAN_A_PAGE = CARDS_ON_A_PAGE + 1


@page_type("list")
def long_list(view: View) -> Iterator[Page]:
    """A list of two pages."""
    card = next(iter(view.cards.values()))
    yield from paged("/lista/", "Lista", [Group(heading="", path="", cards=(card,) * MORE_THAN_A_PAGE)], {})


@page_type("list", in_every_language=False)
def one_for_all(view: View) -> Iterator[Page]:
    """A page that stands once."""
    yield Page(path="/raz/", title=view.words.language)


@pytest.fixture(scope="module")
def views() -> tuple[View, View]:
    """The fictional catalogue seen in two languages."""
    return View(fictional(), polish()), View(fictional(), read_translation(FOLDER, "uk"))


@pytest.fixture(scope="module")
def pages(views: tuple[View, View]) -> dict[str, Page]:
    """The pages of the list in two languages by address."""
    return {page.address: page for page in long_list.pages(*views)}


def test_every_language_has_a_folder(pages: dict[str, Page]) -> None:
    assert {path: page.language for path, page in pages.items()} == {
        "/lista/": "pl",
        "/lista/strona-2/": "pl",
        "/uk/lista/": "uk",
        "/uk/lista/strona-2/": "uk",
    }
    assert pages["/uk/lista/"].file == "uk/lista/index.html"


@pytest.mark.parametrize("address", ["/lista/strona-2/", "/uk/lista/strona-2/"])
def test_the_second_page_leads_to_the_second_page(pages: dict[str, Page], address: str) -> None:
    page = pages[address]
    assert [in_language(page.path, one) for one in page.languages] == ["/lista/strona-2/", "/uk/lista/strona-2/"]


def test_what_stands_once_has_no_other_languages(views: tuple[View, View]) -> None:
    assert [(page.address, page.languages) for page in one_for_all.pages(*views)] == [("/raz/", ())]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/", "/uk/"),
        ("/obszary/x/", "/uk/obszary/x/"),
        ("/szukaj/#q=a/", "/uk/szukaj/#q=a/"),
        ("/api/v1/index.json", "/api/v1/index.json"),
        ("/404.html", "/404.html"),
        ("/kalendarz/events.ics", "/kalendarz/events.ics"),
    ],
)
def test_a_page_has_a_place_in_each_language_and_a_file_has_one(path: str, address: str) -> None:
    assert in_language(path, "uk") == address
    assert in_language(path, "pl") == path
