"""Long lists in pages that an old telephone can hold: no card is lost, a heading is repeated where its cards go on."""

from typing import cast

import pytest

from catalogue_examples import fictional, polish
from service_catalogue.pages import entries, overviews
from service_catalogue.pages.entries import all_organizations
from service_catalogue.pages.listing import Group, TermLink, View
from service_catalogue.pages.overviews import map_page
from service_catalogue.pages.page import CARDS_ON_A_PAGE, Page, paged


def lists(*lengths: int) -> list[Page]:
    """The pages of a list with groups of these lengths, named a, b and so on."""
    card = next(iter(View(fictional(), polish()).cards.values()))
    groups = [Group(heading=chr(97 + number), path="", cards=(card,) * length) for number, length in enumerate(lengths)]
    return list(paged("/lista/", "Lista", groups, {}))


def shape(page: Page) -> list[tuple[str, int]]:
    """The headings of a page, each with the number of its cards."""
    groups = page.context["groups"]
    assert isinstance(groups, list)
    return [(group.heading, len(group.cards)) for group in groups]


@pytest.mark.parametrize(
    ("lengths", "pages"),
    [
        ((), [[]]),
        ((0,), [[("a", 0)]]),
        ((CARDS_ON_A_PAGE,), [[("a", CARDS_ON_A_PAGE)]]),
        ((CARDS_ON_A_PAGE + 1,), [[("a", CARDS_ON_A_PAGE)], [("a", 1)]]),
        ((CARDS_ON_A_PAGE, 1), [[("a", CARDS_ON_A_PAGE)], [("b", 1)]]),
        ((70, 50), [[("a", 70), ("b", 30)], [("b", 20)]]),
        ((10, 250), [[("a", 10), ("b", 90)], [("b", 100)], [("b", 60)]]),
    ],
)
def test_groups_fill_pages(lengths: tuple[int, ...], pages: list[list[tuple[str, int]]]) -> None:
    assert [shape(page) for page in lists(*lengths)] == pages


def test_addresses_and_titles_of_the_parts() -> None:
    assert [(page.path, page.title, page.file) for page in lists(CARDS_ON_A_PAGE + 1)] == [
        ("/lista/", "Lista", "lista/index.html"),
        ("/lista/strona-2/", "Lista (2)", "lista/strona-2/index.html"),
    ]


@pytest.mark.parametrize(
    ("lengths", "first", "rest"),
    [
        ((0,), [0], []),
        ((10,), [10], []),
        ((4, 5, 3), [4, 5, 1], [2]),
        ((12, 3), [10], [2, 3]),
    ],
)
def test_the_first_cards_of_a_page_are_seen_and_the_others_wait(
    lengths: tuple[int, ...], first: list[int], rest: list[int]
) -> None:
    context = lists(*lengths)[0].context
    counted = {part: [len(group.cards) for group in context[part]] for part in ("first", "rest")}
    assert counted == {"first": first, "rest": rest}


def test_a_long_list_of_names_goes_on_like_a_list_of_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [page.context["organizations"] for page in all_organizations.describe(View(fictional(), polish()))]
    monkeypatch.setattr(entries, "NAMES_ON_A_PAGE", 3)
    parts = list(all_organizations.describe(View(fictional(), polish())))
    assert [page.path for page in parts] == ["/organizacje/", "/organizacje/strona-2/"]
    assert [[*part] for part in whole] == [
        [one for page in parts for one in cast("list[object]", page.context["organizations"])]
    ]
    assert all(page.context["page_paths"] == [one.path for one in parts] for page in parts)


def test_beside_the_map_a_list_that_is_too_long_leads_to_the_districts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every service is on the page of its district; those of none are in the list of all, which is linked too."""
    (short,) = map_page.describe(View(fictional(), polish()))
    assert (bool(short.context["places"]), short.context["districts"]) == (True, [])
    monkeypatch.setattr(overviews, "NAMES_ON_A_PAGE", 1)
    (long,) = map_page.describe(View(fictional(), polish()))
    assert (long.context["places"], long.context["facets"]) == ([], ())
    links = cast("list[TermLink]", long.context["districts"])
    assert links
    assert all(link.count and link.path.startswith("/dzielnice/") for link in links)
