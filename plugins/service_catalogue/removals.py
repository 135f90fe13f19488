"""Never a partial publication: who reads a feed deletes what it no longer has, so much may not vanish unexplained."""

import json
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from service_catalogue.sources import Sources

MOST = 0.1
"""The part of the services of the last publication that may be gone without an explanation."""
WAIT = 30
"""Seconds to wait for an address to answer."""


class UnreadableError(Exception):
    """The list of what was published before cannot be read."""


def published_before(place: str) -> frozenset[str]:
    """The ids of services in an `index.json`, which is a file or stands at an address."""
    try:
        if place.startswith(("https://", "http://")):
            with urlopen(place, timeout=WAIT) as answer:  # noqa: S310  # an address of the maintainer's own
                return published(json.load(answer))
        return published(json.loads(Path(place).read_text("utf-8")))
    except (OSError, URLError, ValueError, KeyError, TypeError) as broken:
        raise UnreadableError(place) from broken


def published(index: Mapping[str, Any]) -> frozenset[str]:
    """The ids of services that an index lists: each has a file of its own."""
    parts = (entry["path"].removesuffix(".json").split("/") for entry in index["files"])
    return frozenset("/".join(part[1:]) for part in parts if part[0] == "services" and len(part) == 3)


def explained(sources: Sources) -> frozenset[str]:
    """The ids of services of which a record says what became of them: withheld, or under another id now."""
    return frozenset(id_ for record in sources.organizations.values() for id_ in _explained(record.id, record.data))


def _explained(organization: str, data: Mapping[str, Any]) -> Iterator[str]:
    for slug, service in data.get("services", {}).items():
        if service["publication"] == "withheld":
            yield f"{organization}/{slug}"
        for old in service.get("former_ids", ()):
            yield old if "/" in old else f"{organization}/{old}"
        yield from (f"{old}/{slug}" for old in data.get("former_ids", ()))


def lost(before: AbstractSet[str], now: AbstractSet[str], said: AbstractSet[str]) -> list[str]:
    """What was published and is gone without a word, where that is more than may be; else nothing."""
    gone = sorted(before - now - said)
    return gone if len(gone) > MOST * len(before) else []
