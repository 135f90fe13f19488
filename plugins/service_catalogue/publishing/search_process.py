"""What the search needs, made in a process of its own beside the pages: it is the longest single piece of work."""

from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

from service_catalogue.model import Catalogue, Thesaurus
from service_catalogue.notation import dictionary
from service_catalogue.pages import Box, Page, boxes
from service_catalogue.publishing.cache import NO_CACHE, Cache, program
from service_catalogue.search import SearchFiles, search_files
from service_catalogue.words import Translation

WORDS = "words"
"""What the cache keeps of the dictionary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searching:
    """The files the browser searches in, and the boxes of danger in each language."""

    files: SearchFiles
    boxes: Mapping[str, tuple[Box, ...]]

    def beside(self, page: Page) -> Mapping[str, object]:
        """What a search page is given beside its own context."""
        return {"search_paths": self.files.paths, "boxes": self.boxes[page.language]}


def searching(
    catalogue: Catalogue, thesaurus: Thesaurus, words: Mapping[str, Translation], cache: Cache = NO_CACHE
) -> Searching:
    """The search of a catalogue for readers of several languages; the cache keeps what the dictionary said of words."""
    polish = dictionary()
    key = program() if cache.folder and polish else ""
    if polish and isinstance(known := cache.kept(WORDS, key), dict):
        polish.recall(known)
    made = Searching(
        files=search_files(catalogue, thesaurus),
        boxes={language: boxes(catalogue, said) for language, said in words.items()},
    )
    if polish:
        cache.keep(WORDS, key, polish.learnt())
    return made


def in_the_background(
    catalogue: Catalogue, thesaurus: Thesaurus, words: Mapping[str, Translation], cache: Cache = NO_CACHE
) -> Future[Searching]:
    """The same, already begun; whoever needs it waits for it."""
    # What a process is started with need not be handed over where the system makes it as a copy of this one.
    beside = ProcessPoolExecutor(1, initializer=_given.append, initargs=((catalogue, thesaurus, words, cache),))
    begun = beside.submit(_begun)
    beside.shutdown(wait=False)
    return begun


_given: list[tuple[Catalogue, Thesaurus, Mapping[str, Translation], Cache]] = []
"""What a process of the search was started with."""


def _begun() -> Searching:
    return searching(*_given[-1])
