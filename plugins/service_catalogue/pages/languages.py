"""A type of page in every language of the site."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from service_catalogue.model import Catalogue
from service_catalogue.pages.listing import View
from service_catalogue.pages.page import Page, PageType
from service_catalogue.words import Translation


def in_languages(type_: PageType, view: View, others: Mapping[str, View]) -> Iterator[Page]:
    """The pages of a type in each language; each of them knows where the same page in the others is."""
    for one in (view, *others.values()):
        for page in type_.pages(one):
            path = page.path.removeprefix(one.root)
            addresses = {other.words.language: other.root + path for other in (view, *others.values())}
            yield replace(page, in_languages=addresses)


def seen_in(catalogue: Catalogue, others: Mapping[str, Translation]) -> dict[str, View]:
    """The catalogue seen in further languages, whose pages stand each below a folder of its own."""
    return {language: View(catalogue, words, f"/{language}") for language, words in others.items()}
