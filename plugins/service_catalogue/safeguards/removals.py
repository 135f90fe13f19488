"""Never a partial publication: who reads a feed deletes what it no longer has, so much may not vanish unexplained."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from service_catalogue.model import is_withheld
from service_catalogue.records import Sources

MOST = 0.1
"""The part of the services of the last publication that may be gone without an explanation."""


def explained(sources: Sources) -> frozenset[str]:
    """The ids of services of which a record says what became of them: withheld, or under another id now."""
    return frozenset(
        name
        for record in sources.organizations.values()
        for slug, service in record.data.get("services", {}).items()
        for name in (known_as if is_withheld(service) else formerly)(record.id, record.data, slug)
    )


def known_as(organization: str, data: Mapping[str, Any], slug: str) -> Iterator[str]:
    """Every id that a service has or had, in full."""
    yield f"{organization}/{slug}"
    yield from formerly(organization, data, slug)


def formerly(organization: str, data: Mapping[str, Any], slug: str) -> Iterator[str]:
    """Every id that a service had before, in full."""
    for old in data["services"][slug].get("former_ids", ()):
        yield old if "/" in old else f"{organization}/{old}"
    yield from (f"{old}/{slug}" for old in data.get("former_ids", ()))


def lost(before: AbstractSet[str], now: AbstractSet[str], said: AbstractSet[str]) -> list[str]:
    """What was published and is gone without a word, where that is more than may be; else nothing."""
    gone = sorted(before - now - said)
    return gone if len(gone) > MOST * len(before) else []
