"""Identifiers that other directories ask for: UUIDs made of ours, and so as stable as they are."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5

NAMESPACE = uuid5(NAMESPACE_URL, "urn:service-catalogue")

Thing = dict[str, object]
"""An HSDS object as it is written."""


@dataclass(frozen=True, slots=True)
class Ids:
    """UUIDs of one city's catalogue: the same id in two cities names two things."""

    city: str

    def of(self, kind: str, *parts: object) -> str:
        """The UUID of a thing by its kind and our id, or by where it stands in another thing."""
        return _uuid("/".join(map(str, (self.city, kind, *parts))))


@lru_cache(4096)
def _uuid(name: str) -> str:
    """Kept for a while: an object that stands in several others has its UUID asked for each time."""
    return str(uuid5(NAMESPACE, name))


def thing(**members: object) -> Thing:
    """An object without the members of which nothing is known: HSDS has no null."""
    return {name.rstrip("_"): value for name, value in members.items() if value not in (None, "", [], ())}


def parts_of(whole: Thing, name: str) -> list[Thing]:
    """The objects that stand in another one under a name."""
    inside = whole.get(name)
    return [part for part in inside if isinstance(part, dict)] if isinstance(inside, list) else []
