"""A catalogue folder → its records, vocabularies and settings as typed data, and what cannot be read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from service_catalogue.notation import words_of
from service_catalogue.records.collections import COLLECTIONS, EDITORS, KNOWN, THESAURUS
from service_catalogue.records.folders import MAX_FILES, left_by_systems, strays, unread
from service_catalogue.records.layer_reading import read_layer
from service_catalogue.records.problem import Problem
from service_catalogue.records.record import Data, Pointer, Record
from service_catalogue.records.schemas import schemas
from service_catalogue.records.vocabularies import VOCABULARIES
from service_catalogue.records.yaml_reading import read_file

MAX_ID = 80
"""The longest id: it is the name of a file, with those of its folders well below what any system takes."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_OF_WINDOWS = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names under which Windows can keep no file."""


@dataclass(frozen=True, kw_only=True)
class Sources:
    """Everything volunteers wrote, each file by its id; `unread` are ids whose file could not be read."""

    organizations: Mapping[str, Record]
    vocabularies: Mapping[str, Record]
    site: Record | None = None
    thesaurus: Record | None = None
    geography: Mapping[str, Record] = field(default_factory=dict)
    """The layers of the map by name, as they were read; none where the city has brought none."""
    collections: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    """The files of the folders `plan`, `voices` and `events`, by folder and id."""
    known: Record | None = None
    """What is known of the whole: `coverage_known.yaml`."""
    unread: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    """Paths of the files that were asked about; none means all."""

    def named(self) -> Iterator[tuple[str, Record]]:
        """Every record with the name of its schema."""
        yield from (("organization", record) for record in self.organizations.values())
        yield from self.vocabularies.items()
        if self.site:
            yield "site", self.site
        if self.thesaurus:
            yield "thesaurus", self.thesaurus
        for folder, records in self.collections.items():
            yield from ((COLLECTIONS[folder], record) for record in records.values())
        if self.known:
            yield KNOWN, self.known

    def plain(self) -> tuple[dict[str, Data], dict[str, Data], Data]:
        """The plain data that a model is made of: organizations, vocabularies and settings."""
        organizations = {id_: record.data for id_, record in self.organizations.items()}
        vocabularies = {name: record.data for name, record in self.vocabularies.items()}
        return organizations, vocabularies, self.site.data if self.site else {}

    @property
    def layers(self) -> dict[str, Data]:
        """The plain layers of the map by name."""
        return {name: record.data for name, record in self.geography.items()}

    def beside(self) -> Data:
        """The plain data of what stands beside the services: collections, totals, what people say, editors."""
        found: Data = {name: {id_: one.data for id_, one in held.items()} for name, held in self.collections.items()}
        single = {KNOWN: self.known, THESAURUS: self.thesaurus}
        found |= {name: record.data for name, record in single.items() if record}
        return found | {EDITORS: self.site.data.get(EDITORS, []) if self.site else []}

    @cached_property
    def texts(self) -> tuple[tuple[Record, Pointer, str], ...]:
        """Every text of every record with its place."""
        return tuple((record, place, part) for record, place, part in self._parts if isinstance(part, str))

    @cached_property
    def mappings(self) -> tuple[tuple[Record, Pointer, Data], ...]:
        """Every mapping of every record with its place, parents first."""
        return tuple((record, place, part) for record, place, part in self._parts if isinstance(part, dict))

    @cached_property
    def _parts(self) -> list[tuple[Record, Pointer, object]]:
        return [(record, *found) for _, record in self.named() for found in parts(record.data, ())]


def texts(data: object, pointer: Pointer) -> list[tuple[Pointer, str]]:
    """Every text of a part of a record with its place."""
    return [(place, part) for place, part in parts(data, pointer) if isinstance(part, str)]


def parts(data: object, pointer: Pointer) -> list[tuple[Pointer, object]]:
    """A part of a record and everything within it with its place, parents first."""
    found: list[tuple[Pointer, object]] = []
    _collect(data, pointer, found)
    return found


def _collect(data: object, pointer: Pointer, found: list[tuple[Pointer, object]]) -> None:
    # A list that is filled: a generator within generators hands each part up through every level again.
    found.append((pointer, data))
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        if value.__class__ is str:
            found.append(((*pointer, step), value))
        else:
            _collect(value, (*pointer, step), found)


