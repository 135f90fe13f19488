"""A check that finds out only what it does not know from before, of single files and of a whole catalogue."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from service_catalogue.checks import Found, Work, as_line, check_folder, from_line
from service_catalogue.notation import fingerprint
from service_catalogue.publishing.cache import NO_CACHE, Cache, key_of, program, tree
from service_catalogue.publishing.copies import gather
from service_catalogue.records import File, Problem, Sources

CHECK, FILES = "check", "files"
"""What the cache keeps of a check: all that it told, and what single files hold."""
_ORGANIZATIONS = "organizations"
_BESIDE = ("content", "pelicanconf.py")
"""What lies beside a catalogue and is checked with it."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that a check tells: its lines, the sentence at their end, and how the command ends."""

    lines: list[str]
    summary: str
    code: int


def told_before(cache: Cache, key: str, find: Callable[[], Told]) -> Told:
    """What a check tells: as it was told before under the same key, else as it is found now."""
    known = cache.kept(CHECK, key) if key else None
    if isinstance(known, dict):
        return Told(**known)
    found = find()
    if key:
        cache.keep(CHECK, key, asdict(found))
    return found


def forget_other_checks(cache: Cache, key: str) -> None:
    """Drops what was told of a catalogue as it is no more."""
    if cache.kept(CHECK, key) is None:
        cache.drop(CHECK)


def key_of_check(folder: Path, today: date, form: str) -> str:
    """All that a whole check follows from: the program, the day, the folder as it is called here, and all in it."""
    content, settings = (folder.parent / name for name in _BESIDE)
    beside = [settings.read_bytes().decode("utf-8", "replace")] if settings.is_file() else []
    parts = [*tree(folder), "", *tree(content), "", *beside]
    return key_of(program(), today.isoformat(), form, str(Path.cwd()), str(folder), *parts)


def check_catalogue(
    folder: Path, today: date, only: Sequence[Path] = (), cache: Cache = NO_CACHE
) -> tuple[Sources, list[Problem]]:
    """A catalogue folder as sources, and every problem of its files; what was found in a file before is not sought."""
    key = _key_of_others(folder) if cache.folder else ""
    known = KnownFiles(cache, key)
    found = check_folder(folder, today, only, known.share)
    if cache.folder and key == _key_of_others(folder):  # nobody edited them meanwhile
        known.keep()
    return found


class _Known(NamedTuple):
    """What was found in a file, as a line with so many places in it."""

    line: str
    found: Found
    spots: int

    @property
    def now(self) -> str:
        """The line with all places that are known by now."""
        return self.line if len(self.found.spots) == self.spots else as_line(self.found)


class KnownFiles:
    """What the files of organizations hold and have wrong by themselves, found once for the same bytes."""

    def __init__(self, cache: Cache, key: str) -> None:
        self._cache, self._key = cache, key
        self._kept = cache.kept_lines(FILES, key)
        self._found: dict[str, _Known] = {}

    def share(self, files: Sequence[File], work: Work) -> list[Found]:
        """What is in files; that of which nothing is known is found now, on every processor."""
        names = {_name(file): file for file in files}
        new = [file for name, file in names.items() if name not in self._kept]
        made = gather(new, lambda some: [as_line(one) for one in work(some)])
        lines = self._kept | dict(zip(map(_name, new), made, strict=True))
        found = {name: from_line(lines[name], file.path) for name, file in names.items()}
        self._found |= {name: _Known(lines[name], one, len(one.spots)) for name, one in found.items()}
        return [*found.values()]

    def keep(self) -> None:
        """Keeps what is known of these files, with the places in them that were looked for, and of no others."""
        lines = {name: one.now for name, one in self._found.items() if one.found.own is not None}
        if lines != self._kept:
            self._cache.keep_lines(FILES, self._key, lines)


def _name(file: File) -> str:
    """A file and its bytes, or what keeps it from being read."""
    return f"{file.path} {file.problem.code if file.problem else fingerprint(file.content)}"


def _key_of_others(folder: Path) -> str:
    """All that what is found in an organization's file follows from beside it; nothing where it cannot be read."""
    try:
        return key_of(program(), str(Path.cwd()), str(folder), *tree(folder, without=(_ORGANIZATIONS,)))
    except OSError:
        return ""
