"""Every type of page there is, and the catalogue → its pages."""

from collections.abc import Iterator, Mapping

from service_catalogue.coverage import coverage
from service_catalogue.model import Catalogue
from service_catalogue.pages import (
    around,
    calendar,
    correcting,
    entries,
    explained,
    first_steps,
    needs,
    overviews,
    paper,
    planning,
    press,
    signposts,
    steps,
    terms,
    urgent,
)
from service_catalogue.pages.listing import View
from service_catalogue.pages.page import Page, PageType
from service_catalogue.words import Translation

MODULES = (
    correcting,
    explained,
    overviews,
    urgent,
    steps,
    terms,
    entries,
    needs,
    paper,
    planning,
    press,
    calendar,
    first_steps,
    around,
    signposts,
)
PAGE_TYPES = tuple(found for module in MODULES for found in vars(module).values() if isinstance(found, PageType))
"""What is marked with `@page_type` in the modules of pages."""


def pages(catalogue: Catalogue, words: Translation, others: Mapping[str, Translation]) -> Iterator[Page]:
    """Every page of the catalogue in every language, type by type."""
    found = coverage(catalogue)
    views = [View(catalogue, said, found) for said in (words, *others.values())]
    for one in PAGE_TYPES:
        yield from one.pages(*views)
