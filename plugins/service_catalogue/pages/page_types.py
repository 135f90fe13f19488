"""The catalogue → pages: which there are, where they stand and what each of them shows."""

from collections.abc import Iterator

from service_catalogue.model import Catalogue
from service_catalogue.pages.entries import organizations, services
from service_catalogue.pages.listing import View
from service_catalogue.pages.overviews import data, home, map_page, search
from service_catalogue.pages.page import Page
from service_catalogue.pages.quick_exit import guarded
from service_catalogue.pages.signposts import moved_pages, not_found
from service_catalogue.pages.terms import areas, audiences, districts, gminas, service_types
from service_catalogue.pages.urgent import urgent
from service_catalogue.words import Translation


def pages(catalogue: Catalogue, words: Translation) -> Iterator[Page]:
    """Every page of the catalogue in one language."""
    view = View(catalogue, words)
    for kind in PAGES:
        yield from (guarded(page, catalogue) for page in kind(view))


PAGES = (
    home,
    urgent,
    search,
    areas,
    service_types,
    audiences,
    districts,
    gminas,
    organizations,
    services,
    map_page,
    data,
    moved_pages,
    not_found,
)
