"""A check that finds out only what it does not know from before, of single files and of a whole catalogue."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from service_catalogue.checks import Work, check_folder
from service_catalogue.notation import fingerprint
from service_catalogue.publishing.cache import NO_CACHE, Cache, key_of, program, tree
from service_catalogue.publishing.copies import gather
from service_catalogue.records import File, Problem, Sources

CHECK, FILES = "check", "files"
"""What the cache keeps of a check: all that it told, and what single files hold."""
WHOLE = "whole"
"""Beside what single files hold: what is wrong with several together, and with those that are no organizations."""
_LOOKED_UP = ("vocabularies", "geography", "site.yaml")
"""What of a catalogue the files of organizations are held against, each by itself."""
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
    keys = _keys(folder) if cache.folder else NO_KEYS
    known = KnownFiles(cache if keys != NO_KEYS else NO_CACHE, keys, is_all=not only)
    found = check_folder(folder, today, only, known)
    if keys not in (NO_KEYS, _keys(folder)):  # edited meanwhile: what was known may be of other files than were read
        return check_catalogue(folder, today, only)
    known.keep()
    return found


@dataclass(frozen=True, slots=True)
class Keys:
    """All that a check follows from beside the organizations: what each of their files is held against, and others."""

    looked_up: str
    others: str


NO_KEYS = Keys("", "")


class KnownFiles:
    """What was found in the files of organizations, once for the same bytes."""

    def __init__(self, cache: Cache, keys: Keys, *, is_all: bool) -> None:
        """`is_all` says whether one asks about every file."""
        self._cache, self._keys, self._is_all = cache, keys, is_all
        self._kept = cache.kept_lines(FILES, keys.looked_up)
        self._lines = dict(self._kept)
        self._files: set[str] = set()
        self._abouts: set[str] = set()
        self._is_same = False
        """Whether all files are as they were."""

    def lines(self, files: Sequence[File], work: Work, about: str = "", *, to_keep: bool = True) -> list[str]:
        """What the work makes of files; that of which nothing is known is found now, on every processor."""
        named = {_name(file): file for file in files}
        new = [file for name, file in named.items() if f"{about} {name}" not in self._kept]
        found = gather(new, work) if new else []
        made = {f"{about} {_name(file)}": line for file, line in zip(new, found, strict=True)}
        self._files |= named.keys()
        self._abouts.add(about)
        self._lines |= made if to_keep else {}
        return [made.get(name) or self._kept[name] for name in (f"{about} {name}" for name in named)]

    def correct(self, lines: Iterable[tuple[File, str]]) -> None:
        """Takes lines of files that say more by now than those that were made."""
        named = ((f" {_name(file)}", line) for file, line in lines)
        self._lines |= {name: line for name, line in named if name in self._lines}

    def known(self, files: Sequence[File], about: str, work: Callable[[], str]) -> str:
        """What the work makes of files and of all beside the organizations; known only where one asks about all."""
        name = key_of(self._keys.others, about, *map(_name, files))
        self._abouts.add(WHOLE)
        self._files.add(name)
        if not self._is_all:
            return work()
        if found := self._kept.get(f"{WHOLE} {name}"):
            self._is_same |= bool(files)
            return found
        made = self._lines[f"{WHOLE} {name}"] = work()
        return made

    def keep(self) -> None:
        """Keeps what is known of files as they are, and nothing of others."""
        if self._is_same:
            return
        lines = {name: line for name, line in self._lines.items() if self._is_of_now(*name.split(" ", 1))}
        if lines != self._kept:
            self._cache.keep_lines(FILES, self._keys.looked_up, lines)

    def _is_of_now(self, about: str, name: str) -> bool:
        return about in self._abouts and name in self._files


def _name(file: File) -> str:
    """A file and its bytes, or what keeps it from being read."""
    return f"{file.path} {file.problem.code if file.problem else fingerprint(file.content)}"


def _keys(folder: Path) -> Keys:
    """All that a check follows from beside the organizations; nothing where it cannot be read."""
    try:
        names = {entry.name for entry in folder.iterdir()} - {"organizations"}
        looked_up = key_of(program(), str(Path.cwd()), str(folder), *tree(folder, top=_LOOKED_UP))
        return Keys(looked_up, key_of(*tree(folder, top=names.difference(_LOOKED_UP))))
    except OSError:
        return NO_KEYS
