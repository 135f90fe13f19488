"""The pages about the whole catalogue: the first one, the search, the map, open data, what pages are made of."""

from collections.abc import Iterator

from service_catalogue.model import Service, TaxonomyTerm
from service_catalogue.pages.danger_boxes import boxes
from service_catalogue.pages.listing import Group, View, counts
from service_catalogue.pages.narrowing import Narrowing
from service_catalogue.pages.page import NAMES_ON_A_PAGE, Page, Supply, page_type, paged
from service_catalogue.words import term_path


@page_type("home")
def home(view: View) -> Iterator[Page]:
    """The first page: urgent help, the search, what people come with."""
    areas = map(view.link, view.catalogue.terms["areas"])
    yield Page(
        path="/",
        title=view.catalogue.site.name,
        context={
            "areas": view.areas_by_need,
            "areas_for_organizations": [link for link in areas if link.term.for_organizations],
            "counts": counts(view.services),
            "organizations": len(view.catalogue.organizations),
        },
    )


BESIDE_FILTERS = 55
"""So many cards stand on a page of the search, which has filters and boxes of dangers too: 30 KB after gzip."""


@page_type("search", Supply.SEARCH)
def search(view: View) -> Iterator[Page]:
    """All services as a list that can be narrowed."""
    live = view.running
    expired = [service for service in view.services if view.cards[service.id].level == "expired"]
    facets = Narrowing(view, view.cards_of(live), guarded=True).facets()
    yield from paged(
        "/szukaj/",
        view.words.text("search.title"),
        [Group(heading="", path="", cards=view.cards_of(live))],
        {
            "facets": facets,
            "expired": view.cards_of(expired),
            "counts": counts(live),
            "ask": view.ask,
            "boxes": boxes(view.catalogue, view.words),
            "standing": view.standing(live, view.words.text("quote.everything")),
            "hours_confirmed": any(card.live for card in view.cards_of(live)),
        },
        most=BESIDE_FILTERS,
    )


@page_type("map", Supply.MAP, Supply.PICTURE)
def map_page(view: View) -> Iterator[Page]:
    """The map beside the same list; where that is too long for a page, beside the districts, whose pages have it."""
    cards = view.cards_of(view.running)
    is_long = len(cards) > NAMES_ON_A_PAGE
    districts = map(view.link, view.catalogue.terms["districts"])
    yield Page(
        path="/mapa/",
        title=view.words.text("map.title"),
        context={
            "cards": cards,
            "places": [] if is_long else _by_district(view),
            "districts": [link for link in districts if link.count and is_long],
            "facets": () if is_long else Narrowing(view, cards, guarded=False).facets(without="districts"),
        },
    )


def _by_district(view: View) -> list[Group]:
    """The running services under the first of their districts, as the map has them; then those of no known district."""
    found: dict[TaxonomyTerm | None, list[Service]] = {term: [] for term in view.catalogue.terms["districts"]}
    for service in view.running:
        found.setdefault(next(iter(service.districts), None), []).append(service)
    return [_of_district(view, term, services) for term, services in found.items() if services]


def _of_district(view: View, term: TaxonomyTerm | None, services: list[Service]) -> Group:
    name = term.name.said(view.words.language) if term else view.words.text("mapped.elsewhere")
    heading = f"{term.roman} {name}" if term and term.roman else name
    return Group(heading=heading, path=term_path(term) if term else "", cards=view.cards_of(services))


@page_type("style", Supply.COMPONENTS)
def style(view: View) -> Iterator[Page]:
    """Every component of the theme in every state."""
    yield Page(path="/styl/", title=view.words.text("style.title"), indexed=False)
