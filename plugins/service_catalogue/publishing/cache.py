"""What was found out before, in a folder outside the site: each file says all that it follows from, else it is ignored.

A file holds what the last run found, never what an earlier one did: nothing stays longer than what it was found in.
"""

import json
import os
import sys
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from service_catalogue.notation import fingerprint
from service_catalogue.publishing.workspace import discard, put
from service_catalogue.records import product_folder

_PROGRAM = Path(__file__).resolve().parents[1]
_COMPILED = "__pycache__"
LIBRARIES = (
    *("jinja2", "jsonschema", "markupsafe", "morfeusz2", "nh3", "pelican", "python-dateutil", "pyyaml"),
    *("branca", "folium", "icalendar", "markdown", "openpyxl", "pmtiles", "pyarrow", "rjsmin", "segno", "shapely"),
    *("tzdata", "watchfiles", "xlsxwriter", "xstatic-leaflet", "xstatic-leaflet-markercluster"),
)
"""Every package that this one needs: some make pages, some bytes of files, and of some the files themselves."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of what was found out; none where nothing is to be kept."""

    folder: Path | None = None

    def kept(self, name: str, key: str) -> object:
        """What was found under a key; nothing where the file is another's, damaged, older, or not there."""
        try:
            read = json.loads(self._file(name).read_bytes()) if self.folder else {}
            found = read.get("found") if read.get("key") == key else None
            return found if found is not None and read.get("sum") == _sum(found) else None
        except (OSError, ValueError, AttributeError, RecursionError):
            return None

    def keep(self, name: str, key: str, found: object) -> None:
        """Keeps plain data for the next run, in the place of what was kept; where it cannot, it does not."""
        if self.folder:
            whole = {"key": key, "sum": _sum(found), "found": found}
            put(self._file(name), json.dumps(whole).encode())

    def answer(self, name: str, question: Sequence[object], ask: Callable[..., Any]) -> Any:
        """What a function says of plain data, asked only where the last run asked another question or program."""
        key = key_of(program(), json.dumps(question)) if self.folder else ""
        said = self.kept(name, key)
        if said is None:
            said = ask(*question)
            self.keep(name, key, said)
        return said

    def kept_lines(self, name: str, key: str) -> dict[str, str]:
        """Lines by what each of them is of, as they were kept under a key; none where the file is another's."""
        try:
            head, _, rest = self._lines_file(name).read_bytes().partition(b"\n") if self.folder else (b"{}", b"", b"")
            said = json.loads(head)
            is_ours = said.get("key") == key and said.get("sum") == fingerprint(rest)
            return dict(zip(said["of"], rest.decode().split("\n"), strict=True)) if is_ours else {}
        except (OSError, ValueError, AttributeError, KeyError, TypeError, RecursionError):
            return {}

    def keep_lines(self, name: str, key: str, lines: Mapping[str, str]) -> None:
        """Keeps lines for the next run, in the place of what was kept."""
        if self.folder:
            rest = "\n".join(lines.values()).encode()
            head = json.dumps({"key": key, "sum": fingerprint(rest), "of": [*lines]})
            put(self._lines_file(name), head.encode() + b"\n" + rest)

    def drop(self, name: str) -> None:
        """Keeps nothing more under a name."""
        if self.folder:
            discard(self._file(name))

    def _file(self, name: str) -> Path:
        return (self.folder or Path()) / f"{name}.json"

    def _lines_file(self, name: str) -> Path:
        return (self.folder or Path()) / f"{name}.jsonl"


NO_CACHE = Cache()


def _sum(found: object) -> str:
    return fingerprint(json.dumps(found).encode())


@cache
def program() -> str:
    """The fingerprint of the program: its modules as they were imported, schemas and words, Python and the packages."""
    folders = (product_folder("schemas"), product_folder("translations"))
    return key_of(_CODE, *(part for folder in folders for part in tree(folder, (".json", ".yaml"))))


def key_of(*parts: str) -> str:
    """One fingerprint of several texts; where one ends and the next begins counts."""
    return fingerprint(json.dumps(parts).encode())


def tree(folder: Path, endings: Iterable[str] = ("",), top: Container[str] | None = None) -> Iterator[str]:
    """All there is in a folder, in order: names, where links lead and what lies there, and fingerprints of files.

    What Python compiled is left out: it comes by itself with the first run after a checkout. Of what lies directly in
    it only what is called as `top` says, if that says anything.
    """
    start = len(os.path.join(folder, ""))  # noqa: PTH118  # here and below: a path takes far longer
    for root, folders, files in os.walk(folder):
        wanted = None if len(root) >= start else top
        folders[:] = sorted(name for name in folders if name != _COMPILED and (wanted is None or name in wanted))
        for name in sorted([*folders, *(name for name in files if wanted is None or name in wanted)]):
            path = os.path.join(root, name)  # noqa: PTH118
            is_file = os.path.isfile(path)  # noqa: PTH113
            if os.path.islink(path):  # noqa: PTH114
                yield from _behind(path, folder, path[start:], endings)
            elif not is_file:
                yield f"{path[start:]}/"
            if is_file and name.endswith(tuple(endings)):
                with open(path, "rb") as file:  # noqa: PTH123
                    yield f"{path[start:]} {fingerprint(file.read())}"


def _behind(link: str, folder: Path, told: str, endings: Iterable[str]) -> Iterator[str]:
    """Where a link in a folder leads, and what lies there, if the folder itself does not."""
    place = Path(link).resolve()
    yield f"{told} -> {place}"
    if place.is_dir() and not folder.resolve().is_relative_to(place):
        yield from tree(place, endings)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


_CODE = key_of(sys.version, *map(_version, LIBRARIES), *tree(_PROGRAM, (".py",)))
"""The modules and packages as this process has imported them: whoever edits one meanwhile changes the next process."""
