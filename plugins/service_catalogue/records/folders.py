"""What a catalogue folder may hold: every file in it is read, or it is a problem that says where it belongs."""

import re
from collections.abc import Iterator
from pathlib import Path

from service_catalogue.records.collections import COLLECTIONS, KNOWN
from service_catalogue.records.problem import Level, Problem
from service_catalogue.records.vocabularies import VOCABULARIES

MAX_FILES = 20_000
"""More files in one folder are no catalogue of a city."""
FOLDERS = ("organizations", "vocabularies", "translations", "geography", "tiles", *COLLECTIONS)
FILES = ("site.yaml", "thesaurus.yaml", f"{KNOWN}.yaml")
OWN = (*FILES, *FOLDERS)
"""What lies directly in a catalogue folder."""
_NOT_OURS = frozenset((".git", ".gitkeep", ".gitignore", ".gitattributes", ".DS_Store", "README.md"))
"""What git, a system or a person who explains the folder leaves beside the records."""
_OPEN = re.compile(r"\A(?:\..*\.sw[a-p]|\.#.*|#.*#|.*~|\._.*|4913)")
"""Copies that an editor keeps while a file is open."""
_PLACES = {f"{one.name}.yaml": "vocabularies" for one in VOCABULARIES}
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_TILES = (re.compile(r"\d{1,2}|[\w-]{1,80}\.pmtiles"), re.compile(r"\d{1,7}"), re.compile(r"\d{1,7}\.(?:png|jpg|webp)"))
"""How entries of `tiles/` are called on each floor: zoom or one archive, column, row."""


def strays(folder: Path, shown: str) -> Iterator[Problem]:
    """A problem for each file or folder of a catalogue that nobody would read; `shown` is how the folder is called."""
    for entry in _entries(folder):
        if entry.name in OWN or left_by_systems(entry):
            continue
        yield from _stray(entry, f"{shown}/{entry.name}", _home(entry, shown))
    yield from _stray_words(folder / "translations", f"{shown}/translations")
    yield from _stray_tiles(folder / "tiles", f"{shown}/tiles", 0)


def left_by_systems(entry: Path) -> bool:
    """Whether an entry is what systems leave: not read, and nothing to tell of."""
    return entry.name in _NOT_OURS and (entry.name == ".git" or (entry.is_file() and not entry.is_symlink()))


def unread(entry: Path, shown: str, home: str) -> Problem:
    """The problem of a file whose name begins with a dot or that an editor keeps: nobody reads it."""
    level: Level = "warning" if _OPEN.fullmatch(entry.name) else "error"
    return Problem(shown, 1, 1, "file.unread", {"name": entry.name, "home": home}, level)


def _stray(entry: Path, shown: str, home: str) -> Iterator[Problem]:
    """What is told of an entry that nobody reads."""
    if entry.is_symlink():
        yield Problem(shown, 1, 1, "file.symlink", {"name": entry.name})
    elif entry.is_dir():
        yield Problem(shown, 1, 1, "file.stray-folder", {"name": entry.name, "home": home})
    else:
        yield unread(entry, shown, home)


def _home(entry: Path, shown: str) -> str:
    """Where a stray belongs, by its name."""
    name = entry.name.lower().lstrip(".").removesuffix(".yml").removesuffix(".yaml")
    if entry.is_dir():
        return f"{shown}/organizations/"
    if f"{name}.yaml" in FILES:
        return f"{shown}/{name}.yaml"
    return f"{shown}/{_PLACES.get(f'{name}.yaml', 'organizations')}/{name}.yaml"


def _stray_words(folder: Path, shown: str) -> Iterator[Problem]:
    """Translations are `translations/<language>/<subject>.yaml` and nothing else."""
    for language in _entries(folder):
        if left_by_systems(language):
            continue
        if not language.is_dir() or language.is_symlink() or not _LANGUAGE.fullmatch(language.name):
            yield from _stray(language, f"{shown}/{language.name}", f"{shown}/pl/")
            continue
        for file in _entries(language):
            if not left_by_systems(file) and (
                file.is_dir() or file.is_symlink() or file.suffix != ".yaml" or file.name[0] == "."
            ):
                yield from _stray(file, f"{shown}/{language.name}/{file.name}", f"{shown}/{language.name}/…yaml")


def _stray_tiles(folder: Path, shown: str, floor: int) -> Iterator[Problem]:
    """Pictures of streets are `tiles/<zoom>/<column>/<row>.png` or one PMTiles file, and nothing else."""
    for entry in _entries(folder):
        name, is_folder = entry.name, entry.is_dir()
        fits = bool(_TILES[floor].fullmatch(name)) and is_folder == name.isdigit() and not entry.is_symlink()
        if fits and is_folder:
            yield from _stray_tiles(entry, f"{shown}/{name}", floor + 1)
        elif not fits and not left_by_systems(entry):
            yield from _stray(entry, f"{shown}/{name}", "tiles/<zoom>/<x>/<y>.png")


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())[:MAX_FILES] if folder.is_dir() and not folder.is_symlink() else []
