"""Never a partial publication: who reads a feed deletes what it no longer has, so much may not vanish unexplained."""

from collections.abc import Container, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from service_catalogue.model import present_ids, withheld
from service_catalogue.records import Sources

MOST = 0.1
"""The part of the services of the last publication that may be gone without an explanation."""


@dataclass(frozen=True, slots=True)
class Explained:
    """What the records say became of ids: withheld, under another id now, or withdrawn, maybe with an organization."""

    ids: frozenset[str]
    withdrawn: frozenset[str]

    def __contains__(self, id_: object) -> bool:
        """Whether a record says what became of an organization or a service."""
        return isinstance(id_, str) and (id_ in self.ids or not self.withdrawn.isdisjoint((id_, id_.partition("/")[0])))


def explained(sources: Sources) -> Explained:
    """What the records say became of services and organizations that are not told any more."""
    known = known_as(sources)
    hidden = (f"{id_}/{slug}" for id_, record in sources.organizations.items() for slug in withheld(record.data))
    ids = (id_ for service in hidden for id_ in known[service])
    named = sources.site.data.get("withdrawn", ()) if sources.site else ()
    return Explained(frozenset([*ids, *present_ids(_plain(sources))]), frozenset(named))


def known_as(sources: Sources) -> Mapping[str, AbstractSet[str]]:
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


def lost(before: AbstractSet[str], now: AbstractSet[str], said: Container[str]) -> list[str]:
    """What was published and is gone without a word, where that is more than may be; else nothing."""
    gone = sorted(id_ for id_ in before - now if id_ not in said)
    return gone if len(gone) > MOST * len(before) else []
