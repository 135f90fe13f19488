"""The site that is being made, file by file; what stands in the old one as it is to be is not written again."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from service_catalogue.publishing.workspace import discard, write


@dataclass(frozen=True, slots=True)
class NewSite:
    """A folder in which a site grows; `old` is the one that it will replace, if it may share files with it.

    A file of both is one file in two folders: nobody may open it for writing, or readers of the old site see it change.
    """

    folder: Path
    old: Path | None = None
    _folders: set[str] = field(default_factory=set)

    def write(self, path: str, parts: Iterable[bytes]) -> None:
        """Writes a file, or takes the one that stands in the old site with the same bytes."""
        folder, _, _ = path.rpartition("/")
        if folder not in self._folders:
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        if not (self.old and _taken(f"{self.old}/{path}", f"{self.folder}/{path}", parts)):
            discard(self.folder / path)  # what was written there before may be a file of the old site too
            write(self.folder / path, parts)


def _taken(old: str, place: str, parts: Iterable[bytes]) -> bool:
    """Links a file of the old site to its place in the new one, if it holds what is to stand there."""
    try:
        if not _holds(old, parts):
            return False
        os.link(old, place)
    except OSError:  # no plain file stands there, this one is there already, or the disk knows no links
        return False
    return True


def _holds(file: str, parts: Iterable[bytes]) -> bool:
    """Whether a plain file consists of some bytes."""
    with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW), "rb") as old:
        return all(old.read(len(part)) == part for part in parts) and not old.read(1)
