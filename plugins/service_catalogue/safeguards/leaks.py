"""Searches a built site for texts of the records that are not for publication."""

import os
import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from service_catalogue.model import is_listed, listed, withheld
from service_catalogue.notation import dialled, fingerprint, is_complete
from service_catalogue.records import Pointer, Record, Sources, product_folder, schemas
from service_catalogue.safeguards.texts_in_files import texts

SEARCH = "assets/search"
RUN = 6
"""So many words in the same order are no accident."""
_START = 3
"""By so many words a run is told from most others."""

_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_PHONE = re.compile(r"(?<![\w-])\+?\d(?:[ \u00a0-]?\d){6,13}(?![\w-])")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ADDRESS = re.compile(r"\b(?:ul|al|os|pl)\. (?:[\w.-]+ ){1,4}?\d+\w*")
_SERVICE = re.compile(r"(?<![a-z0-9-])(?=([a-z0-9-]+/[a-z0-9-]+))")
"""Every two neighbouring parts of an address or an id; a part may belong to two such pairs."""
_APART = "\nǁǁǁ\n"
"""Stands between texts that are looked through at once: a word that nobody writes, so that no trace goes across it."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that is not for publication, found in a file; `origin` is where it stands in a record."""

    file: Path
    words: str
    origin: str


class Findings(NamedTuple):
    """The leaks in some files, and the fingerprints of all of them."""

    leaks: list[Leak]
    sums: set[str]


def secrets(sources: Sources, ordinary: AbstractSet[str] = frozenset()) -> Mapping[str, str]:
    """Traces of what stands only in unpublished parts of the records, each with the place where it stands.

    Notes for editors, whole withheld services with their ids, and places used by withheld services alone. `ordinary`
    are rows of words that the program itself says on every site: who writes them in a note tells nothing.
    """
    said = [(record.path, one) for name, record in sources.named() for one in _texts(name, record)]
    closed = ((f"{path} {'.'.join(map(str, one.place))}", one.text) for path, one in said if not one.is_open)
    hidden = {trace: origin for origin, text in closed for trace in traces(text)}
    told = finder(hidden)({one.text for _, one in said if one.is_open}) | ordinary
    ids = _service_ids(sources)
    return {part: origin for part, origin in hidden.items() if part not in told and _identifies(part, ids)}


def ordinary_words() -> set[str]:
    """Every six words in a row that the program says by itself: its words in every language, and its schemas.

    Numbers, addresses and ids are never ordinary; nor is anything that a catalogue says, whoever wrote it.
    """
    files = [file for name in ("translations", "schemas") for file in product_folder(name).rglob("*.*")]
    return {run for file in files if file.is_file() for run in _runs(_words(file.read_text("utf-8")))}


def _service_ids(sources: Sources) -> frozenset[str]:
    """The ids of all services, told or not."""
    found = sources.organizations.items()
    return frozenset(f"{id_}/{code}" for id_, record in found for code in record.data.get("services", {}))


def _identifies(part: str, ids: AbstractSet[str]) -> bool:
    """Whether a trace can only mean one thing: `1/2` and `and/or` are no ids, a sum of money is no number."""
    if "/" in part and " " not in part:
        return part in ids
    return not part.removeprefix("+").isdigit() or is_complete(part)


def open_traces(sources: Sources) -> AbstractSet[str]:
    """Traces of everything that is for publication today."""
    said = {one.text for name, record in sources.named() for one in _texts(name, record) if one.is_open}
    return {trace for text in said for trace in traces(text)}


def find_leaks(site: Path, hidden: Mapping[str, str]) -> list[Leak]:
    """Every hidden thing that stands in a file of a built site, each reported once."""
    return find_leaks_in(searched(site), hidden)


def searched(site: Path) -> list[Path]:
    """The files of a built site in which leaks are looked for; the search alone may know words that are never shown."""
    search = str(site / SEARCH)
    held = ((folder, names) for folder, _, names in os.walk(site, onerror=_stop) if folder != search)
    files = (os.path.join(folder, name) for folder, names in held for name in names)  # noqa: PTH118  # a path takes longer
    return [Path(file) for file in sorted(files) if os.path.isfile(file)]  # noqa: PTH113


def _stop(fault: OSError) -> None:
    """What cannot be looked into must not be published."""
    raise fault


