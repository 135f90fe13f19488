"""The search page in every language of the product, and what stands beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from service_catalogue.model import Catalogue
from service_catalogue.pages.listing import View
from service_catalogue.pages.page import Page
from service_catalogue.pages.page_types import search
from service_catalogue.search import Box, SearchFiles, Thesaurus, boxes, search_files
from service_catalogue.words.translations import Translation

PATH = "/szukaj/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Searching:
    """The files the browser searches in, and the boxes of danger in each language."""

    files: SearchFiles
    boxes: Mapping[str, tuple[Box, ...]]

    def beside(self, page: Page) -> Mapping[str, object]:
        """What a search page is given beside its own context."""
        return {"search_paths": self.files.paths, "boxes": self.boxes[page.language]}


def searching(catalogue: Catalogue, thesaurus: Thesaurus, words: Mapping[str, Translation]) -> Searching:
    """The search of a catalogue for readers of several languages."""
    return Searching(
        files=search_files(catalogue, thesaurus),
        boxes={language: boxes(catalogue, said, thesaurus) for language, said in words.items()},
    )


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
