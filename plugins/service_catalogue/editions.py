"""One edition of the site: the catalogue of a day with what the outputs need to know beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from service_catalogue.history import History
from service_catalogue.model import Catalogue, Organization
from service_catalogue.translations import Translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is published: the catalogue, its words, its pages, where it will stand and how it came about.

    `site_url` is absolute and has no slash at its end; `pages` are the addresses that may be indexed.
    """

    catalogue: Catalogue
    words: Translation
    stage: str
    site_url: str
    pages: tuple[str, ...]
    history: History

    def newest(self, most: int = 50) -> list[tuple[str, Organization]]:
        """The organizations whose record changed last, newest first, with the moment; none without git."""
        named = {one.id: one for one in self.catalogue.organizations}
        changes = [(change.moment, id_) for id_, change in self.history.by_organization.items() if id_ in named]
        return [(moment, named[id_]) for moment, id_ in sorted(changes, reverse=True)[:most]]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file for download: its place on the site, its bytes and its kind; `title` is a key of translations.

    Files of single records are too many to be `shown` on the data page.
    """

    path: str
    content: bytes
    media_type: str
    title: str
    shown: bool = True


Export = Callable[[Edition], Mapping[str, bytes]]
