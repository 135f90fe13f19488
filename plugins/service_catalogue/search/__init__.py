"""The catalogue → what the search in the browser reads: words, thesaurus, index."""

from service_catalogue.search.files import FOLDER, SearchFiles, search_files

__all__ = ["FOLDER", "SearchFiles", "search_files"]
