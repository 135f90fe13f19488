"""Ids that things had before: where they lead today."""

from collections.abc import Iterator
from dataclasses import dataclass

from service_catalogue.model.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Moved:
    """A full former id, `<organization>` or `<organization>/<service>`, and the id and name it leads to."""

    old: str
    new: str
    name: str


def moved(catalogue: Catalogue) -> tuple[Moved, ...]:
    """Every former id of a listed record, once."""
    found: dict[str, Moved] = {}
    for one in (*_organizations(catalogue), *_services(catalogue)):
        found.setdefault(one.old, one)
    return tuple(found.values())


def _organizations(catalogue: Catalogue) -> Iterator[Moved]:
    for one in catalogue.organizations:
        for old in one.former_ids:
            yield Moved(old, one.id, one.name)


def _services(catalogue: Catalogue) -> Iterator[Moved]:
    """Of its own services an organization's record may say only the last part of the id."""
    for one in catalogue.services:
        for old in one.former_ids:
            full = old if "/" in old else f"{one.organization.id}/{old}"
            yield Moved(full, one.id, one.name)
