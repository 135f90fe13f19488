"""Identifiers that other directories ask for: UUIDs made of ours, and so as stable as they are."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha1
from uuid import NAMESPACE_URL, uuid5

NAMESPACE = uuid5(NAMESPACE_URL, "urn:service-catalogue")
_NAMESPACE = sha1(NAMESPACE.bytes, usedforsecurity=False)

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
    """What `uuid5` gives, whose objects take four times as long: each thing and attribute has one.

    Kept for a while: an object that stands in several others has its UUID asked for each time.
    """
    hashed = _NAMESPACE.copy()
    hashed.update(name.encode())
    text = hashed.hexdigest()
    variant = "89ab"[int(text[16], 16) % 4]
    return f"{text[:8]}-{text[8:12]}-5{text[13:16]}-{variant}{text[17:20]}-{text[20:32]}"


def thing(**members: object) -> Thing:
    """An object without the members of which nothing is known: HSDS has no null."""
    return {name: value for name, value in members.items() if value or value == 0}


def parts_of(whole: Thing, name: str) -> list[Thing]:
    """The objects that stand in another one under a name."""
    inside = whole.get(name)
    return [part for part in inside if isinstance(part, dict)] if isinstance(inside, list) else []
