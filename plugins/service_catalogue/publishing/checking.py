"""A whole check whose every word is known from before, where nothing that it follows from has changed."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from service_catalogue.publishing.cache import Cache, key_of, program, tree

CHECK = "check"
"""What the cache keeps of a check."""
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
