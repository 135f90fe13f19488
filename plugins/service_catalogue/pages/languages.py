"""The search page in every language of the product."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from service_catalogue.model import Catalogue
from service_catalogue.pages.listing import View
from service_catalogue.pages.overviews import search
from service_catalogue.pages.page import Page
from service_catalogue.words import Translation

PATH = "/szukaj/"


def in_languages(made: list[Page], catalogue: Catalogue, others: Mapping[str, Translation]) -> Iterator[Page]:
    """The pages, then the search page in other languages; each of these knows where the others are."""
    addresses = {"pl": PATH} | {language: f"/{language}{PATH}" for language in others}
    for page in made:
        yield replace(page, in_languages=addresses) if page.path == PATH else page
    for language, words in others.items():
        for page in search(View(catalogue, words)):
            paths = [f"/{language}{path}" for path in page.context["page_paths"]]
            yield replace(
                page,
                path=f"/{language}{page.path}",
                language=language,
                in_languages=addresses,
                context={**page.context, "page_paths": paths},
            )
