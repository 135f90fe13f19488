"""Changes after which somebody in hiding could be found, or somebody in danger would dial another number.

Forms of service are protected as the base branch says: a proposal does not choose the rules it is measured by.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from service_catalogue.editors.backing import TWO, Backing
from service_catalogue.model import (
    PUBLICATION,
    Protection,
    is_confidential,
    is_withheld,
    present_ids,
    services_of,
)
from service_catalogue.notation import dialled, folded, is_complete
from service_catalogue.records import Level, Pointer, Problem, Record, Sources, schemas

Plain = Mapping[str, Any]
Base = Mapping[str, Record]
FOR_SAFETY = ("safety", "confidential", "confidential-without-contact")
"""Reasons to withhold a service that protect somebody."""
WHERE = ("address_1", "postal_code", "city", "gmina", "district", "latitude", "longitude", "name", "access_note")
"""What a published address covers: the consent to one address is none to another."""
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
            *_withdrawn(sources, base),
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
    yield from _returned(sources, base, changed, rules)
    for name, before in base.items():
        if name.startswith("organizations/"):
            id_ = name.removeprefix("organizations/")
            yield from _of_record(id_, before.data, sources, present, rules)
    for id_ in sorted(changed & sources.organizations.keys()):
        yield from _addresses(sources.organizations[id_], base, rules)
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
        if now and after is None and id_ not in sources.unread and _is_hidden(service, before, rules):
            told = "protection.withheld-gone" if _is_for_safety(service) else "protection.gone"
            if _is_for_safety(service) or f"{id_}/{slug}" not in _taken_out(sources):
                yield now, ("services",), told, led
        if record and after is not None:
            place: Pointer = ("services", led.partition("/")[2])
            if _is_for_safety(service) and not _is_for_safety(after):
                yield record, (*place, PUBLICATION), "protection.listed", led
            elif opened.isdisjoint(after.get("locations", ())) and _is_uncovered(service, before, after, record, rules):
                yield record, place, "protection.service", led


def _is_uncovered(service: Plain, before: Plain, after: Plain, record: Record, rules: Protection) -> bool:
    is_now = rules.is_protected(record.data, after)
    return rules.is_protected(before, service) and not is_now and not _is_for_safety(after)


def _is_hidden(service: Plain, organization: Plain, rules: Protection) -> bool:
    return _is_for_safety(service) or rules.is_protected(organization, service)


def _returned(sources: Sources, base: Base, changed: AbstractSet[str], rules: Protection) -> Found:
    """New open services that have the name or a number of a protected one which is gone."""
    gone = _gone(sources, base, rules)
    for id_ in sorted(changed & sources.organizations.keys()) if gone else ():
        record, before = sources.organizations[id_], _organization(base, id_)
        for slug, service in services_of(record.data).items():
            known = next((gone[trait] for trait in sorted(_traits(service)) if trait in gone), "")
            if known and slug not in services_of(before) and not _is_hidden(service, record.data, rules):
                yield record, ("services", slug), "protection.service", known


def _gone(sources: Sources, base: Base, rules: Protection) -> Mapping[str, str]:
    """The protected services that are not where they were, by their names and numbers."""
    found: dict[str, str] = {}
    for name, record in base.items():
        id_ = name.removeprefix("organizations/")
        for slug, service in services_of(record.data).items() if id_ != name else ():
            if _is_hidden(service, record.data, rules) and not _service(sources, id_, slug):
                found |= dict.fromkeys(_traits(service), f"{id_}/{slug}")
    return found


def _organization(base: Base, id_: str) -> Plain:
    name = f"organizations/{id_}"
    return base[name].data if name in base else {}


def _service(sources: Sources, id_: str, slug: str) -> Plain | None:
    record = sources.organizations.get(id_)
    return services_of(record.data).get(slug) if record else None


def _traits(service: Plain) -> set[str]:
    """By what a service is known again under another id."""
    numbers = {dialled(phone["number"]) for phone in service.get("phones", ()) if is_complete(phone.get("number", ""))}
    return {folded(str(service.get("name", ""))), *numbers} - {""}


def _taken_out(sources: Sources) -> AbstractSet[str]:
    """What the settings take out of dated releases."""
    return {*sources.site.data.get("withdrawn", ())} if sources.site else set()


def _withdrawn(sources: Sources, base: Base) -> Found:
    """What was taken out of dated releases and would stand there again."""
    before = base["site"].data.get("withdrawn", ()) if "site" in base else ()
    for id_ in sorted({*map(str, before)} - {*map(str, _taken_out(sources))}):
        if sources.site:
            yield sources.site, ("withdrawn",), "protection.withdrawn", id_


def _opened(before: Plain, now: Plain, rules: Protection) -> AbstractSet[str]:
    """The places that were protected and are not any more, or that do not say so themselves any more."""
    kept, after = rules.protected_places(now), _places(now)
    unsaid = {code for code, place in _places(before).items() if is_confidential(place)}
    unsaid -= {code for code, place in after.items() if is_confidential(place)}
    return ((rules.protected_places(before) - kept) | unsaid) & after.keys()


def _addresses(record: Record, base: Base, rules: Protection) -> Found:
    """Places whose address is said to be public, and was not, or was for another reason, or was another address."""
    before = _organization(base, record.id)
    for code, place in _places(record.data).items():
        old = _places(before).get(code, {})
        facts = ("address_public", *WHERE) if _is_guarded(code, (before, record.data), rules) else ("address_public",)
        if "address_public" in place and any(place.get(key) != old.get(key) for key in facts):
            yield record, ("locations", code, "address_public"), "protection.address", f"{record.id}/{code}"


def _is_guarded(code: str, organizations: Iterable[Plain], rules: Protection) -> bool:
    """Whether a service whose address is protected as a rule is or was at a place."""
    found = (service for one in organizations for service in services_of(one).values())
    return any(code in service.get("locations", ()) and rules.policy(service) for service in found)


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