def halves(files: Sequence[Path]) -> tuple[Sequence[Path], Sequence[Path]]:
    """Files in two parts of about as many bytes; neighbours, which share most of their texts, stay together."""
    sizes = list(accumulate(file.stat().st_size for file in files))
    middle = bisect(sizes, sizes[-1] // 2) if sizes else 0
    return files[:middle], files[middle:]


def find_leaks_in(files: Iterable[Path], hidden: Mapping[str, str]) -> list[Leak]:
    """Every hidden thing that stands in one of these files.

    Most texts stand in many files (a card on pages, a description in every format): each is looked at where it
    comes first.
    """
    lines: set[bytes] = set()
    seen: set[bytes] = set()
    found = []
    found_in = finder(hidden)
    for file in files:
        parts: set[str] = set()
        for some in texts(file, lines):
            fresh = {*some} - seen
            seen |= fresh
            parts |= found_in(text.decode() for text in fresh)
        found += [Leak(file, part, hidden[part]) for part in sorted(parts)]
    return found


def look_through(files: Sequence[Path], hidden: Mapping[str, str], clean: AbstractSet[str] | None) -> Findings:
    """The same, and fingerprints of these files; one whose fingerprint is `clean` is not looked at again.

    How a file is read depends on its kind, so that belongs to the fingerprint. None where nothing is kept.
    """
    if clean is None:
        return Findings(find_leaks_in(files, hidden), set())
    sums = {file: fingerprint(file.suffix.encode(), b"\0", file.read_bytes()) for file in files}
    new = [file for file in files if sums[file] not in clean]
    return Findings(find_leaks_in(new, hidden) if new else [], {*sums.values()})


def finder(hidden: Mapping[str, str]) -> Callable[[Iterable[str]], AbstractSet[str]]:
    """A function that finds which of the hidden traces stand in some texts."""
    starts = {tuple(part.split()[:_START]) for part in hidden}
    return lambda texts: _likely_traces([*texts], starts) & hidden.keys()


def traces(text: str) -> set[str]:
    """The parts of a text by which it is known again: six words in a row, phones, addresses, ids of services."""
    return {*_runs(_words(text))} | _marks(text)


def _runs(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _likely_traces(texts: Sequence[str], starts: AbstractSet[tuple[str, ...]]) -> set[str]:
    """The traces of several texts, but of the runs of words only those that begin as a hidden one does."""
    words = _words(_APART.join(texts))
    begun = (at for at, start in enumerate(zip(*(words[at:] for at in range(_START)), strict=False)) if start in starts)
    runs = {" ".join(words[at : at + RUN]) for at in begun}
    return runs | _marks(_APART.join(text for text in texts if "/" in text or _DIGIT.search(text)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _marks(text: str) -> set[str]:
    found = {*_SERVICE.findall(text)} if "/" in text else set()
    if _DIGIT.search(text):
        found |= {dialled(number) for number in _PHONE.findall(text) if not _DATE.fullmatch(number)}
        found |= {address.lower() for address in _ADDRESS.findall(text)}
    return found


class _Said(NamedTuple):
    """A text of a record, its place, and whether it may be published."""

    place: Pointer
    text: str
    is_open: bool


def _texts(name: str, record: Record) -> list[_Said]:
    """Every text of a record, and the id of every service."""
    found: list[_Said] = []
    _collect(found, record.data, (), frozenset(_hidden_parts(name, record)))
    services = record.data.get("services", {}) if name == "organization" else {}
    ids = ((code, f"{record.id}/{code}", is_listed(service)) for code, service in services.items())
    return [*found, *(_Said(("services", code), id_, is_open) for code, id_, is_open in ids)]


def _collect(
    found: list[_Said], part: object, place: Pointer, hidden: AbstractSet[Pointer], *, is_open: bool = True
) -> None:
    """Every text of a part of a record; what lies in a hidden part is hidden too."""
    is_open = is_open and place not in hidden
    if text := _text(part):
        found.append(_Said(place, text, is_open))
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for step, value in inner:
        _collect(found, value, (*place, step), hidden, is_open=is_open)


def _text(value: object) -> str:
    """A text, or the texts of a list as a page puts them in a row."""
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    return value if isinstance(value, str) else ""


def _hidden_parts(name: str, record: Record) -> Iterator[Pointer]:
    """The parts of a record that are not for publication."""
    marked = schemas().marked(name, "x-published", record.data)
    yield from (pointer for pointer, schema, _ in marked if schema["x-published"] is False)
    if name != "organization":
        return
    yield from (("services", id_) for id_ in withheld(record.data))
    services = listed(record.data)
    used = {place for service in services.values() for place in service.get("locations", ())}
    yield from (("locations", place) for place in record.data.get("locations", {}) if place not in used)
    if not services:
        yield ()
