"""What the search needs, made in a process of its own beside the pages: it is the longest single piece of work."""

from collections.abc import Mapping

from service_catalogue.model import Catalogue, Thesaurus
from service_catalogue.notation import dictionary
from service_catalogue.publishing.cache import Cache, program
from service_catalogue.publishing.pieces import Made, Piece
from service_catalogue.search import FOLDER, search_files

WORDS = "words"
"""What the cache keeps of the dictionary."""


def search_piece(catalogue: Catalogue, thesaurus: Thesaurus, cache: Cache) -> Piece[Mapping[str, str]]:
    """The files the browser searches in; what is told is the path of each by language."""
    return Piece(
        name="search",
        folder=FOLDER,
        of=(catalogue, thesaurus),
        make=lambda: _made(catalogue, thesaurus, cache),
        read=lambda paths: paths,
    )


def _made(catalogue: Catalogue, thesaurus: Thesaurus, cache: Cache) -> Made:
    """The cache keeps what the dictionary said of words."""
    polish = dictionary()
    key = program() if cache.folder and polish else ""
    if polish and isinstance(known := cache.kept(WORDS, key), dict):
        polish.recall(known)
    made = search_files(catalogue, thesaurus)
    if polish:
        cache.keep(WORDS, key, polish.learnt())
    return Made([(path, [content]) for path, content in made.files.items()], dict(made.paths))