def read_sources(folder: Path, only: Sequence[Path] = ()) -> tuple[Sources, list[Problem]]:
    """A catalogue folder, and all problems of reading it; `only` names the files one asks about.

    A file of `only` that lies outside the folder is read as an organization of this catalogue.
    """
    problems = list(strays(folder, shown(folder)))
    files = list(_files_by_id(folder / "organizations", problems))
    files += [file for file in only if not _inside(file, folder)]
    organizations = {file.stem: _read(file, "organization", problems) for file in files}
    vocabularies = {name: _read(file, name, problems) for name, file in _vocabulary_files(folder, problems)}
    site = _read(folder / "site.yaml", "site", problems)
    thesaurus, known = (_read_if_there(folder, name, problems) for name in (THESAURUS, KNOWN))
    collections = {name: _collection(folder, name, problems) for name in COLLECTIONS}
    sources = Sources(
        organizations={id_: record for id_, record in organizations.items() if record},
        vocabularies={name: record for name, record in vocabularies.items() if record},
        site=site,
        thesaurus=thesaurus,
        geography=_layers(folder / "geography", problems),
        collections=collections,
        known=known,
        unread=frozenset(id_ for id_, record in organizations.items() if not record),
        only=frozenset(shown(file) for file in only),
    )
    return sources, problems


def shown(file: Path) -> str:
    """The path of a file as a person would type it here."""
    here, file = Path.cwd(), file.absolute()
    return file.relative_to(here).as_posix() if file.is_relative_to(here) else file.as_posix()


def _inside(file: Path, folder: Path) -> bool:
    return file.absolute().is_relative_to(folder.absolute())


def _read(file: Path, schema: str, problems: list[Problem]) -> Record | None:
    if file.is_symlink():
        problems.append(Problem(shown(file), 1, 1, "file.symlink", {"name": file.name}))
        return None
    if not file.is_file():
        problems.append(Problem(shown(file), 1, 1, "file.missing"))
        return None
    record, found = read_file(file, shown(file))
    problems += found
    return record.typed(schemas().typed(schema, record.data)) if record else None


def _read_if_there(folder: Path, name: str, problems: list[Problem]) -> Record | None:
    """A file that a catalogue may do without."""
    file = folder / f"{name}.yaml"
    return _read(file, name, problems) if file.exists() else None


def _collection(folder: Path, name: str, problems: list[Problem]) -> dict[str, Record]:
    found = {file.stem: _read(file, COLLECTIONS[name], problems) for file in _files_by_id(folder / name, problems)}
    return {id_: record for id_, record in found.items() if record}


def _files_by_id(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    files = list(_entries(folder, problems))
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


def _vocabulary_files(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    files = {file.name: file for file in _entries(folder / "vocabularies", problems)}
    for name in (one.name for one in VOCABULARIES):
        yield name, files.pop(f"{name}.yaml", folder / "vocabularies" / f"{name}.yaml")
    problems += [Problem(shown(file), 1, 1, "file.stray", {"name": file.name}) for file in files.values()]


def _layers(folder: Path, problems: list[Problem]) -> dict[str, Record]:
    """The layers of the map by name; checks say which names there are."""
    found = {}
    for file in _entries(folder, problems):
        if file.suffix != ".geojson":
            problems.append(Problem(shown(file), 1, 1, "geography.stray", {"name": file.name}))
            continue
        record, told = read_layer(file, shown(file))
        problems += told
        if record:
            found[file.stem] = record
    return found


def _entries(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The plain files of a folder in order; one that begins with a dot is read by nobody, which is a problem."""
    if folder.is_symlink():
        problems.append(Problem(shown(folder), 1, 1, "file.symlink", {"name": folder.name}))
        return
    entries = sorted(folder.iterdir()) if folder.is_dir() else []
    if len(entries) > MAX_FILES:
        problems.append(Problem(shown(folder), 1, 1, "file.too-many", {"limit": MAX_FILES}))
        return
    for entry in entries:
        if left_by_systems(entry):
            continue
        if entry.name.startswith("."):
            problems.append(unread(entry, shown(entry), shown(folder)))
        elif entry.is_symlink() or not entry.is_file():
            code = "file.symlink" if entry.is_symlink() else "file.folder"
            problems.append(Problem(shown(entry), 1, 1, code, {"name": entry.name}))
        else:
            yield entry
