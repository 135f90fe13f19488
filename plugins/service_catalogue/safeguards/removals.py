"""Compares the ids of services with those of the last publication: too many that are gone stop a build.

Whoever reads a feed deletes what it no longer has, so a site must not be published in part.
"""

from collections.abc import Container, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from service_catalogue.model import present_ids, withheld
from service_catalogue.records import Sources

MOST = 0.1
"""The part of the services of the last publication that may be gone without an explanation."""


@dataclass(frozen=True, slots=True)
class Explanations:
    """What the records say became of ids: withheld, under another id now, or withdrawn, maybe with an organization."""

    ids: frozenset[str]
    withdrawn: frozenset[str]

    def __contains__(self, id_: object) -> bool:
        """Whether a record says what became of an organization or a service."""
        return isinstance(id_, str) and (id_ in self.ids or not self.withdrawn.isdisjoint((id_, id_.partition("/")[0])))


def explanations(sources: Sources) -> Explanations:
    """What the records say became of services and organizations that are not told any more."""
    ids_of = all_ids(sources)
    hidden = (f"{id_}/{slug}" for id_, record in sources.organizations.items() for slug in withheld(record.data))
    ids = (id_ for service in hidden for id_ in ids_of[service])
    named = sources.site.data.get("withdrawn", ()) if sources.site else ()
    return Explanations(frozenset([*ids, *present_ids(_plain(sources))]), frozenset(named))


def all_ids(sources: Sources) -> Mapping[str, AbstractSet[str]]:
    """Every id that a service has or had, by the id that it has."""
    found = {
        f"{id_}/{slug}": {f"{id_}/{slug}"}
        for id_, record in sources.organizations.items()
        for slug in record.data.get("services", {})
    }
    for old, new in present_ids(_plain(sources)).items():
        if new in found:
            found[new].add(old)
    return found


def _plain(sources: Sources) -> Mapping[str, Mapping[str, object]]:
    return {id_: record.data for id_, record in sources.organizations.items()}


def too_many_removals(before: AbstractSet[str], now: AbstractSet[str], explained: Container[str]) -> list[str]:
    """The ids that are gone without an explanation, where they are more than `MOST` of all; else none."""
    gone = sorted(id_ for id_ in before - now if id_ not in explained)
    return gone if len(gone) > MOST * len(before) else []
