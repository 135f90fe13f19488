"""One edition of the site: the catalogue of a day with what the outputs need to know beside it."""

from dataclasses import dataclass

from service_catalogue.history import History
from service_catalogue.model import Catalogue
from service_catalogue.safeguards import Release
from service_catalogue.words import Translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is published: the catalogue, its words, its pages, where it will stand and how it came about.

    `site_url` is absolute and has no slash at its end; `pages` are the addresses that may be indexed. `commit` is
    the version of the records in git, empty where git cannot tell; `earlier` are releases of other days.
    """

    catalogue: Catalogue
    words: Translation
    stage: str
    site_url: str
    pages: tuple[str, ...]
    history: History
    commit: str = ""
    earlier: tuple[Release, ...] = ()

    @property
    def attribution(self) -> str:
        """What to write beside something made of the data."""
        return self.words.text("data.attribution", city=self.catalogue.site.city)
