"""Changes after which somebody in hiding could be found, or somebody in danger would dial another number.

Forms of service are protected as the base branch says: a proposal does not choose the rules it is measured by.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from service_catalogue.editors.backing import TWO, Backing
from service_catalogue.model import (
    PUBLICATION,
    Protection,
    is_confidential,
    is_listed,
    is_withheld,
    present_ids,
    services_of,
)
from service_catalogue.records import Level, Pointer, Problem, Record, Sources, schemas

Plain = Mapping[str, Any]
Base = Mapping[str, Record]
FOR_SAFETY = ("safety", "confidential", "confidential-without-contact")
"""Reasons to withhold a service that protect somebody."""
Found = Iterator[tuple[Record, Pointer, str, str]]
"""A record, the place in it, the code of what is wrong there, and the name of what it is about."""


def unbacked(sources: Sources, base: Base, changed: AbstractSet[str], behind: Backing) -> Iterator[Problem]:
    """Every change that two editors must stand behind, where they do not.

    `changed` are the ids of organizations whose record is not as it was.
    """
    if not behind.is_from_two:
        for record, place, code, value in [
            *_lifted(sources, base, changed),
            *_lines(sources, base),
            *_needs(sources, base),
        ]:
            yield record.problem(place, code, at_key=True, value=value, behind=behind.said, file=behind.file)
            if not behind.editors:
                yield record.problem(place, "protection.no-editors", at_key=True, file=behind.file)
    yield from _editors(sources, base, behind)


def _editors(sources: Sources, base: Base, behind: Backing) -> Iterator[Problem]:
    """The list of editors is changed by two of them, by the one there is, or, the first one, said aloud."""
    before = base["site"].data.get("editors", ()) if "site" in base else ()
    backed = behind.is_from_two if len(behind.editors) >= TWO else behind.is_from()
    if sources.site and [*sources.site.data.get("editors", ())] != [*before] and not backed:
        level: Level = "error" if behind.editors else "warning"
        yield sources.site.problem(
            ("editors",), "protection.editors", at_key=True, level=level, behind=behind.said, file=behind.file
        )


def _lifted(sources: Sources, base: Base, changed: AbstractSet[str]) -> Found:
    present = present_ids({id_: record.data for id_, record in sources.organizations.items()})
    rules = Protection(_forms(base))
    for name, before in base.items():
        if name.startswith("organizations/"):
            id_ = name.removeprefix("organizations/")
            yield from _of_record(id_, before.data, sources, present, rules)
    for id_ in sorted(changed & sources.organizations.keys()):
        yield from _addresses(sources.organizations[id_], base)
    yield from _policies(sources, base)


def _of_record(id_: str, before: Plain, sources: Sources, present: Mapping[str, str], rules: Protection) -> Found:
    now = sources.organizations.get(present.get(id_, id_))
    opened = _opened(before, now.data, rules) if now else frozenset()
    if now:
        yield from ((now, ("locations", code), "protection.place", f"{now.id}/{code}") for code in sorted(opened))
    for slug, service in services_of(before).items():
        led = present.get(f"{id_}/{slug}", f"{present.get(id_, id_)}/{slug}")
        record = sources.organizations.get(led.partition("/")[0])
        after = services_of(record.data).get(led.partition("/")[2]) if record else None
        if now and after is None and _is_for_safety(service):
            yield now, ("services",), "protection.listed", led  # it could come back under another name
        if record and after is not None:
            place: Pointer = ("services", led.partition("/")[2])
            if _is_for_safety(service) and not _is_for_safety(after):
                yield record, (*place, PUBLICATION), "protection.listed", led
            elif opened.isdisjoint(after.get("locations", ())) and _is_uncovered(service, before, after, record, rules):
                yield record, place, "protection.service", led


def _is_uncovered(service: Plain, before: Plain, after: Plain, record: Record, rules: Protection) -> bool:
    is_now = rules.is_protected(record.data, after)
    return is_listed(after) and rules.is_protected(before, service) and not is_now


def _opened(before: Plain, now: Plain, rules: Protection) -> AbstractSet[str]:
    """The places that were protected and are not any more, or that do not say so themselves any more."""
    kept, after = rules.protected_places(now), _places(now)
    unsaid = {code for code, place in _places(before).items() if is_confidential(place)}
    unsaid -= {code for code, place in after.items() if is_confidential(place)}
    return ((rules.protected_places(before) - kept) | unsaid) & after.keys()


def _addresses(record: Record, base: Base) -> Found:
    """Places whose address is said to be public, and was not, or for another reason."""
    before = base[f"organizations/{record.id}"].data if f"organizations/{record.id}" in base else {}
    for code, place in _places(record.data).items():
        if "address_public" in place and place["address_public"] != _places(before).get(code, {}).get("address_public"):
            yield record, ("locations", code, "address_public"), "protection.address", f"{record.id}/{code}"


def _policies(sources: Sources, base: Base) -> Found:
    """Forms of service that were protected more than they are."""
    now = sources.vocabularies.get("service_types")
    for code in _forms(base) if now else ():
        if now and _strictness(now.data, code) < _strictness(_forms(base), code):
            yield now, (code, "address_policy"), "protection.policy", code


def _strictness(forms: Mapping[str, Plain], code: str) -> int:
    policy = Protection(forms).policy({"service_types": [code]})
    return 2 if policy == "hidden" else 1 if policy == "ask" else 0


def _forms(base: Base) -> Mapping[str, Plain]:
    return base["vocabularies/service_types"].data if "vocabularies/service_types" in base else {}


def _lines(sources: Sources, base: Base) -> Found:
    """Help lines that are new, gone or not published as they were."""
    now = sources.vocabularies.get("help_lines")
    if not now:
        return
    before = base["vocabularies/help_lines"].data if "vocabularies/help_lines" in base else {}
    for code in sorted({*before, *now.data}):
        if _published(now.data.get(code)) != _published(before.get(code)):
            yield now, (code,), "protection.line" if code in now.data else "protection.line-gone", code


def _needs(sources: Sources, base: Base) -> Found:
    """Urgent needs that are not told as they were: which number stands first, and what is said to do."""
    now = sources.vocabularies.get("urgent_needs")
    before = base["vocabularies/urgent_needs"].data if "vocabularies/urgent_needs" in base else {}
    for code in sorted({*before, *now.data}) if now and before else ():
        if now and _shown(now.data.get(code)) != _shown(before.get(code)):
            yield now, (code,) if code in now.data else (), "protection.need", code


def _shown(need: object) -> object:
    return schemas().published("urgent_needs", ("x",), need)


def _published(line: object) -> object:
    """What readers see of a help line; whether it is confirmed has rules of its own."""
    shown = schemas().published("help_lines", ("x",), line)
    return {key: value for key, value in shown.items() if key != "assurance"} if isinstance(shown, dict) else shown


def _places(organization: Plain) -> Mapping[str, Plain]:
    places = organization.get("locations", {})
    return (
        {code: one for code, one in places.items() if isinstance(one, Mapping)} if isinstance(places, Mapping) else {}
    )


def _is_for_safety(service: Plain) -> bool:
    return is_withheld(service) and service.get("withheld_reason") in FOR_SAFETY
