"""The parts of an organization's record that checks look at."""

from collections.abc import Iterator
from typing import NamedTuple

from service_catalogue.records import Data, Pointer, Record, Sources


class Part(NamedTuple):
    """One service or one place, with the record and the spot it stands in."""

    record: Record
    pointer: Pointer
    data: Data

    @property
    def id(self) -> str:
        """Its own key in the record."""
        return str(self.pointer[-1])


def services(sources: Sources) -> Iterator[Part]:
    """Every service of every organization."""
    return _members(sources, "services")


def places(sources: Sources) -> Iterator[Part]:
    """Every place of every organization."""
    return _members(sources, "locations")


def places_of(service: Part) -> Iterator[Part]:
    """The places of a service that its record has."""
    known = service.record.data.get("locations", {})
    for id_ in service.data.get("locations", ()):
        if id_ in known:
            yield Part(service.record, ("locations", id_), known[id_])


def _members(sources: Sources, kind: str) -> Iterator[Part]:
    for record in sources.organizations.values():
        for id_, data in record.data.get(kind, {}).items():
            yield Part(record, (kind, id_), data)
