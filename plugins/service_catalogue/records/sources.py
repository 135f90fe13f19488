"""A catalogue folder → its records, vocabularies and settings as typed data, and what cannot be read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from service_catalogue.records.collections import COLLECTIONS, EDITORS, KNOWN, THESAURUS
from service_catalogue.records.files import File, entries, files_by_id, is_inside, opened, shown, vocabulary_files
from service_catalogue.records.folders import strays
from service_catalogue.records.layer_reading import read_layer
from service_catalogue.records.marks import Pointer
from service_catalogue.records.problem import Problem
from service_catalogue.records.record import Data, Record

Told = TypeVar("Told")
Read = Callable[[File, str], tuple[Record | None, list[Problem]]]
"""What a file holds, as its schema has it, and the problems of reading it."""


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

    def said(self, tell: Callable[[str], Told]) -> Iterator[tuple[Record, Pointer, str, Told]]:
        """Every text of every record with its place and what is told of it, if anything; each is asked about once."""
        for text, places in self._by_text.items():
            if told := tell(text):
                yield from ((record, place, text, told) for record, place in places)

    @cached_property
    def _by_text(self) -> Mapping[str, list[tuple[Record, Pointer]]]:
        """The places of every text: codes, names and links stand in many."""
        found: dict[str, list[tuple[Record, Pointer]]] = {}
        for record, place, part in self._parts:
            if isinstance(part, str):
                found.setdefault(part, []).append((record, place))
        return found

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
    around, files, problems = read_around(folder, only)
    found = {file.id: file.read("organization") for file in files}
    problems += [problem for _, told in found.values() for problem in told]
    return with_organizations(around, {id_: record for id_, (record, _) in found.items()}), problems


def read_around(
    folder: Path, only: Sequence[Path] = (), read: Read = File.read
) -> tuple[Sources, list[File], list[Problem]]:
    """All but the organizations of a catalogue folder, their files, and the problems met on the way."""
    problems = list(strays(folder, shown(folder)))
    organizations = folder / "organizations"
    called = shown(organizations)
    files = [opened(file, f"{called}/{file.name}") for file in files_by_id(organizations, problems)]
    files += [opened(file, shown(file)) for file in only if not is_inside(file, folder)]
    vocabularies = {name: _read(file, name, problems, read) for name, file in vocabulary_files(folder, problems)}
    site = _read(folder / "site.yaml", "site", problems, read)
    thesaurus, known = (_read_if_there(folder, name, problems, read) for name in (THESAURUS, KNOWN))
    collections = {name: _collection(folder, name, problems, read) for name in COLLECTIONS}
    sources = Sources(
        organizations={},
        vocabularies={name: record for name, record in vocabularies.items() if record},
        site=site,
        thesaurus=thesaurus,
        geography=_layers(folder / "geography", problems),
        collections=collections,
        known=known,
        only=frozenset(shown(file) for file in only),
    )
    return sources, files, problems


def with_organizations(around: Sources, found: Mapping[str, Record | None]) -> Sources:
    """The same sources with organizations by id; those of which nothing could be read are `unread`."""
    read = {id_: record for id_, record in found.items() if record}
    return replace(around, organizations=read, unread=frozenset(found.keys() - read.keys()))


def _read(file: Path, schema: str, problems: list[Problem], read: Read) -> Record | None:
    record, found = read(opened(file, shown(file)), schema)
    problems += found
    return record


def _read_if_there(folder: Path, name: str, problems: list[Problem], read: Read) -> Record | None:
    """A file that a catalogue may do without."""
    file = folder / f"{name}.yaml"
    return _read(file, name, problems, read) if file.exists() else None


def _collection(folder: Path, name: str, problems: list[Problem], read: Read) -> dict[str, Record]:
    schema = COLLECTIONS[name]
    found = {file.stem: _read(file, schema, problems, read) for file in files_by_id(folder / name, problems)}
    return {id_: record for id_, record in found.items() if record}


def _layers(folder: Path, problems: list[Problem]) -> dict[str, Record]:
    """The layers of the map by name; checks say which names there are."""
    found = {}
    for file in entries(folder, problems):
        if file.suffix != ".geojson":
            problems.append(Problem(shown(file), 1, 1, "geography.stray", {"name": file.name}))
            continue
        record, told = read_layer(file, shown(file))
        problems += told
        if record:
            found[file.stem] = record
    return found
