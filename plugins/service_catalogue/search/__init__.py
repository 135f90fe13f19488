"""The catalogue → what the search in the browser reads: words, thesaurus, index."""

from service_catalogue.pages.danger_boxes import Box, boxes
from service_catalogue.search.files import SearchFiles, search_files
from service_catalogue.search.thesaurus import Thesaurus, thesaurus_of

__all__ = ["Box", "SearchFiles", "Thesaurus", "boxes", "search_files", "thesaurus_of"]
