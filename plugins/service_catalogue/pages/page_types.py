"""Every type of page there is, and the catalogue → its pages."""

from collections.abc import Iterator, Mapping

from service_catalogue.model import Catalogue
from service_catalogue.pages import entries, overviews, signposts, terms, urgent
from service_catalogue.pages.languages import in_languages, seen_in
from service_catalogue.pages.listing import View
from service_catalogue.pages.page import Page, PageType
from service_catalogue.words import Translation

MODULES = (overviews, urgent, terms, entries, signposts)
PAGE_TYPES = tuple(found for module in MODULES for found in vars(module).values() if isinstance(found, PageType))
"""What is marked with `@page_type` in the modules of pages."""


def pages(catalogue: Catalogue, words: Translation, others: Mapping[str, Translation]) -> Iterator[Page]:
    """Every page of the catalogue, those that are there in every language also in the words of others."""
    view, other_views = View(catalogue, words), seen_in(catalogue, others)
    for one in PAGE_TYPES:
        yield from in_languages(one, view, other_views) if one.in_every_language else one.pages(view)
