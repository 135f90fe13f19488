"""Whom a service turns away: by sex, age, children, sobriety, and on which days it is closed."""

from collections.abc import Iterator
from dataclasses import dataclass

from service_catalogue.model.services import Service

_OF_AGE = 18
_DAYS = {"SA": "saturday", "SU": "sunday"}
_BY_DECISION = ("referral", "decision")
"""Ways in that somebody else opens."""
_SERVING = ("service", "handing-out")


@dataclass(frozen=True, slots=True)
class Ages:
    """The completed years between which somebody may come."""

    least: int
    most: int | None


def admits_whom(other: Service, service: Service) -> bool:
    """Whether whoever may come to a service may come to another one too, whatever the day."""
    return set(turned_away(other)) - set(_DAYS.values()) <= set(turned_away(service))


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
    """Whether its name says that it is for children, who are one of its groups."""
    return "dzieci" in service.name.lower() and any(term.maximum_age for term in service.audiences)


def _is_closed(service: Service, day: str) -> bool:
    """Whether its hours are known and none of them is on a day of the week."""
    serving = [one for one in service.schedules if one.what in _SERVING]
    return bool(serving) and not any(day in one.byday or one.irregular for one in serving)


def is_for_some(service: Service) -> bool:
    """Whether it is only for certain groups of people, of which an asker would speak."""
    return bool(service.audiences) and not any(term.for_anyone for term in service.audiences)


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
