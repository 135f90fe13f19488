"""Pieces of a site that a copy of this process makes beside the pages, or that the old site has as they are to be."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache as once
from typing import Any, Generic, NamedTuple, TypeVar

from service_catalogue.notation import fingerprint
from service_catalogue.publishing.cache import Cache, program
from service_catalogue.publishing.copies import begun
from service_catalogue.publishing.digests import Digests, UnknownValueError
from service_catalogue.publishing.new_site import NewSite

Told = TypeVar("Told")


class Made(NamedTuple):
    """The files of a piece by their paths, in parts, and what is told of them, as plain data."""

    files: Iterable[tuple[str, Iterable[bytes]]]
    told: Any


@dataclass(slots=True, kw_only=True)
class Piece(Generic[Told]):
    """One piece of a site: its name, the folder of all its files, all that it follows from, and how it is made.

    `read` makes of the plain data that is told what pages are given. The cache keeps that data and the fingerprint of
    each file: as long as the old site has them all, and nothing of what the piece follows from is another, nothing is
    made.
    """

    name: str
    folder: str
    of: tuple[object, ...]
    make: Callable[[], Made]
    read: Callable[[Any], Told]
    _waiting: Callable[[], Told] | None = field(default=None, init=False)

    def begin(self, site: NewSite, cache: Cache, digests: Digests) -> None:
        """Sets a copy of this process to work, if the piece does not stand already; `digests` are those of the run."""
        key = self._key(digests) if cache.folder and site.old else ""
        kept: Any = cache.kept(self.name, key) if key else None
        done: Callable[[], Any] = lambda: kept  # noqa: E731
        if not (isinstance(kept, dict) and site.take(kept["files"])):
            done = begun(lambda: self._made(site, cache, key))
        self._waiting = once(lambda: self.read(json.loads(done()["told"])))

    def told(self) -> Told:
        """What is told of the piece, once it is written; it has begun."""
        if self._waiting is None:
            raise ValueError(self.name)
        return self._waiting()

    def _key(self, digests: Digests) -> str:
        try:
            return digests.of_all(program(), *self.of).hex()
        except UnknownValueError:
            return ""

    def _made(self, site: NewSite, cache: Cache, key: str) -> dict[str, Any]:
        made = self.make()
        files: dict[str, str] = {}
        for path, parts in made.files:
            content = tuple(parts)
            site.write(path, content)
            files[path] = fingerprint(*content) if key else ""
        done = {"files": files, "told": json.dumps(made.told)}
        if key:
            cache.keep(self.name, key, done)
        return done
