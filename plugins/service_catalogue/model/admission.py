"""Whom a service turns away: by sex, age, children, sobriety, and on which days it is closed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service_catalogue.model.services import Service
from service_catalogue.notation import folded, tokens

_OF_AGE = 18
_DAYS = {"SA": "saturday", "SU": "sunday"}
_BY_DECISION = ("referral", "decision")
"""Ways in that somebody else opens."""
_CHILDREN = re.compile(r"\b(dzieci|dzieck|dzieć|niemowl|przedszkol)", re.IGNORECASE)
_OTHERS = re.compile(r"doros|senior|starsz|rodzin|osób|osob|kobiet|matk|każd|mieszka|wszystk", re.IGNORECASE)
_STEM = 8
"""Long words with so many first letters in common are forms of one."""
_SERVING = ("service", "handing-out")


@dataclass(frozen=True, slots=True)
class Ages:
    """The completed years between which somebody may come."""

    least: int
    most: int | None


def shut_out(service: Service) -> frozenset[str]:
    """The askers whom a service turns away whatever the day."""
    return frozenset(turned_away(service)) - frozenset(_DAYS.values())


def turned_away(service: Service) -> Iterator[str]:
    """The askers (see `asker` in the thesaurus) whom the record of a service excludes."""
    sex = service.only_for_sex
    if sex == "men":
        yield "woman"
    if sex == "women":
        yield "man"
    if sex == "men" and not any(term.with_children for term in service.audiences):
        yield "with-children"
    if service.eligibility and service.eligibility.sobriety == "required":
        yield "not-sober"
    limits = ages(service)
    if limits and limits.least >= _OF_AGE:
        yield "minor"
    if (limits and limits.most and limits.most <= _OF_AGE) or _is_for_children(service):
        yield "adult"
    yield from (name for day, name in _DAYS.items() if _is_closed(service, day))


def _is_for_children(service: Service) -> bool:
    """Whether children are one of its groups, and its name says so or all that is said of it speaks of them alone."""
    is_group = any(term.maximum_age or term.code.startswith("dzieci") for term in service.audiences)
    said = f"{service.name} {service.description}"
    alone = bool(_CHILDREN.search(said)) and not _OTHERS.search(said)
    return is_group and ("dzieci" in service.name.lower() or alone)


def _is_closed(service: Service, day: str) -> bool:
    """Whether its hours are known and none of them is on a day of the week."""
    serving = [one for one in service.schedules if one.what in _SERVING]
    return bool(serving) and not any(day in one.byday or one.irregular for one in serving)


def is_for_some(service: Service) -> bool:
    """Whether it is only for certain groups of people, of which an asker would speak."""
    return bool(service.audiences) and not any(term.for_anyone for term in service.audiences)


def has_conditions(service: Service) -> bool:
    """Whether it is only for certain groups, and its rules ask for more than to belong to one: an illness, a school."""
    rules = service.eligibility
    if not rules or not is_for_some(service) or any(one.disability for one in rules.any_of):
        return False
    groups = folded(" ".join(term.name.pl for term in service.audiences))
    return any(not _says_no_more(condition, groups) for condition in rules.conditions)


def _says_no_more(condition: str, groups: str) -> bool:
    """Whether one of the long words of a condition stands, in whatever form, among the names of groups."""
    return any(word[:_STEM] in groups for word in tokens(condition) if len(word) >= _STEM)


def how_strictly_for_some(service: Service) -> float:
    """How surely it is for nobody but its groups: 1 where its rules name a disability, less where its name says so."""
    if not is_for_some(service):
        return 0.0
    rules = service.eligibility
    if rules and any(one.disability for one in rules.any_of):
        return 1.0
    return 0.5 if " dla " in service.name and not service.only_for_sex else 0.0


def ages(service: Service) -> Ages | None:
    """Between which ages somebody may come, by its rules, else by its groups of people; nothing where all may."""
    rules = service.eligibility.any_of if service.eligibility else ()
    stated = [(one.minimum_age, one.maximum_age) for one in (rules or service.audiences)]
    if not stated:
        return None
    least = min(minimum or 0 for minimum, _ in stated)
    most = None if any(maximum is None for _, maximum in stated) else max(maximum or 0 for _, maximum in stated)
    return Ages(least, most) if least or most is not None else None


def needs_no_referral(service: Service) -> bool:
    """Whether it is known how one gets in, and nobody else has to open the way there."""
    ways = service.access.how if service.access else ()
    return bool(ways) and set(_BY_DECISION).isdisjoint(ways)


def is_of_districts(service: Service) -> bool:
    """Whether it serves only those who live in certain districts."""
    area = service.service_area
    return bool(area and area.districts and not area.gminas and not area.country)
