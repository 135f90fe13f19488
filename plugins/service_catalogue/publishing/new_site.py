"""The site that is being made, file by file; what stands in the old one as it is to be is not written again."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from stat import S_IMODE, S_ISREG
from typing import BinaryIO

from service_catalogue.notation import fingerprint
from service_catalogue.publishing.workspace import discard, mode_of_files, write


@dataclass(frozen=True, slots=True)
class NewSite:
    """A folder in which a site grows; `old` is the one that it will replace, if it may share files with it.

    A file of both is one file in two folders: nobody may open it for writing, or readers of the old site see it change.
    """

    folder: Path
    old: Path | None = None
    mode: int = field(default_factory=mode_of_files)
    _folders: dict[str, bool] = field(default_factory=dict)

    def write(self, path: str, parts: Sequence[bytes]) -> None:
        """Writes a file, or takes the one that stands in the old site with the same bytes."""
        if not self._takes(path, lambda file: _holds(file, parts)):
            discard(self.folder / path)  # what was written there before may be a file of the old site too
            write(self.folder / path, parts)

    def take(self, files: Mapping[str, str]) -> bool:
        """Takes files of the old site by their paths, if it has them all with these fingerprints."""
        return all(self._takes(path, partial(_has_sum, sum_)) for path, sum_ in files.items())

    def _takes(self, path: str, is_right: Callable[[BinaryIO], bool]) -> bool:
        """Links a plain file of the old site to its place in the new one, if it is right."""
        if self.old is None:
            return False
        old, new = self.old / path, self.folder / path
        try:
            if not (self._is_as_written(old.lstat().st_mode) and self._is_within(path)):
                return False
            with old.open("rb") as file:
                if not is_right(file):
                    return False
                os.link(old, new)
                return os.path.samestat(os.fstat(file.fileno()), new.lstat())  # nobody has put another there meanwhile
        except OSError:  # nothing stands there, or this file is there already, or the disk knows no links
            return False

    def _is_as_written(self, mode: int) -> bool:
        """Whether it is a plain file that those may read who may read a new one."""
        return S_ISREG(mode) and S_IMODE(mode) == self.mode

    def _is_within(self, path: str) -> bool:
        """Whether the folder of a file is one of the old site, and no link to elsewhere; makes it in the new one."""
        folder, _, _ = path.rpartition("/")
        if folder not in self._folders:
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
            self._folders[folder] = os.path.realpath(f"{self.old}/{folder}") == str(self.old and self.old / folder)
        return self._folders[folder]


def _has_sum(sum_: str, file: BinaryIO) -> bool:
    return fingerprint(file.read()) == sum_


def _holds(file: BinaryIO, parts: Sequence[bytes]) -> bool:
    """Whether a file consists of some bytes."""
    return all(file.read(len(part)) == part for part in parts) and not file.read(1)
