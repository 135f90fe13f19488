"""One edition of the site: the catalogue of a day with what the outputs need to know beside it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from service_catalogue.history import History
from service_catalogue.model import Catalogue, Organization
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

    def newest(self, most: int = 50) -> list[tuple[str, Organization]]:
        """The organizations whose record changed last, newest first, with the moment; none without git."""
        named = {one.id: one for one in self.catalogue.organizations}
        changes = [(change.moment, id_) for id_, change in self.history.by_organization.items() if id_ in named]
        return [(moment, named[id_]) for moment, id_ in sorted(changes, reverse=True)[:most]]


@dataclass(frozen=True, kw_only=True)
class File:
    """One file for download: its place on the site, its bytes and its kind; `title` is a key of translations.

    The bytes are in parts, so that a record that stands in several files is in memory once. Files of single records
    are too many to be `shown` on the data page.
    """

    path: str
    parts: tuple[bytes, ...]
    media_type: str
    title: str
    shown: bool = True

    @property
    def content(self) -> bytes:
        """All bytes in a row."""
        return b"".join(self.parts)

    @cached_property
    def size(self) -> int:
        """How many bytes there are."""
        return sum(map(len, self.parts))

    @cached_property
    def sha256(self) -> str:
        """The fingerprint that the index and `SHA256SUMS` tell."""
        found = hashlib.sha256()
        for part in self.parts:
            found.update(part)
        return found.hexdigest()


Export = Callable[[Edition], Mapping[str, bytes]]
