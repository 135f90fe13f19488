"""Ids that organizations and services had before, and where they lead today: the one reader of `former_ids`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from service_catalogue.model.chains import chain
from service_catalogue.model.publication import Plain, services_of


@dataclass(frozen=True, slots=True)
class Moved:
    """A full former id, `<organization>` or `<organization>/<service>`, and the id and name it leads to."""

    old: str
    new: str
    name: str


@dataclass(frozen=True, slots=True)
class FormerId:
    """A full former id as a record says it, the id of what says so, and where in the record it stands."""

    old: str
    new: str
    place: tuple[str | int, ...]


def former_ids(organization: str, record: Plain) -> Iterator[FormerId]:
    """What a record says of former ids; of its own services it may say only the last part."""
    for index, old in enumerate(_ids_before(record)):
        yield FormerId(old, organization, ("former_ids", index))
    for slug, service in services_of(record).items():
        for index, old in enumerate(_ids_before(service)):
            full = old if "/" in old else f"{organization}/{old}"
            yield FormerId(full, f"{organization}/{slug}", ("services", slug, "former_ids", index))


def present_ids(records: Mapping[str, Plain]) -> Mapping[str, str]:
    """Every former id and the id that it leads to now, through as many others as there are.

    An organization that has another id takes the ids of its services along, also those they had before.
    """
    after: dict[str, str] = {}
    for organization, record in records.items():
        for one in former_ids(organization, record):
            after.setdefault(one.old, one.new)
    for old, new in _taken_along(records, after):
        after.setdefault(old, new)
    return {old: chain(old, after)[-1] for old in after}


def moved(records: Mapping[str, Plain], names: Mapping[str, str]) -> tuple[Moved, ...]:
    """What the records say of former ids of things that have a name here, organizations first."""
    present = present_ids(records)
    said = {one.old: None for id_, record in records.items() for one in former_ids(id_, record)}
    return tuple(sorted(_with_names({old: present[old] for old in said}, names), key=lambda one: "/" in one.old))


def redirects(records: Mapping[str, Plain], names: Mapping[str, str]) -> tuple[Moved, ...]:
    """Every former id that leads to a thing with a name here, also of services taken along."""
    return tuple(_with_names(present_ids(records), names))


def _with_names(present: Mapping[str, str], names: Mapping[str, str]) -> Iterator[Moved]:
    return (Moved(old, new, names[new]) for old, new in present.items() if new in names)


def _taken_along(records: Mapping[str, Plain], after: Mapping[str, str]) -> list[tuple[str, str]]:
    """The ids that services had under a former id of their organization, each with the next one."""
    known = [id_ for id_ in after if "/" in id_]
    known += [f"{organization}/{slug}" for organization, record in records.items() for slug in services_of(record)]
    of_organization: dict[str, list[str]] = {}
    for id_ in known:
        of_organization.setdefault(chain(id_.partition("/")[0], after)[-1], []).append(id_)
    return [
        (f"{old}/{id_.partition('/')[2]}", id_)
        for old in after
        if "/" not in old
        for id_ in of_organization.get(chain(old, after)[-1], ())
    ]


def _ids_before(part: object) -> list[str]:
    """The former ids of a part of a record; in an old version of it anything may stand there."""
    said = part.get("former_ids") if isinstance(part, Mapping) else None
    return [old for old in said if isinstance(old, str)] if isinstance(said, list) else []
