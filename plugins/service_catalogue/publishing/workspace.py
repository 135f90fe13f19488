"""A folder for the time of a build, on the same disk as the site; all writing, moving and deleting of the site.

Only what carries a mark of ours is ever replaced or deleted: a name alone may be anybody's. What killed builds left is
cleared away.
"""

import ctypes
import glob
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows has no such locks: there what a killed build left stays
    fcntl = None  # type: ignore[assignment]

SITE_MARK = ".service-catalogue-site"
"""A file in every site of ours: a build may replace the folder that it lies in."""
SITE_MARK_TEXT = b"This folder is a site made by service_catalogue. Every build replaces all that is in it.\n"
WORK_MARK = ".service-catalogue-work"
"""A file in every folder of a build that is going on, or was killed."""
KEPT = (".gitignore",)
"""Files of the output folder that are not part of the site and outlive a build."""
_HERE = -100
"""Linux: relative paths start at the working folder."""
_EXCHANGE = 2
_held: set[int] = set()
"""Locks of this process; a process that it starts lets go of them, so that they end with this one."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder beside the site of a build: the new site grows in it, and the old one ends there."""

    folder: Path
    output: Path

    @property
    def site(self) -> Path:
        """The site that is being made."""
        return self.folder / "site"

    @property
    def releases(self) -> Path:
        """What was published on earlier days."""
        return self.folder / "releases"

    @property
    def parts(self) -> Path:
        """What is kept for the next build once this one is published."""
        return self.folder / "parts"

    def keep(self, names: Iterable[str] = ()) -> None:
        """Takes over files and folders of the output that are no part of the site."""
        for name in {*KEPT, *names}:
            old, new = self.output / name, self.site / name
            if new.exists() or new.is_symlink():
                continue
            if old.is_dir() and not old.is_symlink():
                shutil.copytree(old, new, symlinks=True)
            elif old.exists():
                self.site.mkdir(exist_ok=True)
                shutil.copy2(old, new, follow_symlinks=False)

    def mark(self) -> None:
        """Says in the new site that it is one of ours."""
        write(self.site / SITE_MARK, [SITE_MARK_TEXT])

    def swap(self) -> None:
        """A reader of the folder, or of what a killed build leaves, sees the old site or the new one, whole."""
        if not self.output.exists():
            self.site.rename(self.output)
        elif not exchanged(self.site, self.output):
            self._swap_in_two_steps()

    def _swap_in_two_steps(self) -> None:
        """Where the system cannot exchange folders; the old site comes back where the second step fails."""
        old = self.folder / "old"
        self.output.rename(old)
        try:
            self.site.rename(self.output)
        except OSError:
            old.rename(self.output)
            raise


@contextmanager
def aside(output: Path) -> Iterator[Workspace]:
    """An empty folder beside the output, held as long as its process lives."""
    output.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".service-catalogue-work-{output.name}-"
    for left in output.parent.glob(f"{glob.escape(prefix)}*"):
        _clear(left)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=output.parent, ignore_cleanup_errors=True) as folder:
        held = _hold(Path(folder))
        try:
            write(Path(folder) / WORK_MARK, [])
            yield Workspace(Path(folder), output)
        finally:
            _let_go(held)


def write(place: Path, parts: Iterable[bytes]) -> None:
    """Writes a file and the folders it lies in."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as file:
        file.writelines(parts)


def new_file(folder: Path, ending: str) -> BinaryIO:
    """A new file in a folder, of a name that no other process has taken."""
    folder.mkdir(exist_ok=True)
    number, _ = tempfile.mkstemp(ending, dir=folder)
    return os.fdopen(number, "wb")


def put(place: Path, content: bytes) -> None:
    """Puts a file in its place in one step, for whoever reads it meanwhile; one that cannot be written is let be."""
    for left in place.parent.glob(f"{glob.escape(place.name)}.*"):  # by a process that was killed
        discard(left)
    new = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        with suppress(OSError):
            write(new, [content])
            new.replace(place)
    finally:
        discard(new)


def mode_of_files() -> int:
    """Who may read a new file, as the system wants it for this process."""
    hidden = os.umask(0o077)
    os.umask(hidden)
    return 0o666 & ~hidden


def put_file(file: Path, place: Path) -> None:
    """Moves a file, to another disk too; one that cannot be moved is let be."""
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(file, place)


def discard(place: Path) -> None:
    """Deletes a file, if it is there and may be deleted."""
    with suppress(OSError):
        place.unlink()


def exchanged(one: Path, other: Path) -> bool:
    """Whether two folders on one disk have changed places in one step: there is no moment without either.

    False where the system knows no such step.
    """
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def _hold(folder: Path) -> int | None:
    """A lock that the system takes back from a process however it ends; none where another one has it."""
    if fcntl is None:
        return None
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(held)
        return None
    _held.add(held)
    return held


def _let_go(held: int | None) -> None:
    if held is not None:
        _held.discard(held)
        os.close(held)


def _let_go_of_all() -> None:
    for held in tuple(_held):
        _let_go(held)


if fcntl is not None:
    os.register_at_fork(after_in_child=_let_go_of_all)


def _clear(left: Path) -> None:
    """Deletes what a build left that lives no more; a folder without the mark, or a link, is not ours."""
    if left.is_symlink() or not (left / WORK_MARK).is_file():
        return
    with suppress(OSError):
        held = _hold(left)
        if held is not None:
            shutil.rmtree(left, ignore_errors=True)
            _let_go(held)
