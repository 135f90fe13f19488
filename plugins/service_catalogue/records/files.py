"""The files of a catalogue folder: which are read, under which id, and what keeps one from being read."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_IFLNK, S_IFMT, S_IFREG

from service_catalogue.notation import words_of
from service_catalogue.records.folders import MAX_FILES, left_by_systems, unread
from service_catalogue.records.problem import Problem
from service_catalogue.records.record import Record
from service_catalogue.records.schemas import schemas
from service_catalogue.records.text_reading import MAX_BYTES
from service_catalogue.records.vocabularies import VOCABULARIES
from service_catalogue.records.yaml_reading import read

MAX_ID = 80
"""The longest id: it is the name of a file, with those of its folders well below what any system takes."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_OF_WINDOWS = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names under which Windows can keep no file."""


@dataclass(frozen=True, slots=True)
class File:
    """One file: how it is called, and its bytes, or what keeps it from being read."""

    path: str
    content: bytes
    problem: Problem | None = None

    @property
    def id(self) -> str:
        """The name of the file without its ending."""
        return os.path.splitext(os.path.basename(self.path))[0]  # noqa: PTH119, PTH122  # a path takes far longer

    def read(self, schema: str) -> tuple[Record | None, list[Problem]]:
        """Its record, typed as a schema has it, and its problems."""
        if self.problem:
            return None, [self.problem]
        record, problems = read(self.path, self.content)
        return record.typed(schemas().typed(schema, record.data)) if record else None, problems


def opened(file: Path, path: str) -> File:
    """The bytes of a file; of one that is too large as many as tell so."""
    problem = _unreadable(file, path)
    if problem:
        return File(path, b"", problem)
    with file.open("rb") as stream:
        return File(path, stream.read(MAX_BYTES + 1))


def _unreadable(file: Path, path: str) -> Problem | None:
    """What keeps a file from being read."""
    try:
        kind = S_IFMT(file.lstat().st_mode)
    except (OSError, ValueError):
        kind = 0
    if kind == S_IFLNK:
        return Problem(path, 1, 1, "file.symlink", {"name": file.name})
    return None if kind == S_IFREG else Problem(path, 1, 1, "file.missing")


def shown(file: Path) -> str:
    """The path of a file as a person would type it here."""
    here, file = Path.cwd(), file.absolute()
    return file.relative_to(here).as_posix() if file.is_relative_to(here) else file.as_posix()


def is_inside(file: Path, folder: Path) -> bool:
    """Whether a file lies in a folder."""
    return file.absolute().is_relative_to(folder.absolute())


def files_by_id(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files of a folder whose names are ids; the others are problems."""
    files = list(entries(folder, problems))
    names = {file.name for file in files}
    for file in files:
        twin = file.name.lower()
        if twin != file.name and twin in names:
            problems.append(Problem(shown(file), 1, 1, "file.same-name", {"other": twin}))
        elif not file.name.endswith(".yaml"):
            problems.append(Problem(shown(file), 1, 1, "file.stray", {"name": file.name}))
        elif not _ID.fullmatch(file.stem) or _OF_WINDOWS.fullmatch(file.stem):
            values = {"name": file.name, "right": "-".join(words_of(file.stem))}
            problems.append(Problem(shown(file), 1, 1, "file.name", values))
        elif len(file.stem) > MAX_ID:
            problems.append(Problem(shown(file), 1, 1, "file.long-name", {"count": len(file.stem), "limit": MAX_ID}))
        else:
            yield file


def vocabulary_files(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """The file of every vocabulary, there or not; others are problems."""
    files = {file.name: file for file in entries(folder / "vocabularies", problems)}
    for name in (one.name for one in VOCABULARIES):
        yield name, files.pop(f"{name}.yaml", folder / "vocabularies" / f"{name}.yaml")
    problems += [Problem(shown(file), 1, 1, "file.stray", {"name": file.name}) for file in files.values()]


def entries(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The plain files of a folder in order; one that begins with a dot is read by nobody, which is a problem."""
    if folder.is_symlink():
        problems.append(Problem(shown(folder), 1, 1, "file.symlink", {"name": folder.name}))
        return
    found = sorted(os.scandir(folder), key=lambda entry: entry.name) if folder.is_dir() else []
    if len(found) > MAX_FILES:
        problems.append(Problem(shown(folder), 1, 1, "file.too-many", {"limit": MAX_FILES}))
        return
    for entry in found:  # what the system has said of it need not be asked again
        file = folder / entry.name
        if left_by_systems(file):
            continue
        if entry.name.startswith("."):
            problems.append(unread(file, shown(file), shown(folder)))
        elif entry.is_symlink() or not entry.is_file():
            code = "file.symlink" if entry.is_symlink() else "file.folder"
            problems.append(Problem(shown(file), 1, 1, code, {"name": entry.name}))
        else:
            yield file
