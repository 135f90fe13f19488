"""Addresses that a proposed change would take away without a word, seen from the branch that it is proposed for."""

from collections.abc import Iterator, Mapping

from service_catalogue.model import listed, services_of
from service_catalogue.records import Problem, Record, Sources
from service_catalogue.safeguards import Explanations, explanations


def lost_addresses(sources: Sources, base: Mapping[str, Record], folder: str) -> Iterator[Problem]:
    """Every organization or service of before the change that is gone, and no record says what became of it.

    `base` are the records before the change by the id of their organization, `folder` is where their files lie.
    """
    said = explanations(sources)
    for id_, before in base.items():
        if id_ not in sources.unread:
            yield from _of_record(id_, before, sources.organizations.get(id_), said, f"{folder}/{id_}.yaml")


def _of_record(id_: str, before: Record, now: Record | None, said: Explanations, path: str) -> Iterator[Problem]:
    # What was withheld has no address, and yet it must not go unseen: it could come back under another name.
    gone = [slug for slug in services_of(before.data) if f"{id_}/{slug}" not in said]
    if now is None:
        if gone:
            values = {"value": id_, "services": ", ".join(gone), "example": gone[0]}
            yield Problem(path, 1, 1, "address.organization-gone", values)
        return
    for slug in gone:
        if slug not in (listed(now.data) if slug in listed(before.data) else services_of(now.data)):
            yield now.problem(("services",), "address.service-gone", at_key=True, value=f"{id_}/{slug}", slug=slug)
