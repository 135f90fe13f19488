"""Pieces of a site that a copy of this process makes beside the pages, or that the old site has as they are to be."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from service_catalogue.notation import fingerprint
from service_catalogue.publishing.cache import NO_CACHE, Cache, program
from service_catalogue.publishing.copies import begun
from service_catalogue.publishing.digests import Digests, UnknownValueError
from service_catalogue.publishing.new_site import NewSite


class Made(NamedTuple):
    """The files of a piece by their paths, in parts, and what is told of them, as plain data."""

    files: Iterable[tuple[str, Iterable[bytes]]]
    told: Any


@dataclass(slots=True)
class Piece:
    """One piece of a site: its name, the folder of all its files, all that it follows from, and how it is made.

    The cache keeps what is told and the fingerprint of each file: as long as the old site has them all, and nothing of
    what the piece follows from is another, nothing is made.
    """

    name: str
    folder: str
    of: tuple[object, ...]
    make: Callable[[], Made]
    site: NewSite
    cache: Cache = NO_CACHE
    _waiting: Callable[[], Any] | None = field(default=None, init=False)

    def begin(self) -> None:
        """Sets a copy of this process to work, if the piece does not stand already."""
        if self._waiting is None:
            key = self._key()
            kept = self.cache.kept(self.name, key) if key else None
            stands = isinstance(kept, dict) and self.site.take(kept["files"])
            self._waiting = (lambda: kept) if stands else begun(lambda: self._made(key))

    def told(self) -> Any:
        """What is told of the piece, once it is written."""
        self.begin()
        return self._waiting()["told"] if self._waiting else None

    def _key(self) -> str:
        try:
            return Digests().of_all(program(), *self.of).hex() if self.cache.folder and self.site.old else ""
        except UnknownValueError:
            return ""

    def _made(self, key: str) -> dict[str, Any]:
        made = self.make()
        files: dict[str, str] = {}
        for path, parts in made.files:
            content = tuple(parts)
            self.site.write(path, content)
            files[path] = fingerprint(*content) if key else ""
        done = {"files": files, "told": made.told}
        if key:
            self.cache.keep(self.name, key, done)
        return done
