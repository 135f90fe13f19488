"""The pages of the last build, each under the key of all it was made from, so that it need not be rendered again.

They lie in a few files of the cache, which hold the pages of the last build alone: a page that is gone is gone here.
Whatever is damaged, foreign or older is as if it were not there.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from service_catalogue.notation import fingerprint
from service_catalogue.publishing.workspace import Workspace, discard, new_file, put_file

_NAME = "pages-{number}.shelf"


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a page lies: `size` bytes from `start` of a file."""

    file: Path
    start: int
    size: int
    key: str
    sum: str


@dataclass(slots=True)
class Part:
    """What one process puts on the shelf."""

    before: "Shelf"
    file: BinaryIO

    def take(self, path: str, key: str) -> bytes | None:
        """A page as it was last rendered under a key, which is kept for the next build; nothing where there is none."""
        page = self.before.page(path, key)
        if page is not None:
            self.put(path, key, page)
        return page

    def put(self, path: str, key: str, page: bytes) -> None:
        """Keeps a page for the next build."""
        told = {"path": path, "key": key, "sum": fingerprint(page), "size": len(page)}
        self.file.write(json.dumps(told).encode() + b"\n" + page)


@dataclass(slots=True)
class Shelf:
    """The shelf in the folder of a cache; `work` is a folder for what this build puts on it before it is published.

    `folders` is what lay in the folders of templates and prose before the first of them was read.
    """

    folder: Path
    work: Path
    folders: tuple[str, ...] = ()
    pages: dict[str, Slot] = field(default_factory=dict)

    def read(self) -> None:
        """Finds out what the last build left."""
        for file in sorted(self.folder.glob(_NAME.format(number="*"))):
            with suppress(OSError):
                self.pages.update(_index(file))

    def page(self, path: str, key: str) -> bytes | None:
        """A page as it lies there, if it is whole and was made from what the key says."""
        kept = self.pages.get(path)
        if kept is None or kept.key != key:
            return None
        page = _between(kept.file, kept.start, kept.size)
        return page if fingerprint(page) == kept.sum else None

    @contextmanager
    def part(self) -> Iterator[Part]:
        """A place of its own for a process that renders pages."""
        with new_file(self.work, ".part") as file:
            yield Part(self, file)

    def forget(self) -> None:
        """Keeps nothing of this build."""
        for part in self.work.glob("*.part"):
            discard(part)

    def replace(self) -> None:
        """Puts the pages of this build in the place of those of the last one."""
        for old in self.folder.glob(_NAME.format(number="*") + "*"):
            discard(old)
        for number, part in enumerate(sorted(self.work.glob("*.part"))):
            put_file(part, self.folder / _NAME.format(number=number))


def shelf(cache: Path | None, work: Workspace, folders: tuple[str, ...] = ()) -> Shelf | None:
    """The shelf of a build; none where nothing is to be kept."""
    return Shelf(cache, work.parts, folders) if cache else None


def _index(file: Path) -> Iterator[tuple[str, Slot]]:
    """Where each page of a file lies, up to the first place that cannot be read."""
    with file.open("rb") as pages, suppress(ValueError, KeyError, TypeError, RecursionError):
        while line := pages.readline():
            told = json.loads(line)
            kept = Slot(file, pages.tell(), told["size"], told["key"], told["sum"])
            pages.seek(kept.start + abs(kept.size))
            yield str(told["path"]), kept


def _between(file: Path, start: int, size: int) -> bytes:
    """Some bytes of a file; none where it cannot be read."""
    try:
        with file.open("rb") as pages:
            pages.seek(start)
            return pages.read(max(size, 0))
    except OSError:
        return b""
