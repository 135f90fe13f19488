"""What of a record its schema accepts: the rest is left out, so that nothing further on meets a wrong shape."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Any

from service_catalogue.records.faults import Fault
from service_catalogue.records.marks import Pointer
from service_catalogue.records.record import Data, Record
from service_catalogue.records.schemas import schemas

OF_MEMBERS = ("required", "dependentRequired")
"""Keywords of a schema about what is not there."""
_OF_LENGTH = ("maxItems", "minItems", "uniqueItems", "maxProperties", "minProperties")


def place_of(fault: Fault) -> Pointer:
    """Where a fault is; of a member that is missing or unknown its own place."""
    place: Pointer = tuple(fault.absolute_path)
    return (*place, fault.message) if fault.validator in (*OF_MEMBERS, "additionalProperties") else place


def spoils(fault: Fault) -> bool:
    """Whether a fault leaves nothing to be used at its place: a list that is too long is still a list."""
    return fault.validator not in (*OF_MEMBERS, *_OF_LENGTH)


def without(data: Any, faulty: Iterable[Pointer]) -> Any:
    """Data without some places; a list with a faulty item goes whole, or the other items would lose their numbers."""
    return _without(data, (), {place[:-1] if place and isinstance(place[-1], int) else place for place in faulty})


def _without(data: Any, pointer: Pointer, faulty: AbstractSet[Pointer]) -> Any:
    if isinstance(data, dict):
        kept = ((key, (*pointer, key)) for key in data)
        return {key: _without(data[key], place, faulty) for key, place in kept if place not in faulty}
    if isinstance(data, list):
        return [_without(item, (*pointer, index), faulty) for index, item in enumerate(data)]
    return data


def sound_part(record: Record, name: str = "organization") -> tuple[Data, frozenset[Pointer]]:
    """The typed data of a record, without what the schema of that name refuses, and the places left out."""
    data = schemas().typed(name, record.data)
    faulty = frozenset(place_of(fault) for fault in schemas().faults(name, data) if spoils(fault))
    return (without(data, faulty) if faulty else data), faulty
