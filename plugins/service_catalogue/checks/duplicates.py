"""What two organizations share that one of them may have by mistake: always a note, never an error.

Cases: `tests/cases/duplicate`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from service_catalogue.checks.parts import places
from service_catalogue.notation import dialled, words_of
from service_catalogue.records import Pointer, Problem, Record, Sources, schemas

Spots = dict[str, list[tuple[Record, Pointer]]]
_COMMON = re.compile(r"fundacja|stowarzyszenie|osrodek|centrum|dom|i|w|z|na|dla|im|imienia|sw|swietego")
_ALIKE = 0.9
_NEIGHBOURS = 3
_SHORT = 6
"""Numbers of so few digits belong to everybody."""


def shared_phones(sources: Sources, _today: date) -> Iterator[Problem]:
    """Two organizations with one telephone."""
    lines = sources.vocabularies["help_lines"].data if "help_lines" in sources.vocabularies else {}
    public = {dialled(line.get("number", "")) for line in lines.values()}
    spots: Spots = defaultdict(list)
    for record in sources.organizations.values():
        for pointer, _, phone in schemas().marked("organization", "x-def", record.data, "phone"):
            number = dialled(phone.get("number", ""))
            if len(number) > _SHORT and number not in public:
                spots[number].append((record, (*pointer, "number")))
    yield from _shared(spots, "duplicate.phone")


def shared_addresses(sources: Sources, _today: date) -> Iterator[Problem]:
    """Two organizations at one address."""
    spots: Spots = defaultdict(list)
    for place in places(sources):
        street = words_of(place.data.get("address_1", ""))
        if any(word[0].isdigit() for word in street):
            town = words_of(place.data.get("city", ""))
            spots[" ".join(street + town)].append((place.record, (*place.pointer, "address_1")))
    yield from _shared(spots, "duplicate.address")


def _shared(spots: Spots, code: str) -> Iterator[Problem]:
    """A note at the first spot in each of several organizations, so that whoever edits one of them sees it."""
    for found in spots.values():
        firsts = {record.path: (record, pointer) for record, pointer in reversed(found)}
        for path, (record, pointer) in firsts.items():
            other = next((other for other in firsts if other != path), None)
            if other:
                yield record.problem(pointer, code, level="note", other=other)


def alike_names(sources: Sources, _today: date) -> Iterator[Problem]:
    """Two organizations whose names differ by a letter or by common words; neighbours in the alphabet are compared."""
    city = sources.site.data.get("city", "") if sources.site else ""
    named = sorted((_rare_words(record, city), record.path, record) for record in sources.organizations.values())
    for index, (name, _, record) in enumerate(named):
        for twin_name, _, twin in named[index + 1 : index + 1 + _NEIGHBOURS]:
            if name and _alike(name, twin_name):
                yield record.problem(("name",), "duplicate.name", level="note", other=twin.path, value=_name(twin))
                yield twin.problem(("name",), "duplicate.name", level="note", other=record.path, value=_name(record))


def _rare_words(record: Record, city: str) -> str:
    """The words that tell names apart: neither common ones nor the city in any of its forms."""
    beginnings = tuple(words_of(city))
    rare = (word for word in words_of(_name(record)) if not (beginnings and word.startswith(beginnings)))
    return " ".join(word for word in rare if not _COMMON.fullmatch(word))


def _name(record: Record) -> str:
    return str(record.data.get("name", ""))


def _alike(one: str, other: str) -> bool:
    """Whether two names are the same but for a letter or so; bounds that take less to find are asked first."""
    if one == other:
        return True
    most, length = min(len(one), len(other)), len(one) + len(other)
    if 2 * most / length <= _ALIKE or 2 * (_letters(one) & _letters(other)).total() / length <= _ALIKE:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() > _ALIKE


@lru_cache(maxsize=64)
def _letters(name: str) -> Counter[str]:
    return Counter(name)
